import { Injectable } from '@nestjs/common';
import { AccountService, isAnonymous } from '@modex/api-accounts';
import { BookingEventReader, BookingListService, BookingOutbox, writeCalendar } from '@modex/api-bookings';
import { Settings } from '@modex/api-core';
import { Booking, BookingEvent } from '@modex/domain';
import { asOf, bookingLetter } from './letters/booking-letter';
import { writeLetter } from './letters/letter';
import { MailRepository } from './mail.repository';
import { messageIdOf } from './message-id';

/** Writes a mail about what happened to a booking, for its customer: a reader of the outbox. */
@Injectable()
export class BookingMails implements BookingEventReader {
  readonly name = 'mail';

  constructor(
    private readonly mails: MailRepository,
    private readonly lists: BookingListService,
    private readonly accounts: AccountService,
    private readonly settings: Settings,
    outbox: BookingOutbox,
  ) {
    outbox.add(this);
  }

  /** Whether the customer has an e-mail is not known yet. */
  wants(): boolean {
    return true;
  }

  async read(event: BookingEvent, booking: Booking): Promise<void> {
    const customer = (await this.accounts.findUsers([booking.userId])).get(booking.userId);
    if (customer === undefined || isAnonymous(customer) || isNobodys(customer.email)) return;
    const details = await this.lists.describe(asOf(booking, event));
    const letter = writeLetter(bookingLetter({ ...details, event, publicUrl: this.settings.publicUrl }));
    const mail = {
      ...{ bookingId: booking.id, event: event.number, kind: event.kind, ...letter },
      to: { name: customer.name, address: customer.email },
      messageId: messageIdOf(`${booking.id}.${event.number}`, this.settings),
      calendar: writeCalendar(details),
    };
    await this.mails.write(mail, this.settings.mail !== undefined);
  }
}

/** A name that exists nowhere (RFC 2606), such as that of the guests of the examples: nobody can be written to there. */
function isNobodys(email: string): boolean {
  return email.endsWith('.invalid');
}
