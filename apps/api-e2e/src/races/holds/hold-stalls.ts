import type { Actor } from '../../harness/actors';
import type { ShowWithSeats } from '../arena';
import type { Stall } from '../stall';

/** Holds end so soon that a test can wait for it, and late enough for a loaded machine to change or confirm one before. */
export const SHORT_HOLDS = { HOLD_SECONDS: '4', HOLD_MAX_SECONDS: '4' } as const;

/** The first and the second two of the three seats of the show. */
const first = ({ seatIds }: ShowWithSeats): readonly string[] => seatIds.slice(0, 2);
const second = ({ seatIds }: ShowWithSeats): readonly string[] => seatIds.slice(1);

const held = async (sleeper: Actor, show: ShowWithSeats) => {
  const { body } = await sleeper.hold(show.showId, first(show));
  return { showId: show.showId, holdId: body.holdId };
};

const making = {
  prepare: async (_, show) => (asleep) => asleep.hold(show.showId, first(show)),
  told: ['409 booking-expired', '409 seat-taken'],
  resold: 2,
} satisfies Partial<Stall>;

const changing = {
  prepare: async (sleeper, show) => {
    const hold = await held(sleeper, show);
    return (asleep) => asleep.changeHold(hold, second(show));
  },
  told: ['409 booking-expired', '409 booking-expired'],
  // The seat that it adds is still free.
  resold: 2,
} satisfies Partial<Stall>;

const confirming = {
  prepare: async (sleeper, show) => {
    const hold = await held(sleeper, show);
    return (asleep) => asleep.bookHeld(hold, first(show));
  },
  told: ['409 booking-expired', '409 booking-expired'],
  resold: 2,
} satisfies Partial<Stall>;

/** Sleep past the lease of the intent, or past the end of the hold, at each step that could still take seats. */
export const HOLD_STALLS: readonly Stall[] = [
  { ...making, name: 'hold, before its last lock', point: { phase: 'seat.lock', nth: 2, when: 'before' } },
  { ...making, name: 'hold, before it is HELD', point: { phase: 'hold.hold', nth: 1, when: 'before' } },
  {
    ...changing,
    name: 'change of a hold, before its lock',
    point: { phase: 'seat.lock', nth: 1, when: 'before' },
    // A lock that comes too late undoes nothing: whoever asks again learns what became of the change.
    told: ['409 in-progress', '409 booking-expired'],
  },
  { ...changing, name: 'change of a hold, before its commit', point: { phase: 'hold.commit', nth: 1, when: 'before' } },
  { ...confirming, name: 'confirm of a hold', point: { phase: 'hold.confirm', nth: 1, when: 'before' } },
];
