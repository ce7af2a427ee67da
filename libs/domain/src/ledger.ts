import { Booking } from './booking';

/** BOOKED: sold. CANCELLED: given back. TRIED: an attempt that came to nothing may have had it in its hands until then. */
export const SEAT_EVENTS = ['BOOKED', 'CANCELLED', 'TRIED'] as const;
export type SeatEventKind = (typeof SEAT_EVENTS)[number];

/** Something that happened to a seat. */
export interface SeatEvent {
  readonly at: Date;
  readonly kind: SeatEventKind;
  readonly bookingId: string;
  /** Who did it; undefined for the system. */
  readonly userId: string | undefined;
}

/**
 * The history of a seat, oldest first, from the bookings that name it. Bookings are never deleted, and the times are
 * written by the compare-and-sets that confirm and end them, so nothing is missing and nothing was added later.
 */
export function seatHistory(seatId: string, bookings: readonly Booking[]): readonly SeatEvent[] {
  const events = bookings.filter(({ seats }) => seats.includes(seatId)).flatMap((booking) => eventsOf(seatId, booking));
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function eventsOf(seatId: string, booking: Booking): readonly SeatEvent[] {
  const { id: bookingId, userId, endedBy, confirmedAt, endedAt, status } = booking;
  const booked: SeatEvent[] = confirmedAt ? [{ at: confirmedAt, kind: 'BOOKED', bookingId, userId }] : [];
  if (endedAt === undefined) return booked;
  if (status === 'CANCELLED') return [...booked, { at: endedAt, kind: 'CANCELLED', bookingId, userId: endedBy }];
  return reached(seatId, booking) ? [...booked, { at: endedAt, kind: 'TRIED', bookingId, userId }] : booked;
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

/** Whether at some moment both bookings were sold; times are the database's, the end belongs to the next. */
export function soldAtOnce(one: Booking, other: Booking): boolean {
  const [a, b] = [one.confirmedAt, other.confirmedAt];
  if (a === undefined || b === undefined) return false;
  const later = a > b ? a : b;
  return isSoldAt(later, one) && isSoldAt(later, other);
}

function isSoldAt(moment: Date, { confirmedAt, endedAt }: Booking): boolean {
  return confirmedAt !== undefined && confirmedAt <= moment && (endedAt === undefined || endedAt > moment);
}
