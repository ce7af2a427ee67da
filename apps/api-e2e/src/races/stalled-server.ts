import { guest } from '../harness/actors';
import type { Booked } from '../harness/actors';
import type { KillPoint } from '../harness/api-server';
import type { Reply } from '../harness/http';
import { until } from '../harness/until';
import { inArena, type Arena, type ArenaFigures, type House } from './arena';
import { complaintsOf, mustBe, settled, storedStatuses, story } from './kills/scene';

/** Seconds; the stalled server sleeps longer. */
const LEASE_SECONDS = 2;

/** A step at which a server is stopped, as by a long pause of its machine. */
export interface Stall {
  readonly name: string;
  readonly point: Omit<KillPoint, 'action'>;
}

export const STALLS: readonly Stall[] = [
  { name: 'before its first lock', point: { phase: 'seat.take', nth: 1, when: 'before' } },
  { name: 'before its last lock', point: { phase: 'seat.take', nth: 2, when: 'before' } },
  { name: 'after its last lock', point: { phase: 'seat.take', nth: 2, when: 'after' } },
  { name: 'before its confirm', point: { phase: 'booking.confirm', nth: 1, when: 'before' } },
];

/**
 * A server sleeps past the lease of its booking; the sweep gives its seats back and somebody else buys them. When it
 * wakes it is told that its booking has expired, and the new owner keeps the seats.
 * @returns a sentence for each thing that is wrong
 */
export async function stallServer(figures: ArenaFigures, { point }: Stall): Promise<readonly string[]> {
  return inArena({ ...figures, instances: 1, leaseSeconds: LEASE_SECONDS }, (arena) =>
    complaintsOf(async () => {
      const house = await arena.house({ title: 'Stalled', totalSeats: 2 });
      const { answer, resold } = await sleepWhileResold(arena, house, point);
      return [
        ...mustBe('the next buyer', story(resold), '201 booked'),
        ...mustBe('the sleeper', story(answer), '409 booking-expired'),
        ...(await settled(arena, house)),
        ...(await arena.violations({ confirmed: resold.status === 201 ? [resold.body.bookingId] : [] })),
      ];
    }),
  );
}

interface Resale {
  readonly answer: Reply<Booked>;
  readonly resold: Reply<Booked>;
}

async function sleepWhileResold(arena: Arena, { showId, seatIds }: House, point: Stall['point']): Promise<Resale> {
  const [sleeper, rival] = [await guest(arena.http()), await guest(arena.http())];
  const stalled = await arena.startServer({ killPoint: { ...point, action: 'SIGSTOP' } });
  try {
    const asleep = sleeper.at(stalled.http).book(showId, seatIds, 'slept');
    const resold = await until('the seats to be sold again', (LEASE_SECONDS + 10) * 1_000, async () => {
      if ((await storedStatuses(arena, sleeper))[0] !== 'EXPIRED') return undefined;
      const answer = await rival.book(showId, seatIds);
      return answer.status === 201 ? answer : undefined;
    });
    stalled.child.signal('SIGCONT');
    return { answer: await asleep, resold };
  } finally {
    await stalled.kill();
  }
}
