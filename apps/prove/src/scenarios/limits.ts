import { Scenario } from '../explore/scenario';
import { bookingSweep, buyer, giver, limited, sold, SOLD_ID } from './show-on-sale';

const CALM = { crashes: 0, stalls: 0, losses: 0, repeats: 0 } as const;
const LIMITS = { constantShows: true, oneMustWin: false } as const;

/** One customer in several tabs, in a show in which he may have a few seats. */
export const LIMIT_SCENARIOS: readonly Scenario[] = [
  {
    ...LIMITS,
    name: 'limit-tabs',
    title: 'one customer, who may have two seats, wants [1,2] and [2,3], one answer lost, one crash, and a sweep',
    initial: limited(2),
    processes: [buyer('A', [0, 1]), buyer('B', [1, 2], { user: 'A' }), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
    oneMustWin: true,
  },
  {
    ...LIMITS,
    name: 'limit-late',
    title: 'one customer, who may have one seat, wants [1] and [2], one answer lost, a lease passes, and two sweeps',
    initial: limited(1),
    processes: [buyer('A', [0]), buyer('B', [1], { user: 'A' }), bookingSweep('S'), bookingSweep('T')],
    mishaps: { ...CALM, losses: 1, stalls: 1 },
  },
  {
    ...LIMITS,
    name: 'limit-three',
    title: 'one customer, who may have two seats, wants [1], [2] and [3], and a rival wants [1]; one crash',
    initial: limited(2),
    processes: [buyer('A', [0]), buyer('B', [1], { user: 'A' }), buyer('C', [2], { user: 'A' }), buyer('D', [0])],
    mishaps: { ...CALM, crashes: 1 },
  },
  {
    ...LIMITS,
    name: 'limit-key',
    title: 'one customer, who may have two seats, wants [1,2] twice with one key, one answer lost, a lease passes',
    initial: limited(2),
    processes: [buyer('A', [0, 1], { key: 'k' }), buyer('R', [1, 0], { key: 'k', user: 'A' }), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1, stalls: 1 },
  },
  {
    ...LIMITS,
    name: 'limit-return',
    title:
      'a customer with both of two seats gives one back and wants another, one answer lost, one crash, and a sweep',
    initial: sold(limited(2), 'A', [0, 1]),
    processes: [giveBack('X', 0), buyer('B', [2], { user: 'A' }), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...LIMITS,
    name: 'limit-cancel',
    title: 'a customer with both of two seats cancels and wants two others, one answer lost, one crash, and a sweep',
    initial: sold(limited(2), 'A', [0, 1]),
    processes: [giveBack('X'), buyer('B', [2, 3], { user: 'A' }), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...LIMITS,
    name: 'limit-staff',
    title: 'staff book [1,2] for a customer, who may have one seat, while he books [3] himself',
    initial: limited(1),
    processes: [buyer('T', [0, 1], { user: 'A', staff: 'Z' }), buyer('A', [2]), bookingSweep('S')],
    mishaps: CALM,
    oneMustWin: true,
  },
];

function giveBack(name: string, ...places: readonly number[]) {
  return giver(name, { bookingId: SOLD_ID, owner: 'A', ...(places.length > 0 && { places }) });
}
