import { askedSeats, Booking } from './booking';
import { BLOCK_EVENTS, BlockEvent, BlockReason } from './seat-block';

/** By how much the clocks of a cluster's servers may differ, in milliseconds. */
const CLOCKS_MS = 2_000;

/**
 * PENDING: a booking under way asks for it, and may have it already. HELD: kept while its customer decides. BOOKED: sold.
 * CANCELLED: given back. RELEASED: a hold ended, or an attempt had it, and gave it back since another of its seats was not
 * free. TRIED: an attempt that its lease or the
 * storage ended may have had it until then, or until the sweep some seconds later. BLOCKED, BLOCK_RELEASED: staff kept it
 * from sale, and gave it back to the sale.
 */
export const SEAT_EVENTS = ['PENDING', 'HELD', 'BOOKED', 'CANCELLED', 'RELEASED', 'TRIED', ...BLOCK_EVENTS] as const;
export type SeatEventKind = (typeof SEAT_EVENTS)[number];

/** An event of a seat. PENDING and HELD are still going on: their outcome replaces them. */
export interface SeatEvent {
  readonly at: Date;
  readonly kind: SeatEventKind;
  /** Absent for what staff did to the seat itself. */
  readonly bookingId?: string;
  /** Whose booking it is. */
  readonly customerId?: string;
  /** Who did it; undefined for the system. */
  readonly userId: string | undefined;
  /** For PENDING and for HELD while it lasts: the end of the lease, after which the booking can only be given up. */
  readonly until?: Date;
  /** Why it was blocked. */
  readonly reason?: BlockReason;
  readonly words?: string;
}

/**
 * The history of a seat, oldest first, from the bookings that name it and the blocks that it remembers. Bookings are never deleted, and the times are
 * written by the compare-and-sets that confirm and end them, so nothing is missing and nothing was added later.
 */
export function seatHistory(
  seatId: string,
  bookings: readonly Booking[],
  blocks: readonly BlockEvent[] = [],
): readonly SeatEvent[] {
  const events = bookings
    .filter((booking) => askedSeats(booking).includes(seatId))
    .flatMap((booking) => eventsOf(seatId, booking));
  const ofStaff = blocks.filter((block) => block.seatId === seatId).map(toSeatEvent);
  // At one instant the seat is given back before it is sold or blocked again.
  return [...events, ...ofStaff].sort((a, b) => a.at.getTime() - b.at.getTime() || rank(a) - rank(b));
}

const rank = ({ kind }: SeatEvent): number => (kind === 'BOOKED' || kind === 'BLOCKED' ? 1 : 0);

function toSeatEvent({ at, kind, by, reason, words }: BlockEvent): SeatEvent {
  return { at, kind, userId: by, ...(reason !== undefined && { reason }), ...(words !== undefined && { words }) };
}

function eventsOf(seatId: string, booking: Booking): readonly SeatEvent[] {
  const { userId: customerId, confirmedAt, endedAt, status } = booking;
  const given = booking.returned.find((returned) => returned.seatId === seatId);
  const whose = { bookingId: booking.id, customerId, userId: booking.bookedBy ?? customerId };
  if (status === 'PENDING') return [{ ...whose, at: booking.createdAt, kind: 'PENDING', until: booking.leaseUntil }];
  if (status === 'HELD') return [{ ...whose, at: heldAt(booking), kind: 'HELD', until: booking.leaseUntil }];
  if (confirmedAt === undefined && booking.hold !== undefined) return heldAndReleased(booking, whose);
  const booked: SeatEvent[] = confirmedAt ? [{ ...whose, at: confirmedAt, kind: 'BOOKED' }] : [];
  if (given !== undefined) return [...booked, { ...whose, at: given.at, kind: 'CANCELLED', userId: given.by }];
  if (endedAt === undefined) return booked;
  if (status === 'CANCELLED') return [...booked, { ...whose, at: endedAt, kind: 'CANCELLED', userId: booking.endedBy }];
  const attempt = attemptAt(seatId, booking);
  return attempt === undefined ? booked : [...booked, { ...whose, at: endedAt, kind: attempt }];
}

function heldAt({ hold, createdAt }: Booking): Date {
  return hold?.heldAt ?? createdAt;
}

/** A hold that ended without a booking. */
function heldAndReleased(booking: Booking, whose: Omit<SeatEvent, 'at' | 'kind'>): readonly SeatEvent[] {
  const { endedAt, endedBy: userId } = booking;
  const held: SeatEvent = { ...whose, at: heldAt(booking), kind: 'HELD' };
  return endedAt === undefined ? [held] : [held, { ...whose, at: endedAt, kind: 'RELEASED', userId }];
}

/**
 * Seats are locked in order up to the first that is not free: the attempt had the seats before it, but neither that one
 * nor those after it. If an attempt ended for another reason, how far it came is unknown.
 */
function attemptAt(seatId: string, { failure }: Booking): 'RELEASED' | 'TRIED' | undefined {
  const missed = failure?.seatIds[0];
  if (missed === undefined) return 'TRIED';
  return seatId < missed ? 'RELEASED' : undefined;
}

/** The seats that were sold at a moment, with their bookings. */
export function soldAt(moment: Date, bookings: readonly Booking[]): ReadonlyMap<string, string> {
  const at = moment.getTime();
  const entries = bookings.flatMap((booking) =>
    askedSeats(booking).flatMap((seatId): readonly [string, string][] => {
      const sale = saleOf(seatId, booking);
      return sale !== undefined && sale.from <= at && at < sale.until ? [[seatId, booking.id]] : [];
    }),
  );
  return new Map(entries);
}

/**
 * Whether both bookings had the seat at the same time. If a seat was given back and its next sale seems to be a little
 * earlier, that is no double sale: after a failover the time comes from another server's clock.
 */
export function soldAtOnce(seatId: string, one: Booking, other: Booking): boolean {
  const [sale, rival] = [saleOf(seatId, one), saleOf(seatId, other)];
  if (sale === undefined || rival === undefined) return false;
  return Math.min(sale.until, rival.until) - Math.max(sale.from, rival.from) > CLOCKS_MS;
}

/** From when until when, in milliseconds, the seat was the booking's; undefined when it was never sold to it. */
function saleOf(seatId: string, booking: Booking): { readonly from: number; readonly until: number } | undefined {
  if (booking.confirmedAt === undefined) return undefined;
  const given = booking.returned.find((returned) => returned.seatId === seatId);
  const end = given?.at ?? booking.endedAt;
  return { from: booking.confirmedAt.getTime(), until: end?.getTime() ?? Infinity };
}
