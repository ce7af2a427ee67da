import { Scenario } from '../explore/scenario';
import { bookingSweep, buyer, giver, ON_SALE, sold, SOLD_ID } from './show-on-sale';
import { showCanceller } from './shows';

const CALM = { crashes: 0, stalls: 0, losses: 0, repeats: 0 } as const;
const RETURNS = { constantShows: true, oneMustWin: false } as const;

/** A gives seats of the booking back that he bought before. */
function back(name: string, ...places: readonly number[]) {
  return giver(name, { bookingId: SOLD_ID, owner: 'A', ...(places.length > 0 && { places }) });
}

/** Seats that are given back one by one, from a booking that stays. */
export const RETURN_SCENARIOS: readonly Scenario[] = [
  {
    ...RETURNS,
    name: 'return-twice',
    title: '[1] and [1,2] of [1,2,3] are given back at once, one answer lost, one crash, and a sweep',
    initial: sold(ON_SALE, 'A', [0, 1, 2]),
    processes: [back('X', 0), back('Y', 0, 1), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...RETURNS,
    name: 'return-resale',
    title: '[1] of [1,2] is given back and sold again, one answer lost, one crash, and a sweep',
    initial: sold(ON_SALE, 'A', [0, 1]),
    processes: [back('X', 0), buyer('B', [0]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...RETURNS,
    name: 'return-all',
    title: '[1] of [1,2] is given back while all of it is cancelled, one answer lost, one crash, and two sweeps',
    initial: sold(ON_SALE, 'A', [0, 1]),
    processes: [back('X', 0), back('W'), bookingSweep('S'), bookingSweep('T')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...RETURNS,
    name: 'return-last',
    title: '[1] and [2] of [1,2] are given back at once beside a buyer of both, one crash, and a sweep',
    initial: sold(ON_SALE, 'A', [0, 1]),
    processes: [back('X', 0), back('Y', 1), buyer('B', [1, 0]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1 },
  },
  {
    ...RETURNS,
    name: 'return-repeat',
    title: '[1] and [2] of [1,2,3] are given back, one write applied twice, one answer lost, and two sweeps',
    initial: sold(ON_SALE, 'A', [0, 1, 2]),
    processes: [back('X', 0), back('Y', 1), bookingSweep('S'), bookingSweep('T')],
    mishaps: { ...CALM, losses: 1, repeats: 1 },
  },
  {
    ...RETURNS,
    name: 'return-replay',
    title: '[1] of [1,2] is given back while its first request is asked again, beside a buyer of it',
    initial: sold(ON_SALE, 'A', [0, 1], 'k'),
    processes: [back('X', 0), buyer('R', [1, 0], { key: 'k', user: 'A' }), buyer('B', [0]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...RETURNS,
    name: 'return-call-off',
    title: '[1] of [1,2] is given back while the show is cancelled, one answer lost, one crash, and a sweep',
    initial: sold(ON_SALE, 'A', [0, 1]),
    processes: [back('X', 0), showCanceller('C'), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
    constantShows: false,
  },
];
