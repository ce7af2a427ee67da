import { Booking } from './booking';
import { Hold, HoldChange } from './hold';

/** A booking that is or was HELD. */
export type HeldBooking = Booking & { readonly hold: Hold };

/** A hold whose change has begun. */
export type ChangingHold = HeldBooking & { readonly hold: { readonly change: HoldChange } };

/** Whether the booking is or was HELD. */
export function isHeldBooking(booking: Booking): booking is HeldBooking {
  return booking.hold !== undefined;
}

/** Whether a change of the hold is under way. */
export function isChangingHold(booking: Booking): booking is ChangingHold {
  return booking.status === 'HELD' && booking.hold?.change !== undefined;
}

/** Whether these are the same seats, both in lock order. */
export function isSameSeats(seats: readonly string[], others: readonly string[]): boolean {
  return seats.length === others.length && seats.every((seatId, at) => seatId === others[at]);
}

/** The seats that are not among the others, in their order. */
export function seatsWithout(seats: readonly string[], others: readonly string[]): readonly string[] {
  return seats.filter((seatId) => !others.includes(seatId));
}

/** Whether a lock of the booking may still land at the moment: of its first locks, or of a change of it. */
export function mayStillLock({ leaseUntil, hold }: Pick<Booking, 'leaseUntil' | 'hold'>, at: Date): boolean {
  const end = hold === undefined ? leaseUntil : hold.change?.until;
  return end !== undefined && end > at;
}
