import { DomainError, ErrorCode } from './error';
import { Moves } from './moves';

/** PENDING: its seats are being taken. FAILED: a seat was not free, or the database gave way. EXPIRED: its lease ended first. */
export const BOOKING_STATUSES = ['PENDING', 'CONFIRMED', 'FAILED', 'EXPIRED', 'CANCELLED'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** What may happen to a booking; each move is one compare-and-set on the status. */
export const BOOKING_MOVES: Moves<BookingStatus> = {
  PENDING: ['CONFIRMED', 'FAILED', 'EXPIRED'],
  CONFIRMED: ['CANCELLED'],
  FAILED: [],
  EXPIRED: [],
  CANCELLED: [],
};

/** Statuses that a customer sees in "my bookings": what was bought, not what was tried. */
export const PURCHASED: readonly BookingStatus[] = ['CONFIRMED', 'CANCELLED'];

/** Why a booking ended without its seats, stored so that a replay answers the same. */
export interface BookingFailure {
  readonly code: ErrorCode;
  readonly detail: string;
  /** The seats that were not free. */
  readonly seatIds: readonly string[];
}

/** A booking as the rules see it. `seats` are seat ids in ascending order, the order they are locked in. */
export interface Booking {
  readonly id: string;
  readonly userId: string;
  readonly showId: string;
  readonly seats: readonly string[];
  readonly status: BookingStatus;
  readonly createdAt: Date;
  /** End of the lease by the database's clock: after it the booking can only expire. */
  readonly leaseUntil: Date;
  readonly failure?: BookingFailure;
  /** When it was confirmed; kept when it is cancelled later. */
  readonly confirmedAt?: Date;
  /** When it failed, expired or was cancelled. */
  readonly endedAt?: Date;
  /** The admin who booked for the customer; absent when the customer did. */
  readonly bookedBy?: string;
  /** The user who cancelled it; absent when the system did. */
  readonly endedBy?: string;
}

/**
 * The seats of a request in the order in which they are locked: ascending, so that two buyers of
 * the same seats meet at the same first seat and one of them wins.
 * @throws DomainError `validation-failed` for none or a repeated seat, `too-many-seats` above `max`.
 */
export function lockOrder(seatIds: readonly string[], max: number): readonly string[] {
  if (seatIds.length === 0) throw invalidSeats('Choose at least one seat.');
  if (seatIds.length > max) {
    throw new DomainError('too-many-seats', `A booking has at most ${max} seats; choose fewer.`);
  }
  const distinct = new Set(seatIds.map((seatId) => seatId.toLowerCase()));
  if (distinct.size < seatIds.length) throw invalidSeats('Each seat may be named once.');
  return [...distinct].sort();
}

function invalidSeats(message: string): DomainError {
  return new DomainError('validation-failed', message, { fields: [{ field: 'seatIds', message }] });
}

/** Whether two requests ask for the same: the test of an idempotency key against its first request. */
export function asksTheSame(a: Pick<Booking, 'showId' | 'seats'>, b: Pick<Booking, 'showId' | 'seats'>): boolean {
  return a.showId === b.showId && a.seats.length === b.seats.length && a.seats.every((id, i) => id === b.seats[i]);
}

/**
 * Whether the same request would fail the same way again. A failure of the storage is no answer to
 * the customer's question: its key stays free for the retry.
 */
export function isFinalFailure(failure: BookingFailure): boolean {
  return failure.code !== 'storage-unavailable' && failure.code !== 'overloaded' && failure.code !== 'internal';
}
