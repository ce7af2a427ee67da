import { BookingFailure, BookingStatus, BOOKING_MOVES, isFinalFailure, mayMove } from '@modex/domain';
import { StoredBooking, StoreState } from './store-state';

/** What one command leaves behind and answers. */
export type Applied<Answer> = readonly [StoreState, Answer];

export interface InsertBooking {
  readonly id: string;
  readonly userId: string;
  readonly showId: string;
  readonly seats: readonly string[];
  readonly bookedBy?: string;
  readonly key?: string;
  readonly leaseMs: number;
}

/** The database commands on bookings: each is atomic, and its filter is what the store's real filter says. */
export const BOOKING_COMMANDS = {
  /** @returns null when the unique index of user and key refuses it */
  'bookings.insert': (state: StoreState, { leaseMs, ...intent }: InsertBooking): Applied<StoredBooking | null> => {
    const taken = Object.values(state.bookings).some(
      ({ userId, key }) => key !== undefined && key === intent.key && userId === intent.userId,
    );
    if (taken) return [state, null];
    const leaseUntil = state.now + leaseMs;
    return write(state, { ...intent, status: 'PENDING', createdAt: state.now, leaseUntil, sweepAt: leaseUntil });
  },
  'bookings.confirm': (state: StoreState, { id }: { id: string }) =>
    move(state, id, 'CONFIRMED', (booking) =>
      isLive(state, booking) ? { confirmedAt: state.now, sweepAt: undefined } : undefined,
    ),
  'bookings.fail': (state: StoreState, { id, failure }: { id: string; failure: BookingFailure }) =>
    move(state, id, 'FAILED', () => ({
      failure,
      endedAt: state.now,
      ...(isFinalFailure(failure) ? { sweepAt: undefined } : { key: undefined }),
    })),
  'bookings.expire': (state: StoreState, { id }: { id: string }) =>
    move(state, id, 'EXPIRED', (booking) => (isLive(state, booking) ? undefined : { endedAt: state.now })),
  'bookings.cancel': (state: StoreState, { id, by }: { id: string; by?: string }) =>
    move(state, id, 'CANCELLED', () => ({ endedAt: state.now, sweepAt: state.now, endedBy: by })),
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
  'bookings.swept': (
    state: StoreState,
    { id, pauseMs, watchMs }: { id: string; pauseMs: number; watchMs: number },
  ): Applied<null> => {
    const booking = state.bookings[id];
    if (booking === undefined || booking.status === 'PENDING' || booking.status === 'CONFIRMED') return [state, null];
    const settled = booking.status === 'CANCELLED' || state.now >= booking.leaseUntil + watchMs;
    return [write(state, { ...booking, sweepAt: settled ? undefined : state.now + pauseMs })[0], null];
  },
};

/** What was given up has released its seats already, and is only looked at again. */
function urgency({ status }: StoredBooking): number {
  return status === 'FAILED' || status === 'EXPIRED' ? 1 : 0;
}

function isLive({ now }: StoreState, { leaseUntil }: StoredBooking): boolean {
  return now < leaseUntil;
}

/** One compare-and-set. `changes` says undefined when a condition of time forbids the move. */
function move(
  state: StoreState,
  id: string,
  to: BookingStatus,
  changes: (booking: StoredBooking) => Partial<StoredBooking> | undefined,
): Applied<StoredBooking | null> {
  const booking = state.bookings[id];
  if (booking === undefined || !mayMove(BOOKING_MOVES, booking.status, to)) return [state, null];
  const changed = changes(booking);
  return changed === undefined ? [state, null] : write(state, { ...booking, ...changed, status: to });
}

function write(state: StoreState, booking: StoredBooking): Applied<StoredBooking> {
  return [{ ...state, bookings: { ...state.bookings, [booking.id]: booking } }, booking];
}
