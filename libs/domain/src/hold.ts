import type { Booking } from './booking';

/** A change of a hold that is under way: it becomes exactly these seats, or stays what it was. */
export interface HoldChange {
  readonly id: string;
  /** The seats that the hold is to have, in lock order. */
  readonly seats: readonly string[];
  /** After this moment of the database's clock it locks nothing, and is undone. */
  readonly until: Date;
}

/** What a booking that is or was HELD has beside what every booking has. */
export interface Hold {
  /** When its customer had all its seats. */
  readonly heldAt: Date;
  /** When its hold was made, changed or extended last, by the database's clock. */
  readonly writtenAt: Date;
  /** 0, and one more with every change that begins. Each seat remembers under which it was locked. */
  readonly version: number;
  /** The change under way. */
  readonly change?: HoldChange;
  /** Seats that may still carry the booking's id though it does not name them any more. */
  readonly leaving: readonly string[];
  /** How many seats it may have, where the show has a limit per customer. */
  readonly atMost?: number;
}

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

/** Those of the seats that are not among the others, in their order. */
export function seatsWithout(seats: readonly string[], others: readonly string[]): readonly string[] {
  return seats.filter((seatId) => !others.includes(seatId));
}

/** Whether a lock of the booking may still land at the moment: of its first locks, or of a change of it. */
export function mayStillLock({ leaseUntil, hold }: Pick<Booking, 'leaseUntil' | 'hold'>, at: Date): boolean {
  const end = hold === undefined ? leaseUntil : hold.change?.until;
  return end !== undefined && end > at;
}
