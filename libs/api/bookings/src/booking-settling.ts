import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { SeatRepository } from '@modex/api-seats';
import { Booking, seatsToFree } from '@modex/domain';
import { BookingRepository, SweepLooks } from './booking.repository';

/**
 * No seat can be locked after the lease, by the database's clock. If the clocks of a cluster differ, a late lock may still
 * succeed, so a booking that was given up is looked at again every 5 s until a minute after its lease.
 */
const PAUSE = { pauseMs: 5_000, watchMs: 60_000 } as const;

/** Frees seats that a booking gave back or lost: right away, or by the sweep if that was interrupted. */
@Injectable()
export class BookingSettling {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly seats: SeatRepository,
    private readonly settings: Settings,
  ) {}

  /**
   * Frees the seats that carry the booking's id but no longer belong to it; the seats of a confirmed hold become BOOKED.
   * A booking that has changed since it was read stays due for the sweep.
   * @returns how many it freed
   */
  async settle(booking: Booking): Promise<number> {
    const { pauseSeconds, maxSeconds } = this.settings.holds;
    const bar = { lifeMs: maxSeconds * 1_000, forMs: pauseSeconds * 1_000 };
    return this.settleOnce(booking, { ...PAUSE, bar });
  }

  /** The same for a booking that has ended, so that its customer can open another one at once. */
  async close(booking: Booking): Promise<void> {
    await this.settleOnce(booking, PAUSE);
  }

  /**
   * Expires a booking under way whose lease is over; others that ended stay as they are.
   * @returns the booking that has ended, or undefined while its lease lasts
   */
  async endIfOver(booking: Booking): Promise<Booking | undefined> {
    const isUnderWay = booking.status === 'PENDING' || booking.status === 'HELD';
    return isUnderWay ? this.bookings.expire(booking) : booking;
  }

  private async settleOnce(booking: Booking, looks: SweepLooks): Promise<number> {
    const { id: bookingId, showId, status, seats, hold } = booking;
    if (status === 'CONFIRMED' && hold !== undefined) await this.seats.follow({ showId, bookingId, seatIds: seats });
    const seatIds = seatsToFree(booking);
    // While a hold lasts, a later change may lock a seat again that the hold gave up before.
    const upTo = status === 'HELD' ? hold?.version : undefined;
    const freed = seatIds.length === 0 ? 0 : await this.seats.release({ showId, seatIds, bookingId, upTo });
    await this.bookings.swept(booking, looks);
    return freed;
  }
}
