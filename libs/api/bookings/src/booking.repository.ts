import { PageRequest } from '@modex/api-core';
import { Booking, BookingFailure, BookingStatus, NamedSeat, Quote } from '@modex/domain';
import { NewBookingEvent } from './outbox/booking-outbox';

/** A customer's request, before any seat is locked. */
export interface BookingIntent {
  readonly userId: string;
  readonly showId: string;
  /** Seat ids in lock order. */
  readonly seats: readonly string[];
  /** The same seats by their names, which the booking keeps. */
  readonly names: readonly NamedSeat[];
  /** What they cost; absent where the show is free of charge, and for a hold. */
  readonly price?: Quote | undefined;
  /** The admin who books for this user; absent when the user does. */
  readonly bookedBy?: string;
  /** Unique among the bookings of this user; absent when the client sent none. */
  readonly idempotencyKey?: string;
  /** Whether it must be this user's only open booking in the show: for a hold, and where seats are counted for a limit. */
  readonly isOnly?: boolean;
  /** Whether it becomes HELD instead of being sold at once. */
  readonly isHold?: boolean;
  /** How many seats the customer asked for, whichever they are; absent: exactly these seats. */
  readonly quantity?: number;
  /** Where an anonymous guest holds from: a key of the network, which tells nobody the address. */
  readonly origin?: string | undefined;
}

/** Whose bookings, and of which show; absent: of all. */
export interface BookingsOfUser {
  readonly userId: string;
  readonly showId?: string;
}

/** What a search for bookings came to: those with the code, and those of the people. */
export interface BookingsSought {
  readonly code?: string | undefined;
  readonly userIds: readonly string[];
  /** Absent: of all shows. */
  readonly showId?: string | undefined;
}

/** The parts of a booking that decide its place in a list. */
export type BookingOutline = Pick<Booking, 'id' | 'showId' | 'status'>;

/**
 * `opened`: this call stored the intent. `known`: an earlier request of this user has the key. `busy`: another booking
 * of this user in the show is open, where there may be one.
 */
export type OpenedBooking =
  { readonly kind: 'opened' | 'known'; readonly booking: Booking } | { readonly kind: 'busy' };

/** Which seats of a booking are given back, by whom and why. */
export interface Cancellation {
  /** Seats that the booking has; absent: all of them. */
  readonly seatIds?: readonly string[];
  /** The user who does; absent: the system. */
  readonly by?: string;
  /** The reason, in the words of the person who does it. */
  readonly reason?: string;
  /** Also seats with whose tickets somebody is in: when the whole show is off. */
  readonly evenEntered?: boolean;
}

/** Which booking. Every write, and every read of the protocol, also names the customer, which is the shard key. */
export type BookingRef = Pick<Booking, 'id' | 'userId'>;

/** When the sweep looks again at what it has looked at; in milliseconds. */
export interface SweepLooks {
  /** A booking that was given up is looked at again after so long … */
  readonly pauseMs: number;
  /** … until its last lock has been impossible for so long. */
  readonly watchMs: number;
  /** After a hold that lasted `lifeMs` its customer cannot hold again for `forMs`; absent: no pause. */
  readonly bar?: { readonly lifeMs: number; readonly forMs: number };
}

/** A booking as it was at a moment of the database's clock. */
export interface BookingAsOf {
  readonly booking: Booking;
  readonly asOf: Date;
}

/**
 * The bookings. Each move is one compare-and-set; leases are told by the database's clock.
 * A move that misses changes nothing and returns undefined.
 */
export abstract class BookingRepository {
  /** Stores a PENDING booking with its lease, in one command unless the key is known. Sent twice, it is stored once. */
  abstract open(intent: BookingIntent, leaseMs: number): Promise<OpenedBooking>;
  /** PENDING → CONFIRMED while the lease lasts, with the event if a reader waits for it. */
  abstract confirm(booking: BookingRef, event?: NewBookingEvent): Promise<Booking | undefined>;
  /** PENDING → FAILED, with the reason; a failure that is not final frees the idempotency key. */
  abstract fail(booking: BookingRef, failure: BookingFailure): Promise<Booking | undefined>;
  /** PENDING or HELD → EXPIRED once the lease is over. */
  abstract expire(booking: BookingRef): Promise<Booking | undefined>;
  /**
   * CONFIRMED → CANCELLED, or CONFIRMED with fewer seats if some stay; only while the booking has exactly the seats that
   * were seen, and nothing was written of its tickets since. The booking is due for the sweep until the seats are released. Stores the event, if a reader waits for it.
   */
  abstract cancel(seen: Booking, cancellation: Cancellation, event?: NewBookingEvent): Promise<Booking | undefined>;

  /** The booking that an earlier request of this user made with the key. */
  abstract findByKey(userId: string, idempotencyKey: string): Promise<Booking | undefined>;
  abstract find(booking: BookingRef): Promise<Booking | undefined>;
  /** The booking of any customer: for staff. */
  abstract findById(bookingId: string): Promise<Booking | undefined>;
  abstract findByIds(bookingIds: readonly string[]): Promise<readonly Booking[]>;
  /** The bookings of these statuses that have the code: hardly ever more than one. */
  abstract findByCode(code: string, statuses: readonly BookingStatus[]): Promise<readonly Booking[]>;
  /**
   * How many seats of the show the customer's other bookings have or may still get. Bookings that staff made for the
   * customer do not count.
   */
  abstract countSeatsBeside(booking: Booking): Promise<number>;
  /** How many holds that were made anonymously from there are open, or on the way to it. */
  abstract countHoldsFrom(origin: string): Promise<number>;
  /** A user's bookings of these statuses, latest first, one more than asked for. */
  abstract findByUser(
    wanted: BookingsOfUser,
    statuses: readonly BookingStatus[],
    page: PageRequest,
  ): Promise<readonly Booking[]>;
  /** All bookings of a user of these statuses, without their seats. */
  abstract outlineByUser(
    wanted: BookingsOfUser,
    statuses: readonly BookingStatus[],
  ): Promise<readonly BookingOutline[]>;
  /** A show's bookings of these statuses, latest first, one more than asked for. */
  abstract findByShow(
    showId: string,
    statuses: readonly BookingStatus[],
    page: PageRequest,
  ): Promise<readonly Booking[]>;

  /** Bookings of these statuses with the code or of one of the users, latest first, one more than asked for. */
  abstract findSought(
    sought: BookingsSought,
    statuses: readonly BookingStatus[],
    page: PageRequest,
  ): Promise<readonly Booking[]>;

  /** All bookings of a show of these statuses, read in small steps. */
  abstract eachOfShow(showId: string, statuses: readonly BookingStatus[]): AsyncIterable<Booking>;
  /** All bookings of any status that ever asked for the seat. */
  abstract findBySeat(showId: string, seatId: string): Promise<readonly Booking[]>;
  /** Bookings by id, each with the time of the database. */
  abstract findAsOf(bookingIds: readonly string[]): Promise<readonly BookingAsOf[]>;

  /**
   * Bookings that the sweep must look at: PENDING past the lease, ended without CONFIRMED and not yet settled, or with
   * seats that were just given back. Those with seats to be freed come before those that are looked at again.
   */
  abstract findDue(limit: number): Promise<readonly Booking[]>;
  /**
   * The booking was looked at as it was seen, and what is not its own is released; one that changed meanwhile stays due.
   * A HELD one is looked at again when its change, or it, is over; CONFIRMED and CANCELLED ones are done, and RELEASED
   * ones too. What may still be reached by a late lock is looked at again.
   */
  abstract swept(seen: Booking, looks: SweepLooks): Promise<void>;
}
