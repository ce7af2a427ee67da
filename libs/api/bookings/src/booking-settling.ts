import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { SeatRepository } from '@modex/api-seats';
import { Booking, seatsToFree } from '@modex/domain';
import { BookingRepository, SweepLooks } from './booking.repository';

/**
 * No seat can be taken after the lease, by the database's clock. Where a cluster's clocks differ, a late take may
 * still land: a booking that was given up is looked at again every 5 s until a minute past its lease.
 */
const PAUSE = { pauseMs: 5_000, watchMs: 60_000 } as const;

/** Frees what a booking gave back or lost: right after it did, and again by the sweep when that was cut off. */
@Injectable()
export class BookingSettling {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly seats: SeatRepository,
    private readonly settings: Settings,
  ) {}

  /**
   * Frees the seats that carry the booking's id and are not its own any more; those of a hold that confirmed become
   * BOOKED. What changed since the booking was read keeps it due.
   * @returns how many it freed
   */
  async settle(booking: Booking): Promise<number> {
    const { pauseSeconds, maxSeconds } = this.settings.holds;
    const bar = { lifeMs: maxSeconds * 1_000, forMs: pauseSeconds * 1_000 };
    return this.settleOnce(booking, { ...PAUSE, bar });
  }

  /** The same for one that has ended, and its customer may open another at once. */
  async close(booking: Booking): Promise<void> {
    await this.settleOnce(booking, PAUSE);
  }

  private async settleOnce(booking: Booking, looks: SweepLooks): Promise<number> {
    const { id: bookingId, showId, status, seats, hold } = booking;
    if (status === 'CONFIRMED' && hold !== undefined) await this.seats.follow({ showId, bookingId, seatIds: seats });
    const seatIds = seatsToFree(booking);
    // Of a hold that goes on a later change may have locked a seat again that it gave up.
    const upTo = status === 'HELD' ? hold?.version : undefined;
    const freed = seatIds.length === 0 ? 0 : await this.seats.release({ showId, seatIds, bookingId, upTo });
    await this.bookings.swept(booking, looks);
    return freed;
  }
}
