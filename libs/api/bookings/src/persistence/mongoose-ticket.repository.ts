import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, literals, objectId } from '@modex/api-core';
import { Booking, UNTOUCHED } from '@modex/domain';
import { Model, QueryFilter } from 'mongoose';
import { NewEntry, TicketChange, TicketRepository } from '../tickets/ticket.repository';
import { asSeen, partAsSeen } from './booking-filters';
import { BookingDocument } from './booking.schema';
import { toBooking } from './to-booking';

@Injectable()
export class MongooseTicketRepository extends TicketRepository {
  constructor(@InjectModel(BookingDocument.name) private readonly bookings: Model<BookingDocument>) {
    super();
  }

  async write(seen: Booking, { entries, reissued }: TicketChange): Promise<Booking | undefined> {
    const filter: QueryFilter<BookingDocument> = {
      $and: [asSeen(seen), partAsSeen('tickets', seen), { status: 'CONFIRMED' }],
    };
    const { version } = seen.tickets ?? UNTOUCHED;
    const tickets = {
      ...literals({
        version: version + 1,
        reissued: reissued.map(({ seatId, issue }) => ({ seat: objectId(seatId), issue })),
      }),
      entries: entries.map(toStored),
    };
    const booking = await changeOne(this.bookings, filter, [{ $set: { tickets } }]);
    return booking === null ? undefined : toBooking(booking);
  }
}

/** Expressions by field. */
function toStored({ seatId, issue, scanId, at, by, door }: NewEntry): Record<string, unknown> {
  const seat = objectId(seatId);
  return { ...literals({ seat, issue, scan: scanId, by: objectId(by), door, at }), ...(at ? {} : { at: '$$NOW' }) };
}
