import { Outcome } from '../explore/outcome';
import { ProcessSpec, Scenario } from '../explore/scenario';
import { Services } from '../explore/services';
import { EMPTY_STORE } from '../model/store-state';
import { buyer, HOUSE, SHOW_ID, showSweep } from './house';

/** Three batches of seats, so that a creation is three commands long in the middle. */
const LAYOUT = { totalSeats: 4_001, seatsPerRow: 100 } as const;

function creator(name: string): ProcessSpec {
  const show = { title: 'A premiere', startTime: new Date(10 ** 12), venue: null, description: null, layout: LAYOUT };
  const run = async ({ creation }: Services): Promise<Outcome> => {
    const { id } = await creation.create(show, 'ON_SALE');
    return { kind: 'created', showId: id };
  };
  return { name, run };
}

function showCanceller(name: string): ProcessSpec {
  const run = async ({ admin }: Services): Promise<Outcome> => {
    await admin.cancel(SHOW_ID, { userId: 'ad'.padStart(24, '0'), role: 'ADMIN' });
    return { kind: 'done' };
  };
  return { name, run };
}

/** Shows that are made and called off. */
export const SHOW_SCENARIOS: readonly Scenario[] = [
  {
    name: 'create',
    title: 'a show of three batches of seats, one crash, a lease passes, one answer lost, and two sweeps',
    initial: EMPTY_STORE,
    processes: [creator('A'), showSweep('S'), showSweep('T')],
    mishaps: { crashes: 1, stalls: 1, losses: 1, repeats: 0 },
    constantShows: false,
    oneMustWin: false,
  },
  {
    name: 'call-off',
    title: 'a show is cancelled while [1] and [1] are under way, one crash, a lease passes, and a sweep',
    initial: HOUSE,
    processes: [buyer('A', [0]), buyer('B', [0]), showCanceller('X'), showSweep('S')],
    mishaps: { crashes: 1, stalls: 1, losses: 0, repeats: 0 },
    constantShows: false,
    oneMustWin: false,
  },
];
