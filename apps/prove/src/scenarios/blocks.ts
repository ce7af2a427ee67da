import { Outcome } from '../explore/outcome';
import { ProcessSpec, Scenario } from '../explore/scenario';
import { CHANGE_MS, Services } from '../explore/services';
import { StoreState } from '../model/store-state';
import { bestHolder, changer, confirmer, holding, releaser } from './holders';
import { bookingSweep, buyer, inPairs, ON_SALE, seats, SHOW_ID, userIdOf } from './show-on-sale';

const CALM = { crashes: 0, stalls: 0, losses: 0, repeats: 0 } as const;
const BLOCKS = { constantShows: true, oneMustWin: false } as const;

/** Blocks the seats at these places. */
export function blocker(name: string, places: readonly number[]): ProcessSpec {
  const run = async ({ blocking }: Services): Promise<Outcome> => {
    const wish = { seatIds: seats(...places), by: userIdOf(name), reason: 'house' } as const;
    return { kind: 'blocked', seatIds: (await blocking.block(SHOW_ID, wish)).changed };
  };
  return { name, run };
}

/** Releases the seats at these places, as staff. */
export function unblocker(name: string, places: readonly number[]): ProcessSpec {
  const releases = seats(...places);
  const run = async ({ blocking }: Services): Promise<Outcome> => {
    await blocking.release(SHOW_ID, { seatIds: releases, by: userIdOf(name) });
    return { kind: 'done' };
  };
  return { name, run, releases };
}

/** The store in which staff have blocked the seats at these places. */
function blocking(store: StoreState, places: readonly number[]): StoreState {
  const act = 'af'.padEnd(24, '0');
  const ids = seats(...places);
  return {
    ...store,
    blocked: Object.fromEntries(ids.map((id) => [id, act])),
    blockActs: Object.fromEntries(ids.map((id) => [id, [{ act, at: 0 }]])),
  };
}

/** Staff keep seats from sale while customers book them. */
export const BLOCK_SCENARIOS: readonly Scenario[] = [
  {
    ...BLOCKS,
    name: 'block-book',
    title: 'staff block [1,2] and [1] while [2] is booked, one crash, one answer lost, and a sweep',
    initial: ON_SALE,
    processes: [blocker('X', [0, 1]), blocker('Y', [0]), buyer('A', [1]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...BLOCKS,
    name: 'block-late',
    title: 'staff block [2,1] while [1,2] is booked, a lease passes, one write applied twice, and a sweep',
    initial: ON_SALE,
    processes: [blocker('X', [1, 0]), buyer('A', [0, 1]), bookingSweep('S')],
    mishaps: { ...CALM, stalls: 1, repeats: 1 },
  },
  {
    ...BLOCKS,
    name: 'block-release',
    title: 'blocked [1,2] is released while [1,2] is booked and [2] blocked again, one answer lost, one write twice',
    initial: blocking(ON_SALE, [0, 1]),
    processes: [unblocker('R', [0, 1]), buyer('A', [0, 1]), blocker('X', [1]), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1, repeats: 1 },
  },
  {
    ...BLOCKS,
    name: 'block-sold',
    title:
      'staff release [1,2] while the hold of [1] is confirmed and [2] is booked, one crash, a lease passes, a sweep',
    initial: holding(ON_SALE, 'H', [0]),
    processes: [unblocker('R', [0, 1]), confirmer('C', 'H', [0]), buyer('A', [1]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, stalls: 1 },
    stallMs: CHANGE_MS,
  },
  {
    ...BLOCKS,
    name: 'block-hold',
    title: 'a hold of [1] becomes [2] while staff block [1,2], one answer lost, the hold ends, a sweep',
    initial: holding(ON_SALE, 'H', [0]),
    processes: [changer('C', 'H', [1]), blocker('X', [0, 1]), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1, stalls: 1 },
    stallMs: 2 * CHANGE_MS,
  },
  {
    ...BLOCKS,
    name: 'block-given-back',
    title: 'a hold of [1] is given back while staff block [1,2], one crash, one answer lost, and a sweep',
    initial: holding(ON_SALE, 'H', [0]),
    processes: [releaser('G', 'H'), blocker('X', [0, 1]), bookingSweep('S')],
    mishaps: { ...CALM, crashes: 1, losses: 1 },
  },
  {
    ...BLOCKS,
    name: 'block-best',
    title: 'a party of two wants the best of two rows of two while staff block the first and release it, and a sweep',
    initial: inPairs(ON_SALE, 2),
    processes: [bestHolder('A', 2), blocker('X', [0, 1]), unblocker('R', [0, 1]), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1 },
  },
];
