import { Booking } from './booking';

/** By how much the clocks of a cluster's servers may differ, in milliseconds. */
const CLOCKS_MS = 2_000;

/** BOOKED: sold. CANCELLED: given back. TRIED: an attempt that came to nothing may have had it in its hands until then. */
export const SEAT_EVENTS = ['BOOKED', 'CANCELLED', 'TRIED'] as const;
export type SeatEventKind = (typeof SEAT_EVENTS)[number];

/** Something that happened to a seat. */
export interface SeatEvent {
  readonly at: Date;
  readonly kind: SeatEventKind;
  readonly bookingId: string;
  /** Whose booking it is. */
  readonly customerId: string;
  /** Who did it; undefined for the system. */
  readonly userId: string | undefined;
}

/**
 * The history of a seat, oldest first, from the bookings that name it. Bookings are never deleted, and the times are
 * written by the compare-and-sets that confirm and end them, so nothing is missing and nothing was added later.
 */
export function seatHistory(seatId: string, bookings: readonly Booking[]): readonly SeatEvent[] {
  const events = bookings.filter(({ seats }) => seats.includes(seatId)).flatMap((booking) => eventsOf(seatId, booking));
  // At one instant the seat is given back before it is sold again.
  return events.sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b));
}

const rank = ({ kind }: SeatEvent): number => (kind === 'BOOKED' ? 1 : 0);

function eventsOf(seatId: string, booking: Booking): readonly SeatEvent[] {
  const { userId: customerId, confirmedAt, endedAt, status } = booking;
  const whose = { bookingId: booking.id, customerId, userId: booking.bookedBy ?? customerId };
  const booked: SeatEvent[] = confirmedAt ? [{ ...whose, at: confirmedAt, kind: 'BOOKED' }] : [];
  if (endedAt === undefined) return booked;
  if (status === 'CANCELLED') return [...booked, { ...whose, at: endedAt, kind: 'CANCELLED', userId: booking.endedBy }];
  return reached(seatId, booking) ? [...booked, { ...whose, at: endedAt, kind: 'TRIED' }] : booked;
}

/** Seats are locked in order up to the first that is not free; those after it were never touched. */
function reached(seatId: string, { failure }: Booking): boolean {
  const missed = failure?.seatIds[0];
  return missed === undefined || seatId < missed;
}

/** The seats that were sold at a moment, with their bookings. */
export function soldAt(moment: Date, bookings: readonly Booking[]): ReadonlyMap<string, string> {
  const sold = bookings.filter((booking) => isSoldAt(moment, booking));
  return new Map(sold.flatMap(({ id, seats }) => seats.map((seatId): [string, string] => [seatId, id])));
}

/**
 * Whether both bookings were sold at the same time. A seat that was given back and sold again is not sold twice where
 * the sale seems to come a little before the return: after a failover another server's clock told the time.
 */
export function soldAtOnce(one: Booking, other: Booking): boolean {
  if (one.confirmedAt === undefined || other.confirmedAt === undefined) return false;
  const begin = Math.max(one.confirmedAt.getTime(), other.confirmedAt.getTime());
  const end = Math.min(...[one, other].map(({ endedAt }) => endedAt?.getTime() ?? Infinity));
  return end - begin > CLOCKS_MS;
}

function isSoldAt(moment: Date, { confirmedAt, endedAt }: Booking): boolean {
  return confirmedAt !== undefined && confirmedAt <= moment && (endedAt === undefined || endedAt > moment);
}
