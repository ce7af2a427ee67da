import { Injectable } from '@nestjs/common';
import { BookingEventReader, BookingOutbox } from '@modex/api-bookings';
import { Booking, BookingEvent } from '@modex/domain';
import { asOf, bookingLetter } from './letters/booking-letter';
import { MailWriting } from './mail-writing';

/** Tells customers what happened to their bookings: a reader of the outbox. */
@Injectable()
export class BookingMails implements BookingEventReader {
  readonly name = 'mail';

  constructor(
    private readonly writing: MailWriting,
    outbox: BookingOutbox,
  ) {
    outbox.add(this);
  }

  /** Whether the customer has an e-mail is not known yet. */
  wants(): boolean {
    return true;
  }

  async read(event: BookingEvent, booking: Booking): Promise<void> {
    const wanted = { name: String(event.number), kind: event.kind };
    await this.writing.write(asOf(booking, event), wanted, (facts) => bookingLetter({ ...facts, event }));
  }
}
