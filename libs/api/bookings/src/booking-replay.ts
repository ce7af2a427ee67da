import { asksTheSame, Booking, DomainError, ReplayedError } from '@modex/domain';
import { BookingIntent } from './booking.repository';

/** A booking that was asked for; `replayed` when an earlier request with the same key made it. */
export interface BookingOutcome {
  readonly booking: Booking;
  readonly replayed: boolean;
}

/**
 * The answer to a request whose idempotency key an earlier request used: the same answer again.
 * @throws DomainError `idempotency-key-reused` for another request, `in-progress` while the first runs;
 * ReplayedError with the stored failure
 */
export function replay(earlier: Booking, intent: BookingIntent): BookingOutcome {
  if (!asksTheSame(earlier, intent)) {
    throw new DomainError('idempotency-key-reused', 'This key belongs to another booking; use a new one.');
  }
  if (earlier.status === 'PENDING') {
    throw new DomainError('in-progress', 'The first request with this key is still running; ask again shortly.', {
      retryAfter: 1,
    });
  }
  if (earlier.status === 'FAILED' && earlier.failure !== undefined) {
    const { code, detail, seatIds, ...facts } = earlier.failure;
    throw new ReplayedError(code, detail, { ...facts, ...(seatIds.length > 0 && { seatIds }) });
  }
  if (earlier.status === 'CONFIRMED' || earlier.status === 'CANCELLED') return { booking: earlier, replayed: true };
  throw new ReplayedError('booking-expired', 'The booking of this key was given up; book again with a new key.');
}
