import { type Collection, type Db, ObjectId } from 'mongodb';
import { quantile } from '../../measure/statistics';
import type { Figure } from '../../report/results';

interface Seat {
  readonly _id: ObjectId;
  readonly show_id: ObjectId;
  readonly row_number: string;
  readonly seat_number: number;
  readonly status: string;
  readonly booking_id: ObjectId | null;
}

const SEATS_PER_SHOW = 1000;
const BATCH = 5000;
const UPDATE_SECONDS = 4;
const READS = 40;

const seatsOf = (db: Db): Collection<Seat> => db.collection<Seat>('seats');

/** Shows of 1,000 seats each, with the indexes that the application has. */
export async function seed(db: Db, documents: number): Promise<void> {
  const seats = seatsOf(db);
  await seats.createIndex({ show_id: 1, row_number: 1, seat_number: 1 }, { unique: true });
  let batch: Seat[] = [];
  let showId = new ObjectId();
  for (let i = 0; i < documents; i++) {
    if (i % SEATS_PER_SHOW === 0) showId = new ObjectId();
    batch.push(newSeat(showId, i % SEATS_PER_SHOW));
    if (batch.length < BATCH && i < documents - 1) continue;
    await seats.insertMany(batch, { ordered: false });
    batch = [];
  }
}

const newSeat = (show_id: ObjectId, n: number): Seat => ({
  _id: new ObjectId(),
  show_id,
  row_number: String.fromCharCode(65 + Math.floor(n / 40)),
  seat_number: (n % 40) + 1,
  status: 'AVAILABLE',
  booking_id: null,
});

/** Ids of shows, spread over the collection. */
async function someShows(db: Db): Promise<ObjectId[]> {
  const ids = await seatsOf(db)
    .find({ row_number: 'A', seat_number: 1 }, { projection: { show_id: 1 } })
    .toArray();
  return ids.map((seat) => seat.show_id);
}

/** The seat map: all seats of one show. */
export async function readShow(db: Db): Promise<Figure> {
  const shows = await someShows(db);
  const times = await timeEach((i) =>
    seatsOf(db)
      .find({ show_id: shows[(i * 7919) % shows.length] as ObjectId }, { batchSize: SEATS_PER_SHOW + 1 })
      .toArray(),
  );
  return { what: '1,000 seats by show_id, median', value: median(times), unit: 'ms' };
}

/** A page of twenty in the order of an index. */
export async function sortedPages(db: Db): Promise<Figure> {
  const shows = await someShows(db);
  const times = await timeEach((i) =>
    seatsOf(db)
      .find({ show_id: shows[(i * 7919) % shows.length] as ObjectId })
      .sort({ row_number: 1, seat_number: 1 })
      .limit(20)
      .toArray(),
  );
  return { what: '20 seats by show_id, sorted, median', value: median(times), unit: 'ms' };
}

/** The lock of a seat and its release, each a conditional findOneAndUpdate; every one has to hit. */
export async function conditionalUpdates(db: Db, callers: number): Promise<Figure> {
  const seats = seatsOf(db);
  const targets = await seats
    .find()
    .limit(callers * 20)
    .toArray();
  const end = performance.now() + UPDATE_SECONDS * 1000;
  let done = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let i = 0; performance.now() < end; i++) {
        const seat = targets[caller * 20 + (i % 20)] as Seat;
        await lockOrRelease(seats, seat, Math.floor(i / 20) % 2 === 0);
        done++;
      }
    }),
  );
  const perSecond = done / ((performance.now() - start) / 1000);
  await seats.updateMany({ status: 'BOOKED' }, { $set: { status: 'AVAILABLE', booking_id: null } });
  return { what: `findOneAndUpdate({show_id, _id, status}), ${callers} callers`, value: perSecond, unit: '/s' };
}

async function lockOrRelease(seats: Collection<Seat>, seat: Seat, lock: boolean): Promise<void> {
  const [from, to] = lock ? ['AVAILABLE', 'BOOKED'] : ['BOOKED', 'AVAILABLE'];
  const { _id, show_id } = seat;
  const found = await seats.findOneAndUpdate(
    { show_id, _id, status: from },
    { $set: { status: to, booking_id: lock ? new ObjectId() : null } },
    { returnDocument: 'after' },
  );
  if (!found) throw new Error(`seat ${_id.toHexString()} was not ${from}`);
}

async function timeEach(run: (i: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < READS; i++) {
    const start = performance.now();
    await run(i);
    times.push(performance.now() - start);
  }
  return times;
}

const median = (times: readonly number[]): number => quantile(times, 0.5);
