import { Injectable, Logger } from '@nestjs/common';
import { SeatRepository } from '@modex/api-seats';
import { Booking, DomainError } from '@modex/domain';
import { bookingExpired, failureOf, seatTaken } from './booking-refusals';
import { BookingRepository } from './booking.repository';

/** Which seats are locked, until when, by which version of the plan, and under which version of a hold; without one they are sold at once. */
export interface Locking {
  readonly seats: readonly string[];
  readonly leaseUntil: Date;
  /** The version of the plan by which they are named. */
  readonly planVersion: number;
  readonly version?: number | undefined;
}

/** Why the loop ended early, and the seats that may carry the booking's id. */
export interface LockFailure {
  readonly cause: unknown;
  readonly reached: readonly string[];
}

/** The lock loop with its rollback: a booking under way gets all its seats or none. */
@Injectable()
export class BookingLocks {
  private readonly logger = new Logger(BookingLocks.name);

  constructor(
    private readonly bookings: BookingRepository,
    private readonly seats: SeatRepository,
  ) {}

  /**
   * Locks all seats of a booking; at the first one that is gone it rolls back.
   * @param by the version of the plan, and that of the hold that it is on the way to; without one its seats are sold at once
   * @throws DomainError `seat-taken` with that seat, `booking-expired`; whatever the database threw
   */
  async lockAll(booking: Booking, by: Pick<Locking, 'planVersion' | 'version'>): Promise<void> {
    const failure = await this.lock(booking, { ...booking, ...by });
    if (failure !== undefined) throw await this.rollBack(booking, failure.reached, failure.cause);
  }

  /**
   * Locks the seats one by one in ascending order. It never reads first: the result of the write is the answer.
   * @returns why it ended early
   */
  async lock({ id: bookingId, showId }: Booking, locking: Locking): Promise<LockFailure | undefined> {
    const { seats, leaseUntil, planVersion, version } = locking;
    for (const [index, seatId] of seats.entries()) {
      try {
        const outcome = await this.seats.lock({ showId, seatId, bookingId, leaseUntil, planVersion, version });
        if (outcome !== 'locked') throw outcome === 'unavailable' ? seatTaken(seatId) : bookingExpired();
      } catch (cause) {
        // If a lock threw, it may still have its seat, so the seat counts as reached.
        const reached = cause instanceof DomainError ? index : index + 1;
        return { cause, reached: seats.slice(0, reached) };
      }
    }
    return undefined;
  }

  /** Releases those of its seats that are still its own. */
  async releaseAll({ id: bookingId, showId, seats: seatIds }: Booking): Promise<void> {
    await this.seats.release({ showId, bookingId, seatIds });
  }

  /**
   * Releases in reverse order, then PENDING → FAILED. If the database cannot be reached, the end of the lease does it.
   * @returns the error for the customer: the cause, or that the lease was lost meanwhile; a replay gets the same
   */
  async rollBack(booking: Booking, locked: readonly string[], cause: unknown): Promise<unknown> {
    const { id: bookingId, showId } = booking;
    try {
      for (const seatId of locked.toReversed()) await this.seats.release({ showId, bookingId, seatIds: [seatId] });
      const failed = await this.bookings.fail(booking, failureOf(cause));
      const ended = failed ?? (await this.bookings.find(booking));
      return ended?.status === 'EXPIRED' ? bookingExpired() : cause;
    } catch (error) {
      this.logger.warn(`rollback of ${bookingId} left to the sweep: ${String(error)}`);
      return cause;
    }
  }
}
