import { readFileSync } from 'node:fs';
import { guest } from '../harness/actors';
import type { Booked } from '../harness/actors';
import type { KillPoint, NamedStep } from '../harness/api-server';
import type { Reply } from '../harness/http';
import { inParallel, until } from '../harness/until';
import { inArena, type Arena, type ArenaFigures, type ShowWithSeats } from './arena';
import { complaintsOf, mustBe, settled, storedStatuses, story } from './kills/scene';
import type { RaceResult } from './result';
import { inRounds, lookAtAll, scenes, type SceneFigures, type SceneOutcome } from './scenes';

/** Seconds; the stalled server sleeps longer. */
const LEASE_SECONDS = 2;

/** A step at which a server is stopped, as by a long pause of its machine. */
export interface Stall extends NamedStep {
  /** Seats of the booking, from the first, that somebody else buys meanwhile. */
  readonly resold: number;
}

export const STALLS: readonly Stall[] = [
  { name: 'before its first lock', point: at('seat.lock', 1, 'before'), resold: 2 },
  { name: 'before its last lock', point: at('seat.lock', 2, 'before'), resold: 2 },
  { name: 'before a lock on a seat still free', point: at('seat.lock', 2, 'before'), resold: 1 },
  { name: 'after its last lock', point: at('seat.lock', 2, 'after'), resold: 2 },
  { name: 'before its confirm', point: at('booking.confirm', 1, 'before'), resold: 2 },
];

function at(phase: string, nth: number, when: KillPoint['when']): Stall['point'] {
  return { phase, nth, when };
}

/** Scenes of a round at the same time. */
const WIDTH = 5;

/** A server sleeps past its lease at each step of a booking while its seats are sold again; again and again. */
export function raceStalls(figures: ArenaFigures, { rounds }: SceneFigures): Promise<RaceResult> {
  const count = STALLS.length;
  return scenes('a server that sleeps past its lease', figures, () =>
    inRounds('stalls', { rounds, count }, (tell) => stallEach(figures, STALLS, tell)),
  );
}

/** Plays the scenes beside one server that stays awake, on one database. The last outcome is that of the database. */
export async function stallEach(
  figures: ArenaFigures,
  stalls: readonly Stall[],
  tell: () => void = () => undefined,
): Promise<readonly SceneOutcome[]> {
  return inArena({ ...figures, instances: 1, leaseSeconds: LEASE_SECONDS }, async (arena) => {
    const outcomes = await inParallel(stalls, WIDTH, (stall) => playStall(arena, stall).finally(tell));
    return [...outcomes, await lookAtAll(arena)];
  });
}

/**
 * A server sleeps past the lease of its booking; the sweep gives its seats back and somebody else buys them. When it
 * wakes its buyer is refused, again and again, and the new owner keeps the seats.
 */
async function playStall(arena: Arena, stall: Stall): Promise<SceneOutcome> {
  let stalls = 0;
  const violations = await complaintsOf(async () => {
    const show = await arena.createShow({ title: 'Stalled', totalSeats: 2 });
    const { answer, again, resale, isAsleep } = await sleepWhileResold(arena, show, stall);
    if (isAsleep) stalls++;
    return [
      ...mustBe('asleep', isAsleep, true),
      ...mustBe('the sleeper', story(answer), '409 booking-expired'),
      ...mustBe('its retry', story(again), '410 booking-expired'),
      ...(await settled(arena, show)),
      ...(await arena.violations({ confirmed: [resale.body.bookingId], showId: show.showId })),
    ];
  });
  return { name: stall.name, violations, stalls };
}

interface Resale {
  readonly answer: Reply<Booked>;
  readonly again: Reply<Booked>;
  readonly resale: Reply<Booked>;
  /** Whether the server stood still until its seats had been sold again. */
  readonly isAsleep: boolean;
}

async function sleepWhileResold(
  arena: Arena,
  { showId, seatIds }: ShowWithSeats,
  { point, resold }: Stall,
): Promise<Resale> {
  const [sleeper, rival] = [await guest(arena.http()), await guest(arena.http())];
  const stalled = await arena.startServer({ killPoint: { ...point, action: 'SIGSTOP' } });
  try {
    const ask = (): Promise<Reply<Booked>> => sleeper.at(stalled.http).book(showId, seatIds, 'slept');
    const asleep = ask();
    const resale = await until('the seats to be sold again', (LEASE_SECONDS + 10) * 1_000, async () => {
      if ((await storedStatuses(arena, sleeper))[0] !== 'EXPIRED') return undefined;
      const answer = await rival.book(showId, seatIds.slice(0, resold));
      return answer.status === 201 ? answer : undefined;
    });
    const isAsleep = isStopped(stalled.child.pid);
    stalled.child.signal('SIGCONT');
    return { answer: await asleep, again: await ask(), resale, isAsleep };
  } finally {
    await stalled.kill();
  }
}

/** As the kernel has it: the state is the first field after the name, which stands in parentheses. */
function isStopped(pid: number): boolean {
  return /\) T /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
