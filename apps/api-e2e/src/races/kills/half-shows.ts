import type { Page, ShowView } from '../../harness/actors';
import { admin, NEXT_YEAR, type Actor } from '../../harness/actors';
import type { HttpClient, Reply } from '../../harness/http';
import { until } from '../../harness/until';
import type { Arena } from '../arena';
import { mustBe } from './scene';

/** Seats of a show that is created while its server dies: three batches. */
export const SEATS = 4_500;
/** Seats of each batch but the last. */
export const BATCH = 2_000;
/** A sweep comes within 5 s of the end of a lease; the rest is for a machine under load. In milliseconds. */
const SWEPT_WITHIN_MS = 10_000;

/** Asks a server for a show of three batches of seats. */
export async function createAt(http: HttpClient, organiser: Actor, title: string): Promise<Reply<ShowView>> {
  const body = { title, startTime: NEXT_YEAR, totalSeats: SEATS };
  return organiser.at(http).post<ShowView>('/api/admin/shows', body);
}

/** Complains unless so many shows of this title are seen by visitors, with all their seats free, and by organisers. */
export async function mustBeSeen(arena: Arena, title: string, count: 0 | 1): Promise<readonly string[]> {
  const visitors = await arena.http().get<Page<ShowView>>(`/api/shows?q=${encodeURIComponent(title)}`);
  const organisers = await (await admin(arena.http())).get<Page<ShowView>>('/api/admin/shows?limit=100');
  const shown = organisers.body.items.filter((show) => show.title === title);
  return [
    ...mustBe(
      'free seats that visitors see',
      visitors.body.items.map(({ freeSeats }) => freeSeats),
      count === 1 ? [SEATS] : [],
    ),
    ...mustBe('shows that organisers see', shown.length, count),
  ];
}

/** How many shows of this title the database has, in whatever state, and how many seats of them. */
export async function storedOf({ database }: Arena, title: string): Promise<readonly [shows: number, seats: number]> {
  const shows = await database.db.collection('shows').find({ title }).toArray();
  const ofShows = { show_id: { $in: shows.map(({ _id }) => _id) } };
  return [shows.length, await database.db.collection('seats').countDocuments(ofShows)];
}

/** Ends the lease of a creation by the database's clock, so that the sweep has not to be waited for. */
export async function endLeaseOf({ database }: Arena, title: string): Promise<void> {
  const past = [{ $set: { sweep_at: { $add: ['$$NOW', -1_000] } } }];
  await database.db.collection('shows').updateMany({ title, status: 'CREATING' }, past);
}

/** Waits until a show that was given up is discarded and has no seat. @returns a complaint when it does not come to that */
export async function sweptAway(arena: Arena, title: string): Promise<readonly string[]> {
  const { db } = arena.database;
  const [show] = await db.collection('shows').find({ title }).toArray();
  if (show === undefined) return ['the show that was begun is not stored'];
  const left = async (): Promise<string> => {
    const stored = await db.collection('shows').findOne({ _id: show._id });
    return `${stored?.['status']}, ${await db.collection('seats').countDocuments({ show_id: show._id })} seats`;
  };
  const swept = until('the sweep', SWEPT_WITHIN_MS, async () => (await left()) === 'DISCARDED, 0 seats');
  await swept.catch(() => undefined);
  return mustBe('a show given up', await left(), 'DISCARDED, 0 seats');
}

/** Checks the rules over everything that is stored of the show. */
export async function violationsOfShow(arena: Arena, title: string): Promise<readonly string[]> {
  const shows = await arena.database.db.collection('shows').find({ title }).toArray();
  const found = shows.map(({ _id }) => arena.violations({ isSettled: false, showId: _id.toHexString() }));
  return (await Promise.all(found)).flat();
}
