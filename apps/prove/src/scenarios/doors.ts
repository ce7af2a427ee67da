import { Outcome } from '../explore/outcome';
import { ProcessSpec, Scenario } from '../explore/scenario';
import { Services } from '../explore/services';
import { StoreState } from '../model/store-state';
import { bookingSweep, giver, ON_SALE, seats, SHOW_ID, sold, SOLD_ID, userIdOf } from './show-on-sale';
import { showCanceller } from './shows';

const CALM = { crashes: 0, stalls: 0, losses: 0, repeats: 0 } as const;
const DOORS = { constantShows: true, oneMustWin: false } as const;

interface Shown {
  readonly place?: number;
  readonly issue?: number;
  /** Absent: a scan of its own. */
  readonly scan?: string;
}

/** A door scans the ticket of the seat at this place. */
function door(name: string, { place = 0, issue = 1, scan = name }: Shown = {}): ProcessSpec {
  const ticket = { bookingId: SOLD_ID, seatId: seats(place)[0] as string, issue };
  const scans = { ...ticket, scanId: scan };
  const run = async ({ ticketing }: Services): Promise<Outcome> => {
    await ticketing.enter(ticket, { showId: SHOW_ID, scanId: scan, by: userIdOf('D'), door: name });
    return { kind: 'entered', bookingId: SOLD_ID };
  };
  return { name, run, scans };
}

/** A door takes back what it let in by a scan. */
function undoer(name: string, scan: string): ProcessSpec {
  const run = async ({ ticketing }: Services): Promise<Outcome> => {
    await ticketing.undo(SOLD_ID, scan);
    return { kind: 'done' };
  };
  return { name, run, undoes: [scan] };
}

/** The customer passes the ticket of the first seat on. */
function passer(name: string, issue = 1): ProcessSpec {
  const ticket = { bookingId: SOLD_ID, seatId: seats(0)[0] as string, issue };
  const run = async ({ ticketing }: Services): Promise<Outcome> => {
    await ticketing.reissue(ticket);
    return { kind: 'reissued', ...ticket, issue: issue + 1 };
  };
  return { name, run };
}

/** A gives seats of the booking back. */
function back(name: string, ...places: readonly number[]): ProcessSpec {
  return giver(name, { bookingId: SOLD_ID, owner: 'A', ...(places.length > 0 && { places }) });
}

/** The store in which somebody is in with the ticket of the first seat, by the scan `s`. */
function entered(store: StoreState): StoreState {
  const entry = { seatId: seats(0)[0] as string, issue: 1, scanId: 's', by: userIdOf('D'), door: null };
  const booking = { ...store.bookings[SOLD_ID], tickets: { version: 1, entries: [entry], reissued: [] } };
  return { ...store, bookings: { [SOLD_ID]: booking as StoreState['bookings'][string] } };
}

/** Tickets at the doors. */
export const DOOR_SCENARIOS: readonly Scenario[] = [
  {
    ...DOORS,
    name: 'door-twice',
    title: 'one ticket at three doors, one answer lost, one write twice, one crash',
    initial: sold(ON_SALE, 'A', [0]),
    processes: [door('X'), door('Y'), door('Z')],
    mishaps: { ...CALM, losses: 1, repeats: 1, crashes: 1 },
  },
  {
    ...DOORS,
    name: 'door-again',
    title: 'a door scans one ticket and sends the scan again, beside another door and the ticket of the next seat',
    initial: sold(ON_SALE, 'A', [0, 1]),
    processes: [door('X'), door('R', { scan: 'X' }), door('Y'), door('Z', { place: 1 })],
    mishaps: { ...CALM, losses: 1, repeats: 1 },
  },
  {
    ...DOORS,
    name: 'door-cancel',
    title: '[1,2] is cancelled while its tickets are at two doors, one answer lost, one crash, and a sweep',
    initial: sold(ON_SALE, 'A', [0, 1]),
    processes: [back('X'), door('Y'), door('Z', { place: 1 }), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1, crashes: 1 },
  },
  {
    ...DOORS,
    name: 'door-return',
    title: '[1] of [1,2] is given back while both tickets are at doors, one answer lost, one write twice',
    initial: sold(ON_SALE, 'A', [0, 1]),
    processes: [back('X', 0), door('Y'), door('Z', { place: 1 })],
    mishaps: { ...CALM, losses: 1, repeats: 1 },
  },
  {
    ...DOORS,
    name: 'door-passed-on',
    title: 'a ticket is passed on, twice at once, while the old and the new one are at doors, one answer lost',
    initial: sold(ON_SALE, 'A', [0]),
    processes: [passer('P'), passer('Q'), door('Y'), door('Z', { issue: 2 })],
    mishaps: { ...CALM, losses: 1, repeats: 1 },
  },
  {
    ...DOORS,
    name: 'door-undo',
    title:
      'an entry is taken back twice while the ticket is scanned anew and cancelled, one answer lost, one write twice',
    initial: entered(sold(ON_SALE, 'A', [0])),
    processes: [undoer('U', 's'), undoer('V', 's'), door('Y'), back('X')],
    mishaps: { ...CALM, losses: 1, repeats: 1 },
  },
  {
    ...DOORS,
    name: 'door-call-off',
    title: 'the show is cancelled while somebody is in and the next ticket is at a door, one crash, and a sweep',
    initial: entered(sold(ON_SALE, 'A', [0, 1])),
    processes: [showCanceller('C'), door('Z', { place: 1 }), bookingSweep('S')],
    mishaps: { ...CALM, losses: 1, crashes: 1 },
    constantShows: false,
  },
];
