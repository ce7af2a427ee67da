import { ObjectId } from 'mongodb';
import type { Actor } from '../../harness/actors';
import { guest } from '../../harness/actors';
import type { ApiServer, NamedStep } from '../../harness/api-server';
import type { Reply } from '../../harness/http';
import { until } from '../../harness/until';
import type { Arena, ShowWithSeats } from '../arena';
import { outcomeOf } from '../result';
import type { SceneOutcome } from '../scenes';

/** The step of a server's life at which it dies, and what must be true afterwards. */
export interface KillCase extends NamedStep {
  /** Plays the scene up to and beyond the death. @returns a sentence for each thing that is wrong */
  readonly play: (scene: Scene) => Promise<readonly string[]>;
}

/** A lease that is long enough for a loaded machine and short enough to wait for, in seconds. */
export const LEASE_SECONDS = 4;
/** What a crash may cost at most. */
const SETTLE_MS = (LEASE_SECONDS + 5) * 1_000;

/** One show, a server that will die, a server that lives, and a buyer known to both. */
export interface Scene {
  readonly arena: Arena;
  readonly show: ShowWithSeats;
  /** Sends requests to the server that dies. */
  readonly doomed: ApiServer;
  /** Sends requests to the server that lives. */
  readonly buyer: Actor;
  readonly rival: Actor;
  readonly key: string;
}

/** Prepares the stage for a case and plays it. The doomed server runs beside those of the arena. */
export async function playCase(arena: Arena, { name, point, play }: KillCase): Promise<SceneOutcome> {
  let kills = 0;
  const violations = await complaintsOf(async () => {
    const show = await arena.createShow({ title: name, totalSeats: 8 });
    const buyer = await guest(arena.http());
    const rival = await guest(arena.http());
    const doomed = await arena.startServer({ killPoint: { ...point, action: 'SIGKILL' } });
    try {
      return await play({ arena, show, doomed, buyer, rival, key: `key of ${name}` });
    } finally {
      kills = deathsOf(doomed);
      await doomed.kill();
    }
  });
  return { name, violations, kills };
}

/** 1 when the server has died by its kill point, else 0; to be asked before anybody else kills it. */
export function deathsOf(doomed: ApiServer): number {
  return doomed.child.end?.signal === 'SIGKILL' ? 1 : 0;
}

/** What a play complains about; a play that breaks off complains with its error. */
export async function complaintsOf(play: () => Promise<readonly string[]>): Promise<readonly string[]> {
  try {
    return await play();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/**
 * The request must break, since its server dies. A database that kept silent before that may have been told to the caller
 * (503: the outcome is found by the same key); the server still goes on and dies at its point.
 * @returns a complaint when it was answered with an outcome
 */
export async function mustBreak(answer: Reply<unknown>, doomed: ApiServer): Promise<string[]> {
  const isOpen = answer.status === 0 || answer.body.code === 'storage-unavailable';
  if (!isOpen) return [`the server was to die, but answered ${answer.status} ${answer.body.code ?? ''}`];
  await waitForDeath(doomed);
  return [];
}

export async function waitForDeath(server: ApiServer): Promise<void> {
  await until('the death of the server', 30_000, () => server.child.end !== undefined);
}

/** Waits until no booking of the show is pending and each seat that is not free is that of a hold or a booking that has it; at most lease + 5 s. */
export async function settled(arena: Arena, { showId }: ShowWithSeats): Promise<string[]> {
  try {
    await until('all seats of unconfirmed bookings to be free', SETTLE_MS, () => isSettled(arena, showId));
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

async function isSettled(arena: Arena, showId: string): Promise<boolean> {
  const { db } = arena.database;
  const show_id = ObjectId.createFromHexString(showId);
  if ((await db.collection('bookings').countDocuments({ show_id, status: 'PENDING' })) > 0) return false;
  const seats = { show_id, status: { $in: ['BOOKED', 'HELD'] } };
  const booked = await db.collection('seats').find(seats).toArray();
  const bought = { show_id, status: { $in: ['CONFIRMED', 'HELD'] } };
  const confirmed = await db.collection('bookings').find(bought).toArray();
  // A seat that was given back is no more its booking's, though that stays confirmed.
  const owned = new Map(
    confirmed.flatMap(({ _id, seats }) => (seats as ObjectId[]).map((seat) => [`${seat}`, `${_id}`])),
  );
  return booked.every(({ _id, booking_id }) => owned.get(`${_id}`) === `${booking_id}`);
}

/** The statuses of all bookings that this buyer has in the database. */
export async function storedStatuses(arena: Arena, buyer: Actor): Promise<readonly string[]> {
  const user_id = ObjectId.createFromHexString(buyer.userId);
  const bookings = await arena.database.db.collection('bookings').find({ user_id }).toArray();
  return bookings.map((booking) => booking['status'] as string);
}

/** Compares an outcome with what must be. */
export function mustBe(what: string, found: unknown, expected: unknown): string[] {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  return a === b ? [] : [`${what}: ${a} instead of ${b}`];
}

/** Outcome and status of an answer, and whether it is a replay. */
export function story(answer: Reply<object>): string {
  const replayed = answer.headers['idempotency-replayed'] === undefined ? '' : ' replayed';
  return `${answer.status} ${outcomeOf(answer)}${replayed}`;
}
