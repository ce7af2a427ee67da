import { type Db, type Document, type Filter, ObjectId } from 'mongodb';
import type { Bench } from './bench';
import { copyDocuments } from './copies';
import { ask } from './modex-api';
import { OWNERS, type Owner } from './server';

const DAY_MS = 86_400_000;

/** A show that is the same, with the same ids, in the databases of all owners that were named. */
export interface Show {
  readonly id: string;
  /** In the order of the plan. */
  readonly seatIds: readonly string[];
}

/** The shows of a case. */
export interface ShowsWanted {
  readonly shows: number;
  readonly seatsEach: number;
  /** A divisor of all of them; Modex chooses where it is not told. */
  readonly seatsPerRow?: number;
  /** Who gets a copy of what Modex made. */
  readonly owners: readonly Owner[];
}

/** Puts shows on in Modex and copies them. */
export async function putOnShows(bench: Bench, wanted: ShowsWanted): Promise<Show[]> {
  const { shows, seatsEach, seatsPerRow, owners } = wanted;
  const { client, db } = await bench.server('modex');
  const session = await bench.admin();
  const size = seatsPerRow === undefined ? { totalSeats: seatsEach } : { rows: seatsEach / seatsPerRow, seatsPerRow };
  const made: Show[] = [];
  for (let at = 0; at < shows; at++) {
    const startTime = new Date(Date.now() + DAY_MS * (30 + at)).toISOString();
    const body = { title: `Show ${at + 1}`, startTime, venue: 'The Bench', ...size };
    const { id } = await ask<{ id: string }>(client, '/admin/shows', { session, body });
    made.push({ id, seatIds: await seatIdsOf(db, id) });
  }
  const showIds = { $in: made.map(({ id }) => new ObjectId(id)) };
  for (const owner of owners) {
    if (owner === 'modex') continue;
    const copy = { from: db, to: bench.dbOf(owner), owner };
    await copyDocuments(copy, 'shows', { _id: showIds });
    await copyDocuments(copy, 'seats', { show_id: showIds });
  }
  return made;
}

async function seatIdsOf(db: Db, showId: string): Promise<string[]> {
  const found = db
    .collection('seats')
    .find({ show_id: new ObjectId(showId) }, { projection: { _id: 1 }, sort: { _id: 1 }, batchSize: 10_000 });
  return (await found.toArray()).map(({ _id }) => _id.toHexString());
}

/** Makes all seats free again, as if nobody had ever wanted one. */
export async function emptyShows(db: Db, shows: readonly Show[]): Promise<void> {
  const ofThese: Filter<Document> = { show_id: { $in: shows.map(({ id }) => new ObjectId(id)) } };
  // Where seats have a time of their last change, which is Modex alone, it sees by that what was written behind its back.
  const changed = { changed_at: { $cond: ['$changed_at', '$$NOW', '$$REMOVE'] } };
  const free = { status: 'AVAILABLE', booking_id: '$$REMOVE', version: '$$REMOVE', ...changed };
  await db.collection('bookings').deleteMany(ofThese);
  await db.collection('seats').updateMany({ ...ofThese, status: { $in: ['HELD', 'BOOKED'] } }, [{ $set: free }]);
}

/** Takes all shows down, for the next case; the shows first, so that an audit of Modex does not miss their seats. */
export async function removeShows(bench: Bench): Promise<void> {
  for (const owner of OWNERS) {
    for (const name of ['shows', 'seats', 'bookings']) await bench.dbOf(owner).collection(name).deleteMany({});
  }
}
