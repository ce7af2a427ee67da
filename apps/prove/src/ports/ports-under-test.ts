import {
  BookingEventsRepository,
  BookingRepository,
  BookingIntent,
  HoldRepository,
  TicketRepository,
} from '@modex/api-bookings/protocol';
import { SeatRepository, SeatSwitches, StatusBoards } from '@modex/api-seats/protocol';
import { NewShow, PlanSwitchRepository, ShowRepository } from '@modex/api-shows/protocol';
import { inPlainPlan, Booking, SeatedShow, Show } from '@modex/domain';
import { startTestApi } from '@modex/testing/bookings';
import { applyCommand, COMMANDS, Send } from '../model/commands';
import { modelPorts, Ports } from '../model/ports';
import { EMPTY_STORE, StoreState } from '../model/store-state';

/** An implementation of the ports on an empty store. */
export interface PortsUnderTest extends Ports {
  close(): Promise<void>;
}

/** The implementations that must behave the same. The database is the embedded one, or that of TEST_MONGODB_URI. */
export const IMPLEMENTATIONS: readonly { readonly name: string; readonly open: () => Promise<PortsUnderTest> }[] = [
  { name: 'the model store', open: async () => modelUnderTest() },
  { name: 'the database', open: databaseUnderTest },
];

/** A lease that outlives the test, and one that is over the moment it begins: no test has to wait. */
export const LONG_LEASE = 3_600_000;
export const NO_LEASE = 0;

function modelUnderTest(): PortsUnderTest {
  let state: StoreState = { ...EMPTY_STORE, now: 1_000_000 };
  let made = 0;
  const send: Send = async (name, args) => {
    const [after, answer] = applyCommand(COMMANDS, state, { name, args });
    state = after;
    return answer as never;
  };
  const next = (): string => (++made).toString(16);
  const ids = {
    bookingId: () => next().padStart(24, '0'),
    changeId: () => next().padStart(24, '0'),
    switchId: () => next().padStart(24, '0'),
    actId: () => next().padStart(24, '0'),
    show: () => ({ id: next().padStart(24, '0'), seatPrefix: next().padStart(16, '0') }),
  };
  return { ...modelPorts(send, ids, EMPTY_STORE), close: async () => undefined };
}

async function databaseUnderTest(): Promise<PortsUnderTest> {
  const api = await startTestApi();
  return {
    bookings: api.find(BookingRepository),
    holds: api.find(HoldRepository),
    events: api.find(BookingEventsRepository),
    seats: api.find(SeatRepository),
    boards: api.find(StatusBoards),
    shows: api.find(ShowRepository),
    switches: api.find(PlanSwitchRepository),
    seatSwitches: api.find(SeatSwitches),
    tickets: api.find(TicketRepository),
    readers: [],
    close: () => api.close(),
  };
}

let people = 0;

/** A user that no other test knows. */
export function someUser(): string {
  return `f${(++people).toString(16).padStart(23, '0')}`;
}

/** A show of ten seats on sale, whatever the day; with its seats' ids in lock order. */
export async function showOnSale(
  ports: Ports,
): Promise<{ readonly show: SeatedShow; readonly seatIds: readonly string[] }> {
  const { show: creating } = await ports.shows.open(newShow(), LONG_LEASE);
  await ports.seats.create(inPlainPlan(creating), 0, creating.totalSeats);
  const show = inPlainPlan((await ports.shows.complete(creating.id, 'ON_SALE')) as Show);
  return { show, seatIds: (await ports.seats.findByShow(show)).map(({ id }) => id) };
}

export function newShow(changes: Partial<NewShow> = {}): NewShow {
  const layout = { totalSeats: 10, seatsPerRow: 5 };
  const said = { title: 'A show', startTime: new Date('2100-01-01'), venue: null, description: null };
  return { ...said, layout, limitPerCustomer: null, ...changes };
}

/** A PENDING booking of the show. */
export async function pending(ports: Ports, showId: string, wanted: Wanted = {}): Promise<Booking> {
  const { leaseMs = LONG_LEASE, seats = [], userId = someUser(), ...intent } = wanted;
  const opened = await ports.bookings.open({ showId, seats, names: [], userId, ...intent }, leaseMs);
  if (opened.kind === 'busy') throw new Error('another booking of this user is open');
  return opened.booking;
}

/** What a test says of a booking. */
export interface Wanted extends Partial<BookingIntent> {
  readonly leaseMs?: number;
}
