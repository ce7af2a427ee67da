import { guest, type Actor } from '../../harness/actors';
import type { KillPoint } from '../../harness/api-server';
import { inArena, type Arena, type ArenaFigures, type House } from '../arena';
import { complaintsOf, LEASE_SECONDS, mustBe, mustBreak, settled, storedStatuses, story, waitForDeath } from './scene';

/** A step of the sweep at which the second server dies too. */
export interface SweepKill {
  readonly name: string;
  readonly point: Omit<KillPoint, 'action'>;
}

export const SWEEP_KILLS: readonly SweepKill[] = [
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
export async function playSweepKill(figures: ArenaFigures, { point }: SweepKill): Promise<readonly string[]> {
  return inArena({ ...figures, instances: 1, leaseSeconds: LEASE_SECONDS }, (arena) =>
    complaintsOf(async () => {
      const house = await arena.house({ title: 'Swept', totalSeats: 4 });
      const buyer = await guest(arena.http());
      const broken = await dieWhileBooking(arena, buyer, house);
      await dieInSweep(arena, point);
      arena.servers.push(await arena.startServer({}));
      const left = await settled(arena, house);
      const retry = await bookThree(buyer.at(arena.http()), house);
      return [
        ...broken,
        ...left,
        ...mustBe('retry', story(retry), '410 booking-expired'),
        ...mustBe('stored', await storedStatuses(arena, buyer), ['EXPIRED']),
        ...(await arena.violations()),
      ];
    }),
  );
}

/** Ends the arena's own servers too, so that nobody is left to sweep. */
async function dieWhileBooking(arena: Arena, buyer: Actor, house: House): Promise<readonly string[]> {
  const doomed = await arena.startServer({
    killPoint: { phase: 'seat.take', nth: 2, when: 'after', action: 'SIGKILL' },
  });
  const answer = await bookThree(buyer.at(doomed.http), house);
  const complaints = await mustBreak(answer, doomed);
  await doomed.kill();
  await Promise.all(arena.servers.splice(0).map((server) => server.kill()));
  return complaints;
}

async function dieInSweep(arena: Arena, point: SweepKill['point']): Promise<void> {
  const doomed = await arena.startServer({ killPoint: { ...point, action: 'SIGKILL' } });
  try {
    await waitForDeath(doomed);
  } finally {
    await doomed.kill();
  }
}

function bookThree(buyer: Actor, { showId, seatIds }: House): ReturnType<Actor['book']> {
  return buyer.book(showId, seatIds.slice(0, 3), 'k');
}
