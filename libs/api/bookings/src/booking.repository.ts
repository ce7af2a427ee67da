import { PageRequest } from '@modex/api-core';
import { Booking, BookingFailure, BookingStatus } from '@modex/domain';

/** What a buyer asks for, before any seat is touched. */
export interface BookingIntent {
  readonly userId: string;
  readonly showId: string;
  /** Seat ids in lock order. */
  readonly seats: readonly string[];
  /** The admin who books for this user; absent when the user does. */
  readonly bookedBy?: string;
  /** Unique among the bookings of this user; absent when the client sent none. */
  readonly idempotencyKey?: string;
}

/** `opened`: this call stored the intent. `known`: an earlier request of this user has the key. */
export type OpenedBooking = { readonly kind: 'opened' | 'known'; readonly booking: Booking };

/** A booking with whether a seat in its hands would be lost: it did not confirm, and its time is over. */
export interface BookingClaim {
  readonly booking: Booking;
  readonly isOverdue: boolean;
}

/**
 * The bookings. Each move is one compare-and-set; leases are told by the database's clock.
 * A move that misses changes nothing and returns undefined.
 */
export abstract class BookingRepository {
  /** Stores a PENDING booking with its lease, in one command unless the key is known. */
  abstract open(intent: BookingIntent, leaseMs: number): Promise<OpenedBooking>;
  /** PENDING → CONFIRMED while the lease lasts. */
  abstract confirm(bookingId: string): Promise<Booking | undefined>;
  /** PENDING → FAILED, with the reason; a failure that is not final frees the idempotency key. */
  abstract fail(bookingId: string, failure: BookingFailure): Promise<Booking | undefined>;
  /** PENDING → EXPIRED once the lease is over. */
  abstract expire(bookingId: string): Promise<Booking | undefined>;
  /** CONFIRMED → CANCELLED, by a user or the system; due for the sweep until its seats are released. */
  abstract cancel(bookingId: string, userId: string | undefined): Promise<Booking | undefined>;

  /** The booking that an earlier request of this user made with the key. */
  abstract findByKey(userId: string, idempotencyKey: string): Promise<Booking | undefined>;
  abstract findById(bookingId: string): Promise<Booking | undefined>;
  /** A user's bookings of these statuses, latest first, one more than asked for. */
  abstract findByUser(
    userId: string,
    statuses: readonly BookingStatus[],
    page: PageRequest,
  ): Promise<readonly Booking[]>;
  /** A show's bookings of these statuses, latest first, one more than asked for. */
  abstract findByShow(
    showId: string,
    statuses: readonly BookingStatus[],
    page: PageRequest,
  ): Promise<readonly Booking[]>;

  /** All bookings of a show of these statuses, read in small steps. */
  abstract eachOfShow(showId: string, statuses: readonly BookingStatus[]): AsyncIterable<Booking>;
  /** All bookings of any status that ever asked for the seat. */
  abstract findBySeat(showId: string, seatId: string): Promise<readonly Booking[]>;
  /** Bookings by id, each with whether its seats should be free by now: ended, or its lease over, for `graceMs`. */
  abstract findClaims(bookingIds: readonly string[], graceMs: number): Promise<readonly BookingClaim[]>;

  /**
   * Bookings that the sweep must look at: PENDING past the lease, or ended without CONFIRMED and not yet settled. Those
   * with seats to be freed come before those that are looked at again.
   */
  abstract findDue(limit: number): Promise<readonly Booking[]>;
  /**
   * An ended booking was looked at and its seats are released. A CANCELLED one is done; one that was given up is
   * looked at again after `pauseMs`, until its lease has been over for `watchMs`.
   */
  abstract swept(bookingId: string, pause: { readonly pauseMs: number; readonly watchMs: number }): Promise<void>;
}
