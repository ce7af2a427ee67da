import { Injectable } from '@nestjs/common';
import { SeatRepository } from '@modex/api-seats';
import { Booking, seatsToFree } from '@modex/domain';
import { BookingRepository } from './booking.repository';

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
  ) {}

  /**
   * Frees the seats that carry the booking's id and are not its own any more. What changed since the booking was read
   * keeps it due.
   * @returns how many it freed
   */
  async settle(booking: Booking): Promise<number> {
    const { id: bookingId, showId } = booking;
    const freed = await this.seats.release({ showId, seatIds: seatsToFree(booking), bookingId });
    await this.bookings.swept(booking, PAUSE);
    return freed;
  }
}
