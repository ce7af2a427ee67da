import { type Db, ObjectId } from 'mongodb';
import type { Session } from '../../servers/modex-api';
import type { Show } from '../../servers/shows';

const SEATS_PER_BOOKING = 4;
const BOOKINGS_AT_ONCE = 1_000;

/**
 * Sells a share of the show, written as the bookings of four seats write it; through the API it would take longer than
 * what is measured.
 */
export async function sell(
  db: Db,
  { id, seatIds }: Show,
  { share, to }: { readonly share: number; readonly to: Session },
): Promise<void> {
  const show_id = new ObjectId(id);
  const sold = seatIds.slice(0, Math.floor(seatIds.length * share)).map((seatId) => new ObjectId(seatId));
  const bookings = Array.from({ length: Math.ceil(sold.length / SEATS_PER_BOOKING) }, (_, at) => {
    const now = new Date();
    const seats = sold.slice(at * SEATS_PER_BOOKING, (at + 1) * SEATS_PER_BOOKING);
    const times = { created_at: now, lease_until: new Date(now.getTime() + 30_000), confirmed_at: now };
    return { _id: new ObjectId(), user_id: new ObjectId(to.userId), show_id, seats, status: 'CONFIRMED', ...times };
  });
  for (let from = 0; from < bookings.length; from += BOOKINGS_AT_ONCE) {
    const some = bookings.slice(from, from + BOOKINGS_AT_ONCE);
    await db.collection('bookings').insertMany(some, { ordered: false });
    const updates = some.map(({ _id, seats }) => ({
      updateMany: { filter: { show_id, _id: { $in: seats } }, update: { $set: { status: 'BOOKED', booking_id: _id } } },
    }));
    await db.collection('seats').bulkWrite(updates, { ordered: false });
  }
}
