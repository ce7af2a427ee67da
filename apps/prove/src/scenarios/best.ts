import { Scenario } from '../explore/scenario';
import { CHANGE_MS } from '../explore/services';
import { bestHolder, holding, releaser } from './holders';
import { bookingSweep, buyer, inPairs, limited, ON_SALE } from './show-on-sale';

const CALM = { crashes: 0, stalls: 0, losses: 0, repeats: 0 } as const;
const BEST = { constantShows: true, oneMustWin: false, stallMs: 3 * CHANGE_MS } as const;

/** Customers who say how many seats they want; the board of each is as old as the scenario. */
export const BEST_SCENARIOS: readonly Scenario[] = [
  {
    ...BEST,
    name: 'best-collide',
    title: 'two parties of two want the best of two rows of two, beside a buyer of [3], and a sweep',
    initial: inPairs(ON_SALE, 2),
    processes: [bestHolder('A', 2), bestHolder('B', 2), buyer('C', [2]), bookingSweep('S')],
    mishaps: CALM,
  },
  {
    ...BEST,
    name: 'best-crash',
    title: 'two parties of two want the best of two rows of two, one crash, a lease passes, and a sweep',
    initial: inPairs(ON_SALE, 2),
    processes: [bestHolder('A', 2), bestHolder('B', 2), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, stalls: 1 },
  },
  {
    ...BEST,
    name: 'best-lost',
    title: 'two parties of two want the best of two rows of two, one answer lost, one write applied twice, and a sweep',
    initial: inPairs(ON_SALE, 2),
    processes: [bestHolder('A', 2), bestHolder('B', 2), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1, repeats: 1 },
  },
  {
    ...BEST,
    name: 'best-return',
    title: 'a hold of the only row is given back while parties of two and of one ask for the best, one answer lost',
    initial: holding(inPairs(ON_SALE, 1), 'H', [0, 1]),
    processes: [releaser('R', 'H'), bestHolder('A', 2), bestHolder('B', 1), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1 },
  },
  {
    ...BEST,
    name: 'best-again',
    title:
      'the customer who holds the only row asks for the best two again while the hold ends, a lease passes, a sweep',
    initial: holding(inPairs(ON_SALE, 1), 'A', [0, 1]),
    processes: [bestHolder('B', 2, 'A'), bestHolder('C', 1, 'A'), bookingSweep('S')],
    mishaps: { ...CALM, stalls: 1, losses: 1 },
  },
  {
    ...BEST,
    name: 'best-limit',
    title: 'one customer, who may have two seats, asks for the best two in two tabs beside a party of two, and a sweep',
    initial: inPairs(limited(2), 2),
    processes: [bestHolder('A', 2), bestHolder('B', 2, 'A'), bestHolder('C', 2), bookingSweep('S')],
    mishaps: CALM,
  },
];
