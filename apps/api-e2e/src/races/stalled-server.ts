import { readFileSync } from 'node:fs';
import { type Booked, guest } from '../harness/actors';
import type { Reply } from '../harness/http';
import { inParallel, until } from '../harness/until';
import { inArena, type Arena, type ArenaFigures, type ShowWithSeats } from './arena';
import { HOLD_STALLS, SHORT_HOLDS } from './holds/hold-stalls';
import { complaintsOf, mustBe, settled, storedStatuses, story } from './kills/scene';
import type { RaceResult } from './result';
import type { Stall } from './stall';
import { inRounds, lookAtAll, scenes, type SceneFigures, type SceneOutcome } from './scenes';

/** Seconds; the stalled server sleeps longer. */
const LEASE_SECONDS = 2;

/** A lease or a hold ends, and the sweep comes. */
const RESALE_MS = 15_000;

/** The sleeper books both seats of the show. */
const booking = {
  prepare:
    async (_, { showId, seatIds }) =>
    (asleep) =>
      asleep.book(showId, seatIds, 'slept'),
  told: ['409 booking-expired', '410 booking-expired'],
} satisfies Partial<Stall>;

export const STALLS: readonly Stall[] = [
  { ...booking, name: 'before its first lock', point: { phase: 'seat.lock', nth: 1, when: 'before' }, resold: 2 },
  { ...booking, name: 'before its last lock', point: { phase: 'seat.lock', nth: 2, when: 'before' }, resold: 2 },
  {
    ...booking,
    name: 'before a lock on a seat still free',
    point: { phase: 'seat.lock', nth: 2, when: 'before' },
    resold: 1,
  },
  { ...booking, name: 'after its last lock', point: { phase: 'seat.lock', nth: 2, when: 'after' }, resold: 2 },
  { ...booking, name: 'before its confirm', point: { phase: 'booking.confirm', nth: 1, when: 'before' }, resold: 2 },
  ...HOLD_STALLS,
];

/** Scenes of a round at the same time. */
const WIDTH = 10;

/** A server sleeps past its lease at each step of a booking or a hold while its seats are sold again; again and again. */
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
  const places: ArenaFigures = { ...figures, instances: 1, leaseSeconds: LEASE_SECONDS, env: SHORT_HOLDS };
  return inArena(places, async (arena) => {
    const outcomes = await inParallel(stalls, WIDTH, (stall) => playStall(arena, stall).finally(tell));
    return [...outcomes, await lookAtAll(arena)];
  });
}

/**
 * A server sleeps past the lease of its booking, or past the end of its hold; the sweep gives its seats back and somebody
 * else buys them. When it wakes its buyer is refused, again and again, and the new owner keeps the seats.
 */
async function playStall(arena: Arena, stall: Stall): Promise<SceneOutcome> {
  let stalls = 0;
  const violations = await complaintsOf(async () => {
    const show = await arena.createShow({ title: 'Stalled', totalSeats: 3 });
    const { answer, again, resale, isAsleep } = await sleepWhileResold(arena, show, stall);
    if (isAsleep) stalls++;
    return [
      ...mustBe('asleep', isAsleep, true),
      ...mustBe('the sleeper and its retry', [answer, again].map(story), stall.told),
      ...(await settled(arena, show)),
      ...(await arena.violations({ confirmed: [resale.body.bookingId], showId: show.showId })),
    ];
  });
  return { name: stall.name, violations, stalls };
}

interface Resale {
  readonly answer: Reply<object>;
  readonly again: Reply<object>;
  readonly resale: Reply<Booked>;
  /** Whether the server stood still until its seats had been sold again. */
  readonly isAsleep: boolean;
}

async function sleepWhileResold(arena: Arena, show: ShowWithSeats, { point, resold, prepare }: Stall): Promise<Resale> {
  const [sleeper, rival] = [await guest(arena.http()), await guest(arena.http())];
  const stalled = await arena.startServer({ killPoint: { ...point, action: 'SIGSTOP' } });
  try {
    const send = await prepare(sleeper, show);
    const ask = (): Promise<Reply<object>> => send(sleeper.at(stalled.http));
    const asleep = ask();
    const resale = await until('the seats to be sold again', RESALE_MS, async () => {
      if ((await storedStatuses(arena, sleeper))[0] !== 'EXPIRED') return undefined;
      const answer = await rival.book(show.showId, show.seatIds.slice(0, resold));
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
