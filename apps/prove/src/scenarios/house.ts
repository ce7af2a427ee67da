import { seatIdAt } from '@modex/domain';
import { Caller } from '@modex/api-accounts';
import { Outcome } from '../explore/outcome';
import { ProcessSpec } from '../explore/scenario';
import { Services } from '../explore/services';
import { idsOf, sweepBookings, sweepShows } from '../explore/system';
import { EMPTY_STORE, StoredShow, StoreState } from '../model/store-state';

/** The show that everybody wants to see. */
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
  seatPrefix: SEAT_PREFIX,
  createdAt: 0,
};

/** A house of eight free seats, on sale. */
export const HOUSE: StoreState = { ...EMPTY_STORE, shows: { [SHOW_ID]: SHOW }, made: { [SHOW_ID]: [[0, 8]] } };

/** The seats at these places, from 0. */
export function seats(...places: readonly number[]): readonly string[] {
  return places.map((place) => seatIdAt(SEAT_PREFIX, place));
}

/** A buyer of their own: seats are asked for in the order given. */
export function buyer(name: string, places: readonly number[], options: BuyerOptions = {}): ProcessSpec {
  const { key: idempotencyKey, user = name, host } = options;
  const caller: Caller = { userId: userIdOf(user), role: 'CUSTOMER' };
  const asks = { userId: caller.userId, showId: SHOW_ID, seatIds: seats(...places), idempotencyKey };
  const run = async ({ booking }: Services): Promise<Outcome> => {
    const { booking: booked, replayed } = await booking.book(asks, caller);
    return { kind: 'booked', bookingId: booked.id, replayed };
  };
  return { name, run, asks, ...(host !== undefined && { host }) };
}

interface BuyerOptions {
  readonly key?: string;
  /** Name of the user, when it is not a user of its own. */
  readonly user?: string;
  /** Requests on one host die together. */
  readonly host?: string;
}

/** The id of the first booking that the process at `of` makes. */
export function bookingIdOf(of: number): string {
  return idsOf(of)().bookingId();
}

/** Cancels the booking that the process at `of` makes, as its owner. */
export function canceller(name: string, of: number, owner: string): ProcessSpec {
  const bookingId = bookingIdOf(of);
  const run = async ({ booking }: Services): Promise<Outcome> => {
    await booking.cancel(bookingId, { userId: userIdOf(owner), role: 'CUSTOMER' });
    return { kind: 'done' };
  };
  return { name, run };
}

/** One round of the sweep of bookings. */
export function bookingSweep(name: string): ProcessSpec {
  return { name, run: sweepBookings };
}

/** One round of the sweep of shows. */
export function showSweep(name: string): ProcessSpec {
  return { name, run: sweepShows };
}

function userIdOf(name: string): string {
  return Buffer.from(name).toString('hex').padStart(24, 'f');
}
