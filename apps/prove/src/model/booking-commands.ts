import { BookingRef, NewBookingEvent, SweepLooks } from '@modex/api-bookings/protocol';
import { BookingFailure, BookingStatus, BOOKING_MOVES, isFinalFailure, mayMove } from '@modex/domain';
import { returnedOf, StoredBooking, StoreState } from './store-state';

/** The new store and the answer of one command. */
export type Applied<Answer> = readonly [StoreState, Answer];

export interface InsertBooking {
  readonly id: string;
  readonly userId: string;
  readonly showId: string;
  readonly seats: readonly string[];
  readonly bookedBy?: string;
  readonly key?: string;
  /** The customer's only open booking of the show. */
  readonly open?: true;
  readonly leaseMs: number;
}

export interface CancelBooking extends BookingRef {
  /** The seats that the booking had when it was read. */
  readonly seen: readonly string[];
  /** The version that its tickets had then; undefined: there was none. */
  readonly ticketVersion?: number | undefined;
  readonly seatIds: readonly string[];
  readonly by?: string;
  readonly reason?: string;
  readonly event?: NewBookingEvent;
}

export interface ConfirmBooking extends BookingRef {
  readonly event?: NewBookingEvent;
}

export interface SweptBooking extends BookingRef, SweepLooks {
  /** As the booking was when it was read. */
  readonly status: BookingStatus;
  readonly seen: readonly string[];
  /** Of a hold. */
  readonly version?: number | undefined;
  readonly changeId?: string | undefined;
}

/** The database commands on bookings: each is atomic, and its filter is what the store's real filter says. */
export const BOOKING_COMMANDS = {
  /** Changes no existing booking. @returns null if a unique index refuses it: of user and key, or of open bookings of a show */
  'bookings.insert': (state: StoreState, { leaseMs, ...intent }: InsertBooking): Applied<StoredBooking | null> => {
    const stored = state.bookings[intent.id];
    if (stored !== undefined) return [state, stored];
    const ofUser = Object.values(state.bookings).filter(({ userId }) => userId === intent.userId);
    const isKnown = intent.key !== undefined && ofUser.some(({ key }) => key === intent.key);
    const isBusy = intent.open === true && ofUser.some(({ showId, open }) => open === true && showId === intent.showId);
    if (isKnown || isBusy) return [state, null];
    const leaseUntil = state.now + leaseMs;
    return write(state, { ...intent, status: 'PENDING', createdAt: state.now, leaseUntil, sweepAt: leaseUntil });
  },
  'bookings.confirm': (state: StoreState, { event, ...ref }: ConfirmBooking) =>
    move(state, ref, 'CONFIRMED', (booking) =>
      booking.status === 'PENDING' && isLive(state, booking)
        ? { confirmedAt: state.now, sweepAt: undefined, open: undefined, ...withEvent(state, booking, event) }
        : undefined,
    ),
  'bookings.fail': (state: StoreState, { failure, ...ref }: BookingRef & { failure: BookingFailure }) =>
    move(state, ref, 'FAILED', () => ({
      failure,
      endedAt: state.now,
      ...(isFinalFailure(failure) ? { sweepAt: undefined, open: undefined } : { key: undefined }),
    })),
  'bookings.expire': (state: StoreState, ref: BookingRef) =>
    move(state, ref, 'EXPIRED', (booking) => (isLive(state, booking) ? undefined : { endedAt: state.now })),
  /** Only while the booking has exactly the seats that were seen, and its tickets are what they were. */
  'bookings.cancel': (
    state: StoreState,
    { seen, ticketVersion, seatIds, by, reason, event, ...ref }: CancelBooking,
  ): Applied<StoredBooking | null> => {
    const booking = named(state, ref);
    if (booking?.status !== 'CONFIRMED' || !isEqual(booking.seats, seen)) return [state, null];
    if (booking.tickets?.version !== ticketVersion) return [state, null];
    const seats = booking.seats.filter((seatId) => !seatIds.includes(seatId));
    const due = { ...booking, sweepAt: state.now, ...withEvent(state, booking, event) };
    if (seats.length === 0) {
      return write(state, { ...due, status: 'CANCELLED', endedAt: state.now, endedBy: by, reason });
    }
    const given = seatIds.map((seatId) => ({ seatId, at: state.now, by, reason }));
    return write(state, { ...due, seats, returned: [...(booking.returned ?? []), ...given] });
  },
  'bookings.find': (state: StoreState, ref: BookingRef): Applied<StoredBooking | null> => [
    state,
    named(state, ref) ?? null,
  ],
  'bookings.findById': (state: StoreState, { id }: { id: string }): Applied<StoredBooking | null> => [
    state,
    state.bookings[id] ?? null,
  ],
  'bookings.findByKey': (
    state: StoreState,
    { userId, key }: { userId: string; key: string },
  ): Applied<StoredBooking | null> => [
    state,
    Object.values(state.bookings).find((booking) => booking.userId === userId && booking.key === key) ?? null,
  ],
  /** The seats of the customer's own other bookings, including those that may not be released yet. */
  'bookings.countSeatsBeside': (
    state: StoreState,
    { id, userId, showId }: { id: string; userId: string; showId: string },
  ): Applied<number> => [
    state,
    Object.values(state.bookings)
      .filter((other) => other.id !== id && other.userId === userId && other.showId === showId)
      .filter((other) => other.bookedBy === undefined && mayHaveSeats(other))
      .reduce((sum, other) => sum + other.seats.length + (other.sweepAt === undefined ? 0 : notReleased(other)), 0),
  ],
  'bookings.findByShow': (
    state: StoreState,
    { showId, statuses, limit }: { showId: string; statuses: readonly BookingStatus[]; limit: number },
  ): Applied<readonly StoredBooking[]> => [
    state,
    Object.values(state.bookings)
      .filter((booking) => booking.showId === showId && statuses.includes(booking.status))
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      .slice(0, limit),
  ],
  'bookings.findDue': (state: StoreState, { limit }: { limit: number }): Applied<readonly StoredBooking[]> => [
    state,
    Object.values(state.bookings)
      .filter(({ sweepAt }) => sweepAt !== undefined && sweepAt <= state.now)
      .sort((a, b) => urgency(a) - urgency(b) || (a.sweepAt ?? 0) - (b.sweepAt ?? 0) || (a.id < b.id ? -1 : 1))
      .slice(0, limit),
  ],
  /** Only while the booking is as it was seen. */
  'bookings.swept': (
    state: StoreState,
    { status, seen, version, changeId, id, userId, ...looks }: SweptBooking,
  ): Applied<null> => {
    const booking = named(state, { id, userId });
    if (booking === undefined || booking.status !== status || !isEqual(booking.seats, seen)) return [state, null];
    const isAsSeen = version === undefined || (booking.version ?? 0) === version;
    if (!isAsSeen || booking.change?.id !== changeId) return [state, null];
    return [write(state, { ...booking, ...nextLook(state, booking, looks) })[0], null];
  },
};

/** The fields of a booking after the sweep has looked at it, with the time of its next look. */
function nextLook({ now }: StoreState, booking: StoredBooking, looks: SweepLooks): Partial<StoredBooking> {
  const { status, leaseUntil, change, heldAt } = booking;
  const done = { sweepAt: undefined, leaving: undefined, change: undefined };
  if (status === 'PENDING') return {};
  if (status === 'HELD') {
    return change === undefined ? { sweepAt: leaseUntil, leaving: undefined } : { sweepAt: change.until };
  }
  if (status === 'CONFIRMED' || status === 'CANCELLED') return { ...done, open: undefined };
  if (status === 'RELEASED' && change === undefined) return { ...done, open: undefined };
  const lastLock = status === 'RELEASED' && change !== undefined ? change.until : leaseUntil;
  if (now >= lastLock + looks.watchMs) return { ...done, open: undefined };
  const { lifeMs, forMs } = looks.bar ?? { lifeMs: 0, forMs: 0 };
  const isBarred = leaseUntil >= booking.createdAt + lifeMs && now < leaseUntil + forMs;
  const isOpen = status === 'EXPIRED' && heldAt !== undefined ? isBarred : now < lastLock;
  const sweepAt = now < lastLock ? lastLock : now + looks.pauseMs;
  return isOpen ? { sweepAt } : { sweepAt, open: undefined };
}

/** Seats that were given back, or given up by a change, and may still carry the booking's id. */
function notReleased(booking: StoredBooking): number {
  return returnedOf(booking).length + (booking.leaving?.length ?? 0);
}

/** The event that the write leaves behind, numbered after all that came before. */
export function withEvent(
  { now }: StoreState,
  { events = [], eventCount = 0, eventsDue = now }: StoredBooking,
  event: NewBookingEvent | undefined,
): Partial<StoredBooking> {
  if (event === undefined) return {};
  const number = eventCount + 1;
  return { events: [...events, { ...event, number, at: now }], eventCount: number, eventsDue };
}

/** The booking of that id, when it is that customer's. */
export function named(state: StoreState, { id, userId }: BookingRef): StoredBooking | undefined {
  const booking = state.bookings[id];
  return booking?.userId === userId ? booking : undefined;
}

function mayHaveSeats({ status, sweepAt }: StoredBooking): boolean {
  return ['PENDING', 'HELD', 'CONFIRMED'].includes(status) || (status === 'CANCELLED' && sweepAt !== undefined);
}

export function isEqual(seats: readonly string[], others: readonly string[]): boolean {
  return seats.length === others.length && seats.every((seatId, at) => seatId === others[at]);
}

/** Bookings that were given up have already released their seats and are only looked at again. */
function urgency({ status }: StoredBooking): number {
  return status === 'FAILED' || status === 'EXPIRED' ? 1 : 0;
}

export function isLive({ now }: StoreState, { leaseUntil }: StoredBooking): boolean {
  return now < leaseUntil;
}

/** One compare-and-set. `changes` says undefined when a condition of time forbids the move. */
function move(
  state: StoreState,
  ref: BookingRef,
  to: BookingStatus,
  changes: (booking: StoredBooking) => Partial<StoredBooking> | undefined,
): Applied<StoredBooking | null> {
  const booking = named(state, ref);
  if (booking === undefined || !mayMove(BOOKING_MOVES, booking.status, to)) return [state, null];
  const changed = changes(booking);
  return changed === undefined ? [state, null] : write(state, { ...booking, ...changed, status: to });
}

export function write(state: StoreState, booking: StoredBooking): Applied<StoredBooking> {
  return [{ ...state, bookings: { ...state.bookings, [booking.id]: booking } }, booking];
}
