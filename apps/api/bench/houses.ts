import { ObjectId, type Db } from 'mongodb';
import { ask, type Session, type Started } from './server';

/** How large the houses are, how many of their seats are sold, and how often they are audited beside buyers. */
export interface Houses {
  readonly turns: number;
  readonly shows: number;
  readonly seatsPerShow: number;
  /** 0 to 1. */
  readonly sold: number;
}

/** The API under measurement, and its database. */
export interface Bench {
  readonly name: string;
  readonly api: Started;
  readonly db: Db;
}

/** A show with its seats in layout order. */
export interface House {
  readonly id: string;
  readonly seatIds: readonly string[];
}

const SEATS_PER_BOOKING = 4;
const BOOKINGS_AT_ONCE = 1_000;

/** A show with its seats, made by the API. */
export async function putOn({ api, db }: Bench, admin: Session, totalSeats: number): Promise<House> {
  const body = { title: `A house of ${totalSeats}`, startTime: new Date(Date.now() + 86_400_000), totalSeats };
  const { id } = await ask<{ id: string }>(api, '/admin/shows', { session: admin, body });
  const found = db
    .collection('seats')
    .find({ show_id: new ObjectId(id) }, { projection: { _id: 1 }, sort: { _id: 1 } });
  return { id, seatIds: (await found.toArray()).map(({ _id }) => _id.toHexString()) };
}

/**
 * Sells a share of the house, written as the bookings of four seats write it; through the API it would take longer than
 * what is measured.
 */
export async function sell(
  db: Db,
  { id, seatIds }: House,
  { share, to }: { share: number; to: Session },
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
