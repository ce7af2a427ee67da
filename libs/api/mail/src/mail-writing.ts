import { Injectable } from '@nestjs/common';
import { AccountService } from '@modex/api-accounts';
import { BookingDetails, BookingListService, writeCalendar } from '@modex/api-bookings';
import { Settings } from '@modex/api-core';
import { Booking } from '@modex/domain';
import { BookingFacts } from './letters/booking-facts';
import { Letter, writeLetter } from './letters/letter';
import { NewMail } from './mail';
import { MailRepository } from './mail.repository';
import { messageIdOf } from './message-id';

/** What a mail is to be, beside its words. */
type Wanted = Pick<NewMail, 'name' | 'kind' | 'toldUntil'>;

/** Writes a mail to the customer of a booking, in full, so that it is sent as it is now. */
@Injectable()
export class MailWriting {
  constructor(
    private readonly mails: MailRepository,
    private readonly lists: BookingListService,
    private readonly accounts: AccountService,
    private readonly settings: Settings,
  ) {}

  /** Up to when each of these bookings was told the changes of its show; those that never were are left out. */
  async toldUntil(bookingIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    return this.mails.findToldUntil(bookingIds);
  }

  /**
   * Writes it once, however often it is told. A customer without an e-mail gets none.
   * @param booking as the mail shall tell it
   */
  async write(booking: Booking, wanted: Wanted, say: (facts: BookingFacts & BookingDetails) => Letter): Promise<void> {
    const customer = (await this.accounts.findUsers([booking.userId])).get(booking.userId);
    if (customer === undefined || customer.email === '' || isNobodys(customer.email)) return;
    const details = await this.lists.describe(booking);
    const mail: NewMail = {
      ...{ bookingId: booking.id, ...wanted, to: { name: customer.name, address: customer.email } },
      ...writeLetter(say({ ...details, publicUrl: this.settings.publicUrl })),
      messageId: messageIdOf(`${booking.id}.${wanted.name}`, this.settings),
      calendar: writeCalendar(details),
    };
    await this.mails.write(mail, this.settings.mail !== undefined);
  }
}

/** A name that exists nowhere (RFC 2606), such as that of the guests of the examples: nobody can be written to there. */
export function isNobodys(email: string): boolean {
  return email.endsWith('.invalid');
}
