import { Outcome } from '../explore/outcome';
import { ProcessSpec, Scenario } from '../explore/scenario';
import { Services } from '../explore/services';
import { EMPTY_STORE, StoreState } from '../model/store-state';
import { buyer, creationSweep, ON_SALE, SHOW_ID, showCancelSweep } from './show-on-sale';

/** Three batches of seats, so that a creation is three commands long in the middle. */
const TOTAL_SEATS = 4_001;
const PREMIERE = {
  title: 'A premiere',
  startTime: new Date(4 * 10 ** 12),
  venue: null,
  description: null,
  limitPerCustomer: null,
} as const;

function creator(name: string): ProcessSpec {
  const run = async ({ creation }: Services): Promise<Outcome> => {
    const { show: created } = await creation.create({ ...PREMIERE, totalSeats: TOTAL_SEATS, status: 'ON_SALE' });
    return { kind: 'created', showId: created.id };
  };
  return { name, run };
}

/** Two requests with one key are the same admin's, sent twice. */
function sender(name: string): ProcessSpec {
  const key = { userId: 'ad'.padStart(24, '0'), idempotencyKey: 'k' };
  const run = async ({ creation }: Services): Promise<Outcome> => {
    const { show: created } = await creation.create({ ...PREMIERE, rows: 10, seatsPerRow: 10, status: 'DRAFT' }, key);
    return { kind: 'created', showId: created.id };
  };
  return { name, run };
}

function draftDeleter(name: string): ProcessSpec {
  const run = async ({ creation }: Services): Promise<Outcome> => {
    await creation.deleteDraft(SHOW_ID);
    return { kind: 'done' };
  };
  return { name, run };
}

function publisher(name: string): ProcessSpec {
  const run = async ({ shows }: Services): Promise<Outcome> => {
    await shows.move(SHOW_ID, 'ON_SALE');
    return { kind: 'done' };
  };
  return { name, run };
}

/** The organiser cancels the show. */
export function showCanceller(name: string): ProcessSpec {
  const run = async ({ showCancelling }: Services): Promise<Outcome> => {
    await showCancelling.cancel(SHOW_ID, { userId: 'ad'.padStart(24, '0'), role: 'OWNER' });
    return { kind: 'done' };
  };
  return { name, run };
}

/** The show, not published yet. */
const DRAFT: StoreState = {
  ...ON_SALE,
  shows: Object.fromEntries(Object.entries(ON_SALE.shows).map(([id, show]) => [id, { ...show, status: 'DRAFT' }])),
};

/** Shows that are made, deleted and called off. */
export const SHOW_SCENARIOS: readonly Scenario[] = [
  {
    name: 'create',
    title: 'a show of three batches of seats, one crash, a lease passes, one answer lost, and two sweeps',
    initial: EMPTY_STORE,
    processes: [creator('A'), creationSweep('S'), creationSweep('T')],
    mishaps: { crashes: 1, stalls: 1, losses: 1, repeats: 0 },
    constantShows: false,
    oneMustWin: false,
  },
  {
    name: 'call-off',
    title: 'a show is cancelled while [1] and [1] are under way, one crash, a lease passes, and a sweep',
    initial: ON_SALE,
    processes: [buyer('A', [0]), buyer('B', [0]), showCanceller('X'), showCancelSweep('S')],
    mishaps: { crashes: 1, stalls: 1, losses: 0, repeats: 0 },
    constantShows: false,
    oneMustWin: false,
  },
  {
    name: 'create-once',
    title: 'two requests with one key create a show, one crash, a lease passes, and two sweeps',
    initial: EMPTY_STORE,
    processes: [sender('A'), sender('B'), creationSweep('S'), creationSweep('T')],
    mishaps: { crashes: 1, stalls: 1, losses: 0, repeats: 0 },
    constantShows: false,
    oneMustWin: false,
  },
  {
    name: 'create-repeat',
    title: 'a show is created, one write applied twice, a lease passes, and two sweeps',
    initial: EMPTY_STORE,
    processes: [sender('A'), creationSweep('S'), creationSweep('T')],
    mishaps: { crashes: 0, stalls: 1, losses: 0, repeats: 1 },
    constantShows: false,
    oneMustWin: false,
  },
  {
    name: 'delete-draft',
    title: 'a draft is deleted, published and booked at once, one crash, one answer lost, and two sweeps',
    initial: DRAFT,
    processes: [draftDeleter('D'), publisher('P'), buyer('A', [0]), creationSweep('S'), creationSweep('T')],
    mishaps: { crashes: 1, stalls: 0, losses: 1, repeats: 0 },
    constantShows: false,
    oneMustWin: false,
  },
];
