import { BookingRef, HoldTerms, HoldTimes, NewBookingEvent, NewHoldChange } from '@modex/api-bookings/protocol';
import { Applied, isEqual, isLive, named, withEvent, write } from './booking-commands';
import { StoredBooking, StoreState } from './store-state';

/** A change of a hold, by the version that it began. */
export interface ChangeRef extends BookingRef {
  readonly changeId: string;
  readonly version: number;
}

/** The database commands on holds. */
export const HOLD_COMMANDS = {
  'holds.hold': (
    state: StoreState,
    { atMost, holdMs, maxMs, ...ref }: BookingRef & HoldTerms,
  ): Applied<StoredBooking | null> => {
    const booking = named(state, ref);
    if (booking?.status !== 'PENDING' || !isLive(state, booking)) return [state, null];
    const end = endOf(state, booking, { holdMs, maxMs });
    const held = { ...booking, status: 'HELD', heldAt: state.now, leaseUntil: end, sweepAt: end } as const;
    return write(state, { ...held, ...(atMost !== undefined && { atMost }) });
  },
  /** The customer's open booking of the show, and the time. */
  'holds.findOpen': (
    state: StoreState,
    { userId, showId }: { userId: string; showId: string },
  ): Applied<{ readonly booking: StoredBooking; readonly now: number } | null> => {
    const open = Object.values(state.bookings).find(
      (booking) => booking.userId === userId && booking.showId === showId && booking.open === true,
    );
    return [state, open === undefined ? null : { booking: open, now: state.now }];
  },
  /** A change begins unless another is under way; sent twice it is there already. */
  'holds.begin': (
    state: StoreState,
    { changeId, seats, leaseMs, ...ref }: BookingRef & NewHoldChange & { changeId: string },
  ): Applied<StoredBooking | null> => {
    const booking = named(state, ref);
    if (booking?.status !== 'HELD') return [state, null];
    if (booking.change?.id === changeId) return [state, booking];
    if (booking.change !== undefined || !isLive(state, booking)) return [state, null];
    const until = Math.min(state.now + leaseMs, booking.leaseUntil);
    const sweepAt = Math.min(booking.sweepAt ?? Infinity, until);
    return write(state, {
      ...booking,
      change: { id: changeId, seats, until },
      version: (booking.version ?? 0) + 1,
      sweepAt,
    });
  },
  'holds.commit': (state: StoreState, ref: ChangeRef): Applied<StoredBooking | null> => {
    const booking = changing(state, ref);
    if (booking?.status !== 'HELD' || !isLive(state, booking)) return [state, null];
    const { seats } = booking.change;
    const givenUp = booking.seats.filter((seatId) => !seats.includes(seatId));
    const changed = { ...booking, seats, change: undefined };
    if (givenUp.length === 0) return write(state, { ...changed, leaving: undefined });
    return write(state, { ...changed, leaving: givenUp, sweepAt: state.now });
  },
  'holds.drop': (state: StoreState, ref: ChangeRef): Applied<null> => {
    const booking = changing(state, ref);
    if (booking === undefined) return [state, null];
    return [write(state, { ...booking, change: undefined, leaving: undefined })[0], null];
  },
  /** Once the change's lease is over. */
  'holds.undo': (state: StoreState, ref: ChangeRef): Applied<StoredBooking | null> => {
    const booking = changing(state, ref);
    if (booking?.status !== 'HELD' || state.now < booking.change.until) return [state, null];
    const added = booking.change.seats.filter((seatId) => !booking.seats.includes(seatId));
    const leaving = [...new Set([...(booking.leaving ?? []), ...added])];
    return write(state, { ...booking, change: undefined, leaving, sweepAt: state.now });
  },
  /** One whose time is over expires. */
  'holds.extend': (
    state: StoreState,
    { holdMs, maxMs, ...ref }: BookingRef & HoldTimes,
  ): Applied<StoredBooking | null> => {
    const booking = named(state, ref);
    if (booking?.status !== 'HELD') return [state, null];
    if (!isLive(state, booking)) {
      return [write(state, { ...booking, status: 'EXPIRED', endedAt: state.now, sweepAt: state.now })[0], null];
    }
    const end = endOf(state, booking, { holdMs, maxMs });
    return write(state, { ...booking, leaseUntil: Math.max(booking.leaseUntil, end) });
  },
  'holds.confirm': (
    state: StoreState,
    { seen, event, ...ref }: BookingRef & { seen: readonly string[]; event?: NewBookingEvent | undefined },
  ): Applied<StoredBooking | null> => {
    const booking = named(state, ref);
    if (booking?.status !== 'HELD' || !isLive(state, booking)) return [state, null];
    if (booking.change !== undefined || !isEqual(booking.seats, seen)) return [state, null];
    const confirmed = { ...booking, status: 'CONFIRMED', confirmedAt: state.now, sweepAt: state.now } as const;
    return write(state, { ...confirmed, open: undefined, ...withEvent(state, booking, event) });
  },
  'holds.release': (state: StoreState, { by, ...ref }: BookingRef & { by: string }): Applied<StoredBooking | null> => {
    const booking = named(state, ref);
    if (booking?.status !== 'HELD') return [state, null];
    return write(state, { ...booking, status: 'RELEASED', endedAt: state.now, endedBy: by, sweepAt: state.now });
  },
};

/** The booking while this change of it is under way. */
function changing(state: StoreState, { changeId, version, ...ref }: ChangeRef) {
  const booking = named(state, ref);
  const { change } = booking ?? {};
  if (booking === undefined || change === undefined) return undefined;
  return change.id === changeId && booking.version === version ? { ...booking, change } : undefined;
}

/** This long from now, but never beyond the longest life. */
function endOf({ now }: StoreState, { createdAt }: StoredBooking, { holdMs, maxMs }: HoldTimes): number {
  return Math.min(now + holdMs, createdAt + maxMs);
}
