import { DomainError, ErrorCode } from './error';
import { Hold } from './hold';
import { Moves } from './moves';
import { Layout, plainPlan } from './plan/plain-plan';
import { nameSeats, PlannedShow } from './plan/planned-seat';
import { NamedSeat } from './plan/seat-name';
import { Quote } from './price/quote';
import type { Till } from './price/till';
import type { TicketState } from './ticket';

/**
 * PENDING: its seats are being locked. HELD: they are kept while its customer decides. FAILED: a seat was not free, or the
 * database gave way. RELEASED: a hold that was given back. EXPIRED: its lease ended first.
 */
export const BOOKING_STATUSES = ['PENDING', 'HELD', 'CONFIRMED', 'FAILED', 'RELEASED', 'EXPIRED', 'CANCELLED'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/** What may happen to a booking; each move is one compare-and-set on the status. */
export const BOOKING_MOVES: Moves<BookingStatus> = {
  PENDING: ['HELD', 'CONFIRMED', 'FAILED', 'EXPIRED'],
  HELD: ['CONFIRMED', 'RELEASED', 'EXPIRED'],
  CONFIRMED: ['CANCELLED'],
  FAILED: [],
  RELEASED: [],
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
  /** Of `limit-reached`: how many seats a customer may have, and how many this one had. */
  readonly limit?: number;
  readonly bought?: number;
}

/** A seat that was given back while the rest of its booking stayed. */
export interface ReturnedSeat {
  readonly seatId: string;
  readonly at: Date;
  /** The user who gave it back; absent when the system did. */
  readonly by?: string;
  /** The reason, in the words of the person who did it. */
  readonly reason?: string;
}

/** A booking as the rules see it. `seats` are seat ids in ascending order, the order they are locked in. */
export interface Booking {
  readonly id: string;
  /** The code by which its customer names it; random, but no secret: only code and e-mail together open the booking. */
  readonly code: string;
  readonly userId: string;
  readonly showId: string;
  readonly seats: readonly string[];
  /** Seats that it had and gave back one by one, the first first; `seats` no longer names them. */
  readonly returned: readonly ReturnedSeat[];
  /**
   * All seats that it was made for, in lock order, by the names under which it was sold: a ticket never
   * changes. Empty where an instance of an earlier version made it.
   */
  readonly names: readonly NamedSeat[];
  /** What the seats cost when they were sold; absent where the show was free of charge, and for a hold. */
  readonly price?: Quote;
  /** What was paid for it at the counter; absent for nothing. */
  readonly till?: Till;
  /** What became of its tickets; absent while none was used or issued anew. */
  readonly tickets?: TicketState;
  readonly status: BookingStatus;
  readonly createdAt: Date;
  /** End of the lease by the database's clock: after it the booking can only expire. Of a HELD one the end of the hold. */
  readonly leaseUntil: Date;
  /** Present since it became HELD, and kept in later states. */
  readonly hold?: Hold;
  readonly failure?: BookingFailure;
  /** When it was confirmed; kept when it is cancelled later. */
  readonly confirmedAt?: Date;
  /** When it failed, was released, expired or was cancelled. */
  readonly endedAt?: Date;
  /** The admin who booked for the customer; absent when the customer did. */
  readonly bookedBy?: string;
  /** The user who released or cancelled it; absent when the system did. */
  readonly endedBy?: string;
  /** Why it was cancelled, in the words of the person who did it. */
  readonly reason?: string;
}

/**
 * The seats of a request in the order in which they are locked: ascending, so that two customers who want the same seats
 * meet at the same first seat and one of them wins.
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

/** Seats that are the booking's, and those that it gave back. */
type SeatsOfBooking = Pick<Booking, 'seats' | 'returned'>;

/** The seats of the request as it was first sent, in lock order: what the booking has, and what it gave back. */
export function askedSeats({ seats, returned }: SeatsOfBooking): readonly string[] {
  return [...seats, ...returned.map(({ seatId }) => seatId)].sort();
}

/**
 * What it has and what it gave back, in lock order, by the names that it keeps. Bookings without names are older than plans
 * that are drawn, so theirs are those of the plain plan of their show.
 */
export function seatsByName(
  booking: SeatsOfBooking & Pick<Booking, 'names'>,
  show: Layout & Pick<PlannedShow, 'seatPrefix'>,
) {
  const plain = (): readonly NamedSeat[] => nameSeats({ ...show, plan: plainPlan(show) }, askedSeats(booking));
  const names = booking.names.length > 0 ? booking.names : plain();
  const isReturned = ({ id }: NamedSeat): boolean => booking.returned.some(({ seatId }) => seatId === id);
  return { seats: names.filter(({ id }) => booking.seats.includes(id)), returnedSeats: names.filter(isReturned) };
}

/**
 * Whether a request asks for the seats that the earlier booking was made for, and for the same people: the check of an
 * idempotency key. Seats that were given back since then still count as asked for.
 */
export function asksTheSame(
  earlier: SeatsOfBooking & Pick<Booking, 'showId' | 'price'>,
  request: Pick<Booking, 'showId' | 'seats' | 'price'>,
): boolean {
  const asked = askedSeats(earlier);
  const isSame = asked.length === request.seats.length && asked.every((id, i) => id === request.seats[i]);
  return isSame && earlier.showId === request.showId && isForTheSame(earlier.price, request.price);
}

/** Whether the tickets have the same types; a price that changed since is no other request. */
function isForTheSame(earlier: Quote | undefined, asked: Quote | undefined): boolean {
  if (earlier === undefined || asked === undefined) return true;
  const types = new Map(earlier.tickets.map(({ seatId, type }) => [seatId, type]));
  return asked.tickets.every(({ seatId, type }) => types.get(seatId) === type);
}

/**
 * Which of the seats the booking still has, in lock order; all that it has when none is named.
 * @throws DomainError `validation-failed` for an empty list or a repeated seat, `unknown-seat` for one it never had
 */
export function seatsToGiveBack(booking: SeatsOfBooking, seatIds: readonly string[] | undefined): readonly string[] {
  if (seatIds === undefined) return booking.seats;
  const named = lockOrder(seatIds, Infinity);
  const asked = new Set(askedSeats(booking));
  const unknown = named.filter((seatId) => !asked.has(seatId));
  if (unknown.length > 0) {
    throw new DomainError('unknown-seat', 'These seats are not in this booking; take ids from it.', {
      seatIds: unknown,
    });
  }
  return named.filter((seatId) => booking.seats.includes(seatId));
}

/** Why the booking was cancelled, or why seats of it were last taken. Undefined if nobody gave a reason. */
export function reasonOf({ status, reason, returned }: Pick<Booking, 'status' | 'reason' | 'returned'>) {
  if (status === 'CANCELLED') return reason;
  return returned.findLast((seat) => seat.reason !== undefined)?.reason;
}

/** Seats that may still carry the booking's id though it has no right to them any more, in lock order. */
export function seatsToFree(booking: SeatsOfBooking & Pick<Booking, 'status' | 'hold'>): readonly string[] {
  const { status, hold, returned } = booking;
  const leaving = hold?.leaving ?? [];
  // A change under way may lock them again.
  if (status === 'HELD') return hold?.change === undefined ? leaving : [];
  if (status === 'CONFIRMED') return inOrder([...returned.map(({ seatId }) => seatId), ...leaving]);
  return inOrder([...askedSeats(booking), ...leaving, ...(hold?.change?.seats ?? [])]);
}

function inOrder(seatIds: readonly string[]): readonly string[] {
  return [...new Set(seatIds)].sort();
}

/**
 * Whether the same request would fail the same way again. A failure of the storage does not answer the customer's request,
 * so its key stays free for the retry.
 */
export function isFinalFailure(failure: BookingFailure): boolean {
  return failure.code !== 'storage-unavailable' && failure.code !== 'overloaded' && failure.code !== 'internal';
}
