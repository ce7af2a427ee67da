import { admin, guest, type Actor } from '../../harness/actors';
import type { ApiServer, NamedStep } from '../../harness/api-server';
import { inArena, type Arena, type ArenaFigures, type ShowWithSeats } from '../arena';
import type { SceneOutcome } from '../scenes';
import { createAt, endLeaseOf, mustBeSeen, sweptAway } from './half-shows';
import {
  complaintsOf,
  deathsOf,
  LEASE_SECONDS,
  mustBe,
  mustBreak,
  settled,
  storedStatuses,
  story,
  waitForDeath,
} from './scene';

/** A step of the sweep at which the second server dies too, and what the first one leaves to it. */
export interface SweepKill extends NamedStep {
  readonly leave: (arena: Arena) => Promise<Leftover>;
}

/** What a server left when it died. */
interface Leftover {
  /** Servers that have died: one, or none when it did not. */
  readonly kills: number;
  /** What is wrong so far. */
  readonly broken: readonly string[];
  /** What is wrong when a third server has swept. */
  readonly inTheEnd: () => Promise<readonly string[]>;
}

const OF_BOOKINGS: readonly NamedStep[] = [
  { name: 'sweep, before the booking is expired', point: { phase: 'booking.expire', nth: 1, when: 'before' } },
  { name: 'sweep, after the booking is expired', point: { phase: 'booking.expire', nth: 1, when: 'after' } },
  { name: 'sweep, before its seats are released', point: { phase: 'seat.release', nth: 1, when: 'before' } },
  { name: 'sweep, after its seats are released', point: { phase: 'seat.release', nth: 1, when: 'after' } },
  { name: 'sweep, after the booking is noted as swept', point: { phase: 'booking.swept', nth: 1, when: 'after' } },
];

const OF_SHOWS: readonly NamedStep[] = [
  { name: 'sweep, after the show is discarded', point: { phase: 'show.discard', nth: 1, when: 'after' } },
  { name: 'sweep, after its seats are removed', point: { phase: 'seat.remove', nth: 1, when: 'after' } },
  { name: 'sweep, after the show is noted as swept', point: { phase: 'show.swept', nth: 1, when: 'after' } },
];

/** Death at every step of the sweep of bookings and of that of shows. */
export const SWEEP_KILLS: readonly SweepKill[] = [
  ...OF_BOOKINGS.map((step) => ({ ...step, leave: dieWhileBooking })),
  ...OF_SHOWS.map((step) => ({ ...step, leave: dieWhileCreating })),
];

/**
 * A server dies with two of three seats locked, or with a show half created; the next one, alone, dies in the sweep; the
 * third finishes it within lease + 5 s.
 */
export async function playSweepKill(figures: ArenaFigures, { name, point, leave }: SweepKill): Promise<SceneOutcome> {
  let kills = 0;
  const violations = await complaintsOf(() =>
    // Nobody else may sweep, so that each scene has a database of its own, and no server but the one that dies next.
    inArena({ ...figures, instances: 0, leaseSeconds: LEASE_SECONDS }, async (arena) => {
      const left = await leave(arena);
      kills += left.kills;
      kills += await dieInSweep(arena, point);
      arena.servers.push(await arena.startServer({}));
      return [...left.broken, ...(await left.inTheEnd()), ...(await arena.violations())];
    }),
  );
  return { name, violations, kills };
}

/** Two of three seats are locked. */
async function dieWhileBooking(arena: Arena): Promise<Leftover> {
  return withDoomed(arena, { phase: 'seat.lock', nth: 2, when: 'after' }, async (doomed) => {
    const show = await arena.createShow({ title: 'Swept', totalSeats: 4 });
    const buyer = await guest(doomed.http);
    const broken = await mustBreak(await bookThree(buyer, show), doomed);
    const inTheEnd = (): Promise<readonly string[]> => expiredInTheEnd(arena, buyer, show);
    return { kills: deathsOf(doomed), broken, inTheEnd };
  });
}

async function expiredInTheEnd(arena: Arena, buyer: Actor, show: ShowWithSeats): Promise<readonly string[]> {
  const left = await settled(arena, show);
  const retry = await bookThree(buyer.at(arena.http()), show);
  return [
    ...left,
    ...mustBe('retry', story(retry), '410 booking-expired'),
    ...mustBe('stored', await storedStatuses(arena, buyer), ['EXPIRED']),
  ];
}

/** The first of three batches of seats is made, and the lease of the creation is over. */
async function dieWhileCreating(arena: Arena): Promise<Leftover> {
  const title = 'Half a show';
  return withDoomed(arena, { phase: 'seat.create', nth: 1, when: 'after' }, async (doomed) => {
    const broken = await mustBreak(await createAt(doomed.http, await admin(doomed.http), title), doomed);
    await endLeaseOf(arena, title);
    const inTheEnd = async (): Promise<readonly string[]> => [
      ...(await sweptAway(arena, title)),
      ...(await mustBeSeen(arena, title, 0)),
    ];
    return { kills: deathsOf(doomed), broken, inTheEnd };
  });
}

/** With a server that is the only one of the arena until it dies. */
export async function withDoomed<T>(
  arena: Arena,
  point: NamedStep['point'],
  play: (doomed: ApiServer) => Promise<T>,
): Promise<T> {
  const doomed = await arena.startServer({ killPoint: { ...point, action: 'SIGKILL' } });
  arena.servers.push(doomed);
  try {
    return await play(doomed);
  } finally {
    arena.servers.length = 0;
    await doomed.kill();
  }
}

async function dieInSweep(arena: Arena, point: NamedStep['point']): Promise<number> {
  return withDoomed(arena, point, async (doomed) => {
    await waitForDeath(doomed);
    return deathsOf(doomed);
  });
}

function bookThree(buyer: Actor, { showId, seatIds }: ShowWithSeats): ReturnType<Actor['book']> {
  return buyer.book(showId, seatIds.slice(0, 3), 'k');
}
