import { Migration, migrateEach } from '@modex/api-core';
import { nameSeats, plainPlan, PlannedShow } from '@modex/domain';
import { mongo } from 'mongoose';
import { BookingDocument } from '../booking.schema';
import { fromNamedSeat } from '../seat-names';

/** Every booking keeps the names of its seats, those that came to nothing too: one shape for all. */
export const seatNames: Migration = {
  id: '2026-11-29-seat-names',
  what: 'names of booked seats',
  run: async (db, told) => {
    const shows = await readShows(db);
    const update = ({ show_id, seats, returned = [] }: BookingDocument) => {
      const show = shows.get(show_id.toHexString());
      if (show === undefined) return undefined;
      const seatIds = [...seats, ...returned.map(({ seat }) => seat)].map((seat) => seat.toHexString()).sort();
      return { $set: { seat_names: nameSeats(show, seatIds).map(fromNamedSeat) } };
    };
    const where = { seat_names: { $exists: false } };
    await migrateEach<BookingDocument>(db, { collection: 'bookings', where, update }, told);
  },
};

/** What names the seats of each show, a few numbers each. */
async function readShows(db: mongo.Db): Promise<ReadonlyMap<string, PlannedShow>> {
  const fields = { seat_prefix: 1, total_seats: 1, seats_per_row: 1 };
  const shows = await db.collection('shows').find({}, { projection: fields }).toArray();
  return new Map(
    shows.map(({ _id, seat_prefix: seatPrefix, total_seats: totalSeats, seats_per_row: seatsPerRow }) => [
      _id.toHexString(),
      { seatPrefix, plan: plainPlan({ totalSeats, seatsPerRow }) },
    ]),
  );
}
