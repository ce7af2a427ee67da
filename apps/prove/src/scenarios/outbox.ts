import { Scenario } from '../explore/scenario';
import {
  bookingSweep,
  buyer,
  canceller,
  givenBack,
  giver,
  ON_SALE,
  outbox,
  readBy,
  sold,
  SOLD_ID,
} from './show-on-sale';

const CALM = { crashes: 0, stalls: 0, losses: 0, repeats: 0 } as const;
const OUTBOX = { constantShows: true, oneMustWin: false } as const;
const SOLD = readBy(sold(ON_SALE, 'A', [0, 1, 2]), 'log');

/** A gives seats of the booking back that he bought before. */
function back(name: string, ...places: readonly number[]) {
  return giver(name, { bookingId: SOLD_ID, owner: 'A', ...(places.length > 0 && { places }) });
}

/** What happens to bookings, and those who wait for it. */
export const OUTBOX_SCENARIOS: readonly Scenario[] = [
  {
    ...OUTBOX,
    name: 'outbox-calm',
    title: '[1] of [1,2,3] is given back, then the rest, and two outboxes hand it over beside each other',
    initial: SOLD,
    processes: [back('X', 0), back('W'), outbox('O'), outbox('P')],
    mishaps: CALM,
  },
  {
    ...OUTBOX,
    name: 'outbox-sale',
    title: '[1] is bought and cancelled, one answer lost, one crash, and an outbox',
    initial: readBy(ON_SALE, 'log'),
    processes: [buyer('A', [0]), canceller('X', 0, 'A'), outbox('O')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...OUTBOX,
    name: 'outbox-late',
    title: '[1] is bought, one answer lost, a lease passes, a sweep and an outbox',
    initial: readBy(ON_SALE, 'log'),
    processes: [buyer('A', [0]), bookingSweep('S'), outbox('O')],
    mishaps: { ...CALM, losses: 1, stalls: 1 },
  },
  {
    ...OUTBOX,
    name: 'outbox-crash',
    title: 'after [1] of [1,2,3] also [2] is given back, one crash, a lease passes, and two outboxes',
    initial: givenBack(SOLD, 0),
    processes: [back('X', 1), outbox('O'), outbox('P')],
    mishaps: { ...CALM, crashes: 1, stalls: 1 },
  },
  {
    ...OUTBOX,
    name: 'outbox-lost',
    title: 'after [1] of [1,2,3] also [2] is given back, one answer lost, a lease passes, and two outboxes',
    initial: givenBack(SOLD, 0),
    processes: [back('X', 1), outbox('O'), outbox('P')],
    mishaps: { ...CALM, losses: 1, stalls: 1 },
  },
  {
    ...OUTBOX,
    name: 'outbox-repeat',
    title: 'after [1] of [1,2,3] also [2] is given back, one write applied twice, a lease passes, and two outboxes',
    initial: givenBack(SOLD, 0),
    processes: [back('X', 1), outbox('O'), outbox('P')],
    mishaps: { ...CALM, stalls: 1, repeats: 1 },
  },
  {
    ...OUTBOX,
    name: 'outbox-slept',
    title: 'after [1] and [2] of [1,2,3] also the rest is given back, a lease passes, and two outboxes',
    initial: givenBack(givenBack(SOLD, 0), 1),
    processes: [back('W'), outbox('O'), outbox('P')],
    mishaps: { ...CALM, stalls: 1 },
  },
  {
    ...OUTBOX,
    name: 'outbox-readers',
    title: 'two readers wait for [1] and [2] of [1,2,3], one answer lost, a lease passes, and two outboxes',
    initial: givenBack(givenBack(readBy(sold(ON_SALE, 'A', [0, 1, 2]), 'log', 'post'), 0), 1),
    processes: [outbox('O'), outbox('P')],
    mishaps: { ...CALM, losses: 1, stalls: 1 },
  },
];
