import { Settings } from '@modex/api-core';
import { ChangingHold, HeldBooking, NamedSeat, Quote } from '@modex/domain';
import { BookingAsOf, BookingRef } from '../booking.repository';
import { NewBookingEvent } from '../outbox/booking-outbox';

/** For how long a hold keeps its seats, in milliseconds. */
export interface HoldTimes {
  /** From now on. */
  readonly holdMs: number;
  /** At most, with all extensions, from its first moment. */
  readonly maxMs: number;
}

/** The times of every hold, as the environment sets them. */
export function holdTimes({ holds: { seconds, maxSeconds } }: Settings): HoldTimes {
  return { holdMs: seconds * 1_000, maxMs: maxSeconds * 1_000 };
}

/** The terms of a new hold. */
export interface HoldTerms extends HoldTimes {
  /** How many seats it may ever have; absent: the show has no limit. */
  readonly atMost?: number | undefined;
}

/** A change that is to begin. */
export interface NewHoldChange {
  /** The seats that the hold is to have, in lock order. */
  readonly seats: readonly string[];
  readonly leaseMs: number;
}

/** What its customer saw of a hold when confirming it. */
export interface SeenHold {
  /** In lock order. */
  readonly seats: readonly string[];
  /** What they cost; undefined: nothing. */
  readonly price?: Quote | undefined;
}

/**
 * The moves of holds, on the documents of bookings. Each is one compare-and-set by the database's clock; one that misses
 * changes nothing and returns undefined.
 */
export abstract class HoldRepository {
  /** PENDING → HELD while the lease lasts; from then on the lease is the hold's end. */
  abstract hold(booking: BookingRef, terms: HoldTerms): Promise<HeldBooking | undefined>;
  /** The one open booking of the customer in the show. */
  abstract findOpen(userId: string, showId: string): Promise<BookingAsOf | undefined>;
  /** A change begins, unless another is under way. Sent twice, it begins once. */
  abstract begin(hold: BookingRef, change: NewHoldChange): Promise<ChangingHold | undefined>;
  /** Ends a change with success: the hold gets its seats, with these names, and the seats it gave up are leaving. */
  abstract commit(begun: ChangingHold, names: readonly NamedSeat[]): Promise<HeldBooking | undefined>;
  /** Ends a change without success; none of the seats that it asked for carries the booking's id. */
  abstract drop(begun: ChangingHold): Promise<void>;
  /** Ends a change whose lease is over; the seats that it asked for are leaving. */
  abstract undo(seen: ChangingHold): Promise<HeldBooking | undefined>;
  /** The hold ends later, never beyond its longest life; one that is over becomes EXPIRED, as the sweep would end it. */
  abstract extend(hold: BookingRef, times: HoldTimes): Promise<HeldBooking | undefined>;
  /** HELD → CONFIRMED while the hold lasts, no change is under way, and it has the very seats that were seen. */
  abstract confirm(hold: BookingRef, seen: SeenHold, event?: NewBookingEvent): Promise<HeldBooking | undefined>;
  /** HELD → RELEASED, by this user. */
  abstract release(hold: BookingRef, by: string): Promise<HeldBooking | undefined>;
}
