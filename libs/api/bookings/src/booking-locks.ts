import { Injectable, Logger } from '@nestjs/common';
import { SeatRepository } from '@modex/api-seats';
import { Booking, DomainError } from '@modex/domain';
import { bookingExpired, failureOf, seatTaken } from './booking-refusals';
import { BookingRepository } from './booking.repository';

/** The lock loop with its rollback: all seats of a booking under way become its own, or none. */
@Injectable()
export class BookingLocks {
  private readonly logger = new Logger(BookingLocks.name);

  constructor(
    private readonly bookings: BookingRepository,
    private readonly seats: SeatRepository,
  ) {}

  /**
   * Locks the seats one by one in ascending order; never reads first, since the result of the write is the answer. At the
   * first seat that is gone it rolls back.
   * @throws DomainError `seat-taken` with that seat, `booking-expired`; whatever the database threw
   */
  async lockAll(booking: Booking): Promise<void> {
    const { id: bookingId, showId, leaseUntil, seats } = booking;
    for (const [index, seatId] of seats.entries()) {
      try {
        const outcome = await this.seats.lock({ showId, seatId, bookingId, leaseUntil });
        if (outcome !== 'locked') throw outcome === 'unavailable' ? seatTaken(seatId) : bookingExpired();
      } catch (cause) {
        // Whether a lock that threw has its seat is unknown, so the seat is released too.
        const reached = cause instanceof DomainError ? index : index + 1;
        throw await this.rollBack(booking, seats.slice(0, reached), cause);
      }
    }
  }

  /** Releases those of its seats that are still its own. */
  async releaseAll({ id: bookingId, showId, seats: seatIds }: Booking): Promise<void> {
    await this.seats.release({ showId, bookingId, seatIds });
  }

  /**
   * Releases in reverse order, then PENDING → FAILED. What it cannot reach the lease ends.
   * @returns what the buyer is told: the cause, or that the lease was lost meanwhile, as every replay will say
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
