import { BOOKING_MOVES, mayMove, SHOW_MOVES } from '@modex/domain';
import { Command } from '../model/commands';
import { StoredBooking, StoreState } from '../model/store-state';

/** The rules that one command may break, by what it changed. */
export function brokenMoves(before: StoreState, after: StoreState, command: Command): readonly string[] {
  if (before === after) return [];
  return [...bookingMoves(before, after), ...showMoves(before, after), ...seatMoves(before, after, command)];
}

function bookingMoves(before: StoreState, after: StoreState): readonly string[] {
  if (before.bookings === after.bookings) return [];
  return Object.values(before.bookings).flatMap((was) => {
    const is = after.bookings[was.id];
    if (is === undefined) return [`rule 5: booking ${was.id} vanished`];
    if (is.status === was.status) return [];
    if (!mayMove(BOOKING_MOVES, was.status, is.status)) {
      return [`rule 5: booking ${was.id} went from ${was.status} to ${is.status}`];
    }
    return timely(is, after.now)
      ? []
      : [`rule 3: booking ${was.id} became ${is.status} on the wrong side of its lease`];
  });
}

/** Confirmed while the lease lasts, expired once it is over: in every instant exactly one of them is possible. */
function timely({ status, leaseUntil }: StoredBooking, now: number): boolean {
  if (status === 'CONFIRMED') return now < leaseUntil;
  return status !== 'EXPIRED' || now >= leaseUntil;
}

function showMoves(before: StoreState, after: StoreState): readonly string[] {
  return Object.values(before.shows).flatMap((was) => {
    const is = after.shows[was.id]?.status;
    if (is === was.status || (is !== undefined && mayMove(SHOW_MOVES, was.status, is))) return [];
    return [`all or nothing: show ${was.id} went from ${was.status} to ${is ?? 'nothing'}`];
  });
}

/** A seat changes hands only by way of AVAILABLE, and only its owner gives it back. */
function seatMoves(before: StoreState, after: StoreState, { name, args }: Command): readonly string[] {
  if (before.owners === after.owners) return [];
  return Object.entries(before.owners).flatMap(([seatId, was]) => {
    const is = after.owners[seatId];
    if (is === was) return [];
    if (is !== undefined) return [`rule 2: seat ${seatId} went from ${was} to ${is} without a release`];
    const released = name === 'seats.release' && 'bookingId' in args && args.bookingId === was;
    return released ? [] : [`rule 2: seat ${seatId} of ${was} was taken away by ${name}`];
  });
}
