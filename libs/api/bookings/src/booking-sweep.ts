import { Injectable, Logger } from '@nestjs/common';
import { Sweeper, SweepTask } from '@modex/api-core';
import { SeatRepository } from '@modex/api-seats';
import { Booking } from '@modex/domain';
import { BookingRepository } from './booking.repository';

/** Bookings read at once, the urgent ones first; a round ends when none is due. */
const BATCH = 100;

/**
 * No seat can be taken after the lease, by the database's clock. Where a cluster's clocks differ, a late take may
 * still land: a booking that was given up is looked at again every 5 s until a minute past its lease.
 */
const PAUSE = { pauseMs: 5_000, watchMs: 60_000 } as const;

/** Ends bookings whose lease is over, and frees every seat that carries the id of a booking that ended. */
@Injectable()
export class BookingSweep implements SweepTask {
  readonly name = 'bookings';
  private readonly logger = new Logger(BookingSweep.name);

  constructor(
    private readonly bookings: BookingRepository,
    private readonly seats: SeatRepository,
    sweeper: Sweeper,
  ) {
    sweeper.add(this);
  }

  async sweep(): Promise<void> {
    let due: readonly Booking[];
    do {
      due = await this.bookings.findDue(BATCH);
      for (const booking of due) await this.settle(booking);
    } while (due.length === BATCH);
  }

  /** First the compare-and-set, then the seats: a confirmed booking keeps them, whatever made it due. */
  private async settle(due: Booking): Promise<void> {
    const booking = due.status === 'PENDING' ? await this.bookings.expire(due.id) : due;
    if (booking === undefined || booking.status === 'CONFIRMED') return;
    const { id: bookingId, showId, seats: seatIds, status } = booking;
    const freed = await this.seats.release({ showId, seatIds, bookingId });
    if (freed > 0) this.logger.log(`freed ${freed} seats of booking ${bookingId} (${status})`);
    await this.bookings.swept(bookingId, PAUSE);
  }
}
