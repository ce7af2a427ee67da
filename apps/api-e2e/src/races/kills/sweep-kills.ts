import { guest, type Actor } from '../../harness/actors';
import type { NamedStep } from '../../harness/api-server';
import { inArena, type Arena, type ArenaFigures, type House } from '../arena';
import type { SceneOutcome } from '../scenes';
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

/** Steps of the sweep at which the second server dies too. */
export const SWEEP_KILLS: readonly NamedStep[] = [
  { name: 'sweep, before the booking is expired', point: { phase: 'booking.expire', nth: 1, when: 'before' } },
  { name: 'sweep, after the booking is expired', point: { phase: 'booking.expire', nth: 1, when: 'after' } },
  { name: 'sweep, before its seats are released', point: { phase: 'seat.release', nth: 1, when: 'before' } },
  { name: 'sweep, after its seats are released', point: { phase: 'seat.release', nth: 1, when: 'after' } },
  { name: 'sweep, after the booking is noted as swept', point: { phase: 'booking.swept', nth: 1, when: 'after' } },
];

/**
 * A server dies with two of three seats locked; the next one, alone, dies in the sweep; the third finishes it
 * within lease + 5 s.
 */
export async function playSweepKill(figures: ArenaFigures, { name, point }: NamedStep): Promise<SceneOutcome> {
  let kills = 0;
  const violations = await complaintsOf(() =>
    // Nobody else may sweep, so that each scene has a database of its own, and no server but the one that dies next.
    inArena({ ...figures, instances: 0, leaseSeconds: LEASE_SECONDS }, async (arena) => {
      const booking = await dieWhileBooking(arena);
      kills += booking.kills;
      kills += await dieInSweep(arena, point);
      arena.servers.push(await arena.startServer({}));
      return [...booking.broken, ...(await sweptByTheThird(arena, booking))];
    }),
  );
  return { name, violations, kills };
}

/** A booking whose server has died, and what was wrong with that. */
interface Broken {
  readonly buyer: Actor;
  readonly house: House;
  readonly broken: readonly string[];
  readonly kills: number;
}

async function dieWhileBooking(arena: Arena): Promise<Broken> {
  const doomed = await arena.startServer({
    killPoint: { phase: 'seat.take', nth: 2, when: 'after', action: 'SIGKILL' },
  });
  try {
    arena.servers.push(doomed);
    const house = await arena.house({ title: 'Swept', totalSeats: 4 });
    const buyer = await guest(doomed.http);
    const broken = await mustBreak(await bookThree(buyer, house), doomed);
    return { buyer, house, broken, kills: deathsOf(doomed) };
  } finally {
    arena.servers.length = 0;
    await doomed.kill();
  }
}

async function dieInSweep(arena: Arena, point: NamedStep['point']): Promise<number> {
  const doomed = await arena.startServer({ killPoint: { ...point, action: 'SIGKILL' } });
  try {
    await waitForDeath(doomed);
    return deathsOf(doomed);
  } finally {
    await doomed.kill();
  }
}

async function sweptByTheThird(arena: Arena, { buyer, house }: Broken): Promise<readonly string[]> {
  const left = await settled(arena, house);
  const retry = await bookThree(buyer.at(arena.http()), house);
  return [
    ...left,
    ...mustBe('retry', story(retry), '410 booking-expired'),
    ...mustBe('stored', await storedStatuses(arena, buyer), ['EXPIRED']),
    ...(await arena.violations()),
  ];
}

function bookThree(buyer: Actor, { showId, seatIds }: House): ReturnType<Actor['book']> {
  return buyer.book(showId, seatIds.slice(0, 3), 'k');
}
