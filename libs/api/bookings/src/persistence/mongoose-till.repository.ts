import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, literals, objectId } from '@modex/api-core';
import { Booking } from '@modex/domain';
import { Model, QueryFilter } from 'mongoose';
import { BookedReceipt, NewReceipt, Period, TillRepository } from '../till/till.repository';
import { asSeen, partAsSeen } from './booking-filters';
import { BookingDocument } from './booking.schema';
import { toBooking } from './to-booking';

@Injectable()
export class MongooseTillRepository extends TillRepository {
  constructor(@InjectModel(BookingDocument.name) private readonly bookings: Model<BookingDocument>) {
    super();
  }

  async add(seen: Booking, { id, amount, means, by }: NewReceipt): Promise<Booking | undefined> {
    const { till } = seen;
    const filter: QueryFilter<BookingDocument> = { $and: [asSeen(seen), partAsSeen('till', seen)] };
    const receipt = { ...literals({ id, amount, means, by: objectId(by) }), at: '$$NOW' };
    const changed = {
      ...literals({ version: (till?.version ?? 0) + 1 }),
      receipts: { $concatArrays: [{ $ifNull: ['$till.receipts', []] }, [receipt]] },
    };
    const booking = await changeOne(this.bookings, filter, [{ $set: { till: changed } }]);
    return booking === null ? undefined : toBooking(booking);
  }

  async *findTaken({ from, to }: Period): AsyncIterable<BookedReceipt> {
    const filter = { 'till.receipts.at': { $gte: from, $lt: to } };
    const found = this.bookings.find(filter).lean<BookingDocument[]>();
    for await (const document of found.cursor({ batchSize: 500 })) {
      const { id: bookingId, showId, price, till } = toBooking(document);
      const currency = price?.currency ?? '';
      const taken = (till?.receipts ?? []).filter(({ at }) => at >= from && at < to);
      yield* taken.map((receipt) => ({ ...receipt, bookingId, showId, currency }));
    }
  }
}
