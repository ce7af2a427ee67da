import { Arbitrary, array, shuffledSubarray } from 'fast-check';
import { ProcessSpec, Scenario } from '../explore/scenario';
import { bookingIdOf, bookingSweep, buyer, canceller, giver, ON_SALE } from '../scenarios/show-on-sale';

/** The seats that each buyer wants, as places from 0. */
export type Wishes = readonly (readonly number[])[];

const [FEWEST, MOST] = [4, 6];

/** Up to four of six seats each, in any order. */
export const WISHES: Arbitrary<Wishes> = array(shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1, maxLength: 4 }), {
  minLength: FEWEST,
  maxLength: MOST,
});

/** The booking that is cancelled while it is made: that of the first buyer. */
export const CANCELLED_BOOKING = bookingIdOf(0);

/** The greatest number of processes; steps of processes that do not exist are skipped. */
export const MOST_PROCESSES = MOST + 5;

/** The first buyer asks twice with one key, gives a seat back and cancels; two sweeps run; then come the other buyers, however many. */
export function randomScenario([first = [], ...others]: Wishes): Scenario {
  const processes: readonly ProcessSpec[] = [
    buyer('A', first, { key: 'k' }),
    buyer('R', first, { key: 'k', user: 'A' }),
    giver('Y', { bookingId: CANCELLED_BOOKING, owner: 'A', places: first.slice(0, 1) }),
    canceller('X', 0, 'A'),
    bookingSweep('S'),
    bookingSweep('T'),
    ...others.map((places, at) => buyer('BCDEF'.charAt(at), places)),
  ];
  return {
    name: 'random',
    title: 'random bookings',
    initial: ON_SALE,
    processes,
    mishaps: { crashes: Infinity, stalls: Infinity, losses: Infinity, repeats: 0 },
    constantShows: true,
    oneMustWin: false,
  };
}
