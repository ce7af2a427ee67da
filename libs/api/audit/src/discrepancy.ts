import { BookingAsOf } from '@modex/api-bookings';
import { SeatOwner } from '@modex/api-seats';
import { AuditViolation, Booking, soldAtOnce } from '@modex/domain';

/** How long, in milliseconds, a booking may lack the right seats after its lease, its end or the return of a seat. */
const GRACE_MS = 5_000;

/** Something that looks wrong at first: bookings and seats were read one after the other while people were booking. */
export type Discrepancy =
  | { readonly kind: 'owner' | 'missing'; readonly seatId: string; readonly bookingId: string }
  | { readonly kind: 'double'; readonly seatId: string; readonly bookingId: string; readonly other: string };

/** What a second look at suspicious seats found: the bookings, then the seats, then the bookings again. */
export interface SecondLook {
  readonly before: ReadonlyMap<string, BookingAsOf>;
  readonly seats: ReadonlyMap<string, SeatOwner>;
  readonly after: ReadonlyMap<string, BookingAsOf>;
}

export type Assessment = Omit<AuditViolation, 'showId'> | 'in-flight' | 'sound';

/** A discrepancy is real if it is still there at the second look and its booking did not change around that look. */
export function judge(discrepancy: Discrepancy, look: SecondLook): Assessment {
  if (discrepancy.kind === 'double') return judgeSales(discrepancy, look);
  return discrepancy.kind === 'owner' ? judgeOwner(discrepancy, look) : judgeMissing(discrepancy, look);
}

/** The bookings to read for a second look. */
export function bookingsOf(discrepancies: readonly Discrepancy[]): readonly string[] {
  return [
    ...new Set(discrepancies.flatMap((each) => ('other' in each ? [each.bookingId, each.other] : each.bookingId))),
  ];
}

/** A booking may have been cancelled, and its seat sold again, while the bookings were read. */
function judgeSales(
  { seatId, bookingId, other }: Extract<Discrepancy, { kind: 'double' }>,
  { after }: SecondLook,
): Assessment {
  const [one, rival] = [after.get(bookingId)?.booking, after.get(other)?.booking];
  if (one === undefined || rival === undefined || !soldAtOnce(seatId, one, rival)) return 'sound';
  const detail = `The seat was sold to two bookings at once, also to ${other}.`;
  return { rule: 'double-owner', seatId, bookingId, detail };
}

/** A booking under way, or one whose seats are just being released, is no violation. */
function judgeOwner({ seatId, bookingId }: Discrepancy, { before, seats }: SecondLook): Assessment {
  const seat = seats.get(seatId);
  if (seat?.bookingId !== bookingId) return 'sound';
  const seen = before.get(bookingId);
  const until = seen && rightUntil(seat, seen.booking);
  if (seen === undefined || until === undefined || until + GRACE_MS < seen.asOf.getTime()) {
    const status = seen === undefined ? 'does not exist' : `is ${seen.booking.status}`;
    const detail = `The seat is ${seat.status} by a booking that ${status} or does not name it.`;
    return { rule: 'seat-owner', seatId, bookingId, detail };
  }
  return until === Infinity ? 'sound' : 'in-flight';
}

/** Until when, in milliseconds, the booking may have the seat as it stands; undefined when it never asked for it. */
function rightUntil({ seatId, status: seatStatus }: SeatOwner, booking: Booking): number | undefined {
  const { seats, returned, status, leaseUntil, confirmedAt, endedAt, hold } = booking;
  const given = returned.find((each) => each.seatId === seatId);
  if (given !== undefined) return given.at.getTime();
  const ofHold = [...(hold?.change?.seats ?? []), ...(hold?.leaving ?? [])];
  if (!seats.includes(seatId) && !ofHold.includes(seatId)) return undefined;
  if (status === 'HELD' && seatStatus !== 'HELD') return undefined;
  if (status === 'CONFIRMED') return seatStatus === 'HELD' ? confirmedAt?.getTime() : Infinity;
  return Math.max(leaseUntil.getTime(), endedAt?.getTime() ?? 0);
}

function judgeMissing({ seatId, bookingId }: Discrepancy, { before, seats, after }: SecondLook): Assessment {
  const isItsOwn = [before, after].every((look) => {
    const booking = look.get(bookingId)?.booking;
    return booking?.status === 'CONFIRMED' && booking.seats.includes(seatId);
  });
  const seat = seats.get(seatId);
  if (!isItsOwn || seat?.bookingId === bookingId) return 'sound';
  const detail = `The booking is confirmed, but the seat ${seat === undefined ? 'does not exist' : 'is not its own'}.`;
  return { rule: 'missing-seat', seatId, bookingId, detail };
}
