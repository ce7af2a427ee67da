import { Scenario } from '../explore/scenario';
import { bookingSweep, buyer, canceller, ON_SALE } from './show-on-sale';

const CALM = { crashes: 0, stalls: 0, losses: 0, repeats: 0 } as const;
const BOOKINGS = { initial: ON_SALE, constantShows: true, oneMustWin: true } as const;

/** Who meets whom at the seats. Whatever goes wrong may go wrong at any moment. */
export const BOOKING_SCENARIOS: readonly Scenario[] = [
  {
    ...BOOKINGS,
    name: 'collide',
    title: '[1,2], [2,1] and [2,3] at once, and a sweep; every moment at which an answer arrives',
    processes: [buyer('A', [0, 1]), buyer('B', [1, 0]), buyer('C', [1, 2]), bookingSweep('S')],
    mishaps: CALM,
    everyPoint: true,
  },
  {
    ...BOOKINGS,
    name: 'crash',
    title: '[1,2], [2,1] and [2,3], one crash, and a sweep; every moment at which an answer arrives',
    processes: [buyer('A', [0, 1]), buyer('B', [1, 0]), buyer('C', [1, 2]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1 },
    everyPoint: true,
  },
  {
    ...BOOKINGS,
    name: 'stall',
    title: '[1,2], [2,1] and [2,3], a lease passes, and a sweep',
    processes: [buyer('A', [0, 1]), buyer('B', [1, 0]), buyer('C', [1, 2]), bookingSweep('S')],
    mishaps: { ...CALM, stalls: 1 },
  },
  {
    ...BOOKINGS,
    name: 'sweeps',
    title: '[1,2] and [2,1], a lease passes, one crash, two sweeps beside each other',
    processes: [buyer('A', [0, 1]), buyer('B', [1, 0]), bookingSweep('S'), bookingSweep('T')],
    mishaps: { ...CALM, crashes: 1, stalls: 1 },
  },
  {
    ...BOOKINGS,
    name: 'lost',
    title: '[1,2] and [2,1], two answers lost, a lease passes, and a sweep',
    processes: [buyer('A', [0, 1]), buyer('B', [1, 0]), bookingSweep('S')],
    mishaps: { ...CALM, losses: 2, stalls: 1 },
  },
  {
    ...BOOKINGS,
    name: 'cancel',
    title: '[1,2], cancelled twice, beside [2], one answer lost, one crash, and a sweep',
    processes: [buyer('A', [0, 1]), canceller('X', 0, 'A'), canceller('Y', 0, 'A'), buyer('B', [1]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...BOOKINGS,
    name: 'three-lost',
    title: '[1,2], [2,1] and [2,3], one answer lost, one crash, and a sweep',
    processes: [buyer('A', [0, 1]), buyer('B', [1, 0]), buyer('C', [1, 2]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...BOOKINGS,
    name: 'three-late',
    title: 'three for [1], one answer lost, a lease passes, and a sweep',
    processes: [buyer('A', [0]), buyer('B', [0]), buyer('C', [0]), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1, stalls: 1 },
  },
  {
    ...BOOKINGS,
    name: 'three-cancel',
    title: '[1,2], cancelled, beside [2,1] and [2,3], one answer lost, and a sweep',
    processes: [buyer('A', [0, 1]), buyer('B', [1, 0]), buyer('C', [1, 2]), canceller('X', 0, 'A'), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1 },
  },
  {
    ...BOOKINGS,
    name: 'replay',
    title: '[1,2] twice with one key beside [2], one answer lost, one crash',
    processes: [buyer('A', [0, 1], { key: 'k' }), buyer('R', [1, 0], { key: 'k', user: 'A' }), buyer('B', [1])],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...BOOKINGS,
    name: 'retry',
    title: '[1,2] twice with one key, one answer lost, one crash, a lease passes, and a sweep',
    processes: [buyer('A', [0, 1], { key: 'k' }), buyer('R', [1, 0], { key: 'k', user: 'A' }), bookingSweep('S')],
    mishaps: { crashes: 1, stalls: 1, losses: 1, repeats: 0 },
  },
  {
    ...BOOKINGS,
    name: 'host',
    title: '[1,2] and [2,3] on one host that dies, [3,1] elsewhere, a lease passes',
    processes: [buyer('A', [0, 1], { host: 'one' }), buyer('B', [1, 2], { host: 'one' }), buyer('C', [2, 0])],
    mishaps: { ...CALM, crashes: 1, stalls: 1 },
  },
  {
    ...BOOKINGS,
    name: 'repeat',
    title: '[1,2] twice with one key beside [2,1], cancelled, one write applied twice, a lease passes',
    processes: [
      buyer('A', [0, 1], { key: 'k' }),
      buyer('R', [1, 0], { key: 'k', user: 'A' }),
      buyer('B', [1, 0]),
      canceller('X', 0, 'A'),
    ],
    mishaps: { ...CALM, stalls: 1, repeats: 1 },
  },
  {
    ...BOOKINGS,
    name: 'repeat-late',
    title: '[1] beside [1], one write applied twice, a lease passes, and a sweep',
    processes: [buyer('A', [0]), buyer('B', [0]), bookingSweep('S')],
    mishaps: { ...CALM, stalls: 1, repeats: 1 },
  },
];
