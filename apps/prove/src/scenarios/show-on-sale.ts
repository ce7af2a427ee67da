import { seatIdAt } from '@modex/domain';
import { Caller } from '@modex/api-accounts';
import { Outcome } from '../explore/outcome';
import { ProcessSpec } from '../explore/scenario';
import { LEASE_MS, Services } from '../explore/services';
import { handOver, idsOf, sweepBookings, sweepCancelledShows, sweepCreations } from '../explore/system';
import { COMMANDS } from '../model/commands';
import { EMPTY_STORE, ReadEvent, StoredBooking, StoredShow, StoreState } from '../model/store-state';

/** The show of all scenarios. */
export const SHOW_ID = 'c0'.padEnd(24, '0');
const SEAT_PREFIX = 'a'.padEnd(16, '0');

const SHOW: StoredShow = {
  id: SHOW_ID,
  title: 'The Moon over Theatre Street',
  startTime: 10 ** 12,
  venue: null,
  description: null,
  status: 'ON_SALE',
  totalSeats: 8,
  seatsPerRow: 8,
  limitPerCustomer: null,
  seatPrefix: SEAT_PREFIX,
  createdAt: 0,
};

/** The store with one show on sale, of eight free seats. */
export const ON_SALE: StoreState = { ...EMPTY_STORE, shows: { [SHOW_ID]: SHOW }, made: { [SHOW_ID]: [[0, 8]] } };

/** The seats at these places, from 0. */
export function seats(...places: readonly number[]): readonly string[] {
  return places.map((place) => seatIdAt(SEAT_PREFIX, place));
}

/** The same, with a limit of seats per customer. */
export function limited(limitPerCustomer: number): StoreState {
  return { ...ON_SALE, shows: { [SHOW_ID]: { ...SHOW, limitPerCustomer } } };
}

/** The same with rows of two, so many of them. */
export function inPairs(store: StoreState, rows: number): StoreState {
  const show = { ...(store.shows[SHOW_ID] as StoredShow), totalSeats: 2 * rows, seatsPerRow: 2 };
  return { ...store, shows: { [SHOW_ID]: show }, made: { [SHOW_ID]: [[0, 2 * rows]] } };
}

/** Id of the booking with which a scenario begins; no process makes one of this id. */
export const SOLD_ID = 'b9'.padEnd(24, '0');

/** The store after the customer `owner` has booked the seats at these places. */
export function sold(store: StoreState, owner: string, places: readonly number[], key?: string): StoreState {
  const ids = seats(...places);
  const booking: StoredBooking = {
    ...{ id: SOLD_ID, userId: userIdOf(owner), showId: SHOW_ID, seats: ids, status: 'CONFIRMED' },
    ...{ createdAt: 0, confirmedAt: 0, leaseUntil: LEASE_MS },
    ...(key !== undefined && { key }),
  };
  return { ...store, bookings: { [SOLD_ID]: booking }, owners: Object.fromEntries(ids.map((id) => [id, SOLD_ID])) };
}

/** The same, with these readers of the outbox; they have already read the event of each booking that is confirmed. */
export function readBy(store: StoreState, ...readers: readonly string[]): StoreState {
  const bookings = Object.values(store.bookings).map((booking) => ({ ...booking, eventCount: 1 }));
  const known = bookings.map(({ id, seats: bought }): [string, readonly ReadEvent[]] => [
    id,
    [{ number: 1, kind: 'confirmed', seats: bought, times: 1 }],
  ]);
  return {
    ...store,
    bookings: Object.fromEntries(bookings.map((booking) => [booking.id, booking])),
    read: Object.fromEntries(readers.map((reader) => [reader, Object.fromEntries(known)])),
  };
}

/** The same, after the customer gave back the seat at this place; no reader has the event yet. */
export function givenBack(store: StoreState, place: number): StoreState {
  const { id, userId, showId, seats: seen } = store.bookings[SOLD_ID] as StoredBooking;
  const seatIds = seats(place);
  const left = seen.filter((seatId) => !seatIds.includes(seatId));
  const event = { kind: 'seats-returned', seats: seatIds, left, readers: Object.keys(store.read ?? {}) } as const;
  const [given] = COMMANDS['bookings.cancel'](store, { id, userId, seen, seatIds, event });
  const [released] = COMMANDS['seats.release'](given, { showId, seatIds, bookingId: id });
  const swept = { id, userId, status: 'CONFIRMED', seen: left, pauseMs: 0, watchMs: 0 } as const;
  return COMMANDS['bookings.swept'](released, swept)[0];
}

/** Books the seats at these places, in the order given; as a customer of its own unless `user` says otherwise. */
export function buyer(name: string, places: readonly number[], options: BuyerOptions = {}): ProcessSpec {
  const { key: idempotencyKey, user = name, host, staff } = options;
  const userId = userIdOf(user);
  const caller: Caller =
    staff === undefined ? { userId, role: 'CUSTOMER' } : { userId: userIdOf(staff), role: 'OWNER' };
  const asks = { userId, showId: SHOW_ID, seatIds: seats(...places), idempotencyKey };
  const run = async ({ booking }: Services): Promise<Outcome> => {
    const { booking: booked, replayed } = await booking.book(asks, caller);
    return { kind: 'booked', bookingId: booked.id, replayed };
  };
  return { name, run, asks, ...(host !== undefined && { host }) };
}

interface BuyerOptions {
  readonly key?: string;
  /** Name of the user; absent: the name of the process. */
  readonly user?: string;
  /** Requests on one host die together. */
  readonly host?: string;
  /** Name of the admin who books for the user. */
  readonly staff?: string;
}

/** The id of the first booking that the process at index `of` makes. */
export function bookingIdOf(of: number): string {
  return idsOf(of)().bookingId();
}

/** Cancels the booking that the process at index `of` makes, as its owner. */
export function canceller(name: string, of: number, owner: string): ProcessSpec {
  return giver(name, { bookingId: bookingIdOf(of), owner });
}

interface Giving {
  readonly bookingId: string;
  readonly owner: string;
  /** Which seats of it; absent: all that it has. */
  readonly places?: readonly number[];
}

/** Gives seats of a booking back, as its owner. */
export function giver(name: string, { bookingId, owner, places }: Giving): ProcessSpec {
  const seatIds = places && seats(...places);
  const run = async ({ cancelling }: Services): Promise<Outcome> => {
    await cancelling.cancel(bookingId, { userId: userIdOf(owner), role: 'CUSTOMER' }, { seatIds });
    return { kind: 'given-back', bookingId, seatIds };
  };
  return { name, run };
}

/** One round of the sweep of bookings. */
export function bookingSweep(name: string): ProcessSpec {
  return { name, run: sweepBookings };
}

/** One round of the outbox: hands events to their readers. */
export function outbox(name: string): ProcessSpec {
  return { name, run: handOver };
}

/** One round of the sweep of creations. */
export function creationSweep(name: string): ProcessSpec {
  return { name, run: sweepCreations };
}

/** One round of the sweep of cancelled shows. */
export function showCancelSweep(name: string): ProcessSpec {
  return { name, run: sweepCancelledShows };
}

export function userIdOf(name: string): string {
  return Buffer.from(name).toString('hex').padStart(24, 'f');
}
