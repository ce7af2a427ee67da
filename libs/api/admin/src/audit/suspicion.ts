import { BookingClaim } from '@modex/api-bookings';
import { SeatOwner } from '@modex/api-seats';
import { AuditViolation, soldAtOnce } from '@modex/domain';

/** Something that looks wrong at first sight: the two sides were read one after the other while people book. */
export type Suspicion =
  | { readonly kind: 'owner' | 'missing'; readonly seatId: string; readonly bookingId: string }
  | { readonly kind: 'double'; readonly seatId: string; readonly bookingId: string; readonly other: string };

/** What a second look at suspicious seats found: the bookings, then the seats, then the bookings again. */
export interface SecondLook {
  readonly before: ReadonlyMap<string, BookingClaim>;
  readonly seats: ReadonlyMap<string, SeatOwner>;
  readonly after: ReadonlyMap<string, BookingClaim>;
}

export type Verdict = Omit<AuditViolation, 'showId'> | 'in-flight' | 'sound';

/** What is still wrong at the second look, with its booking unchanged around it, is wrong. */
export function judge(suspicion: Suspicion, look: SecondLook): Verdict {
  if (suspicion.kind === 'double') return judgeSales(suspicion, look);
  return suspicion.kind === 'owner' ? judgeOwner(suspicion, look) : judgeMissing(suspicion, look);
}

/** The bookings that a second look needs. */
export function bookingsOf(suspicions: readonly Suspicion[]): readonly string[] {
  return [...new Set(suspicions.flatMap((each) => ('other' in each ? [each.bookingId, each.other] : each.bookingId)))];
}

/** A booking may have been cancelled, and its seat sold again, while the bookings were read. */
function judgeSales(
  { seatId, bookingId, other }: Extract<Suspicion, { kind: 'double' }>,
  { after }: SecondLook,
): Verdict {
  const [one, rival] = [after.get(bookingId)?.booking, after.get(other)?.booking];
  if (one === undefined || rival === undefined || !soldAtOnce(one, rival)) return 'sound';
  const detail = `The seat was sold to two bookings at once, also to ${other}.`;
  return { rule: 'double-owner', seatId, bookingId, detail };
}

/** A booking under way, or one whose seats are just being released, is no violation. */
function judgeOwner({ seatId, bookingId }: Suspicion, { before, seats }: SecondLook): Verdict {
  if (seats.get(seatId)?.bookingId !== bookingId) return 'sound';
  const claim = before.get(bookingId);
  if (claim === undefined || claim.isOverdue || !claim.booking.seats.includes(seatId)) {
    const status = claim === undefined ? 'does not exist' : `is ${claim.booking.status}`;
    const detail = `The seat is booked by a booking that ${status} or does not name it.`;
    return { rule: 'seat-owner', seatId, bookingId, detail };
  }
  return claim.booking.status === 'CONFIRMED' ? 'sound' : 'in-flight';
}

function judgeMissing({ seatId, bookingId }: Suspicion, { before, seats, after }: SecondLook): Verdict {
  const isConfirmed = [before, after].every((look) => look.get(bookingId)?.booking.status === 'CONFIRMED');
  const seat = seats.get(seatId);
  if (!isConfirmed || seat?.bookingId === bookingId) return 'sound';
  const detail = `The booking is confirmed, but the seat ${seat === undefined ? 'does not exist' : 'is not its own'}.`;
  return { rule: 'missing-seat', seatId, bookingId, detail };
}
