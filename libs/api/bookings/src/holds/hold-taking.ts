import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { Booking } from '@modex/domain';
import { Intake } from '../booking-intake';
import { BookingLocks } from '../booking-locks';
import { bookingExpired } from '../booking-refusals';
import { BookingRepository } from '../booking.repository';
import { HoldRepository, holdTimes } from './hold.repository';

/** Takes a stored intent to a hold with all its seats. */
@Injectable()
export class HoldTaking {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly holds: HoldRepository,
    private readonly locks: BookingLocks,
    private readonly settings: Settings,
  ) {}

  /**
   * @param planVersion by which the seats are named
   * @throws DomainError `seat-taken`, `booking-expired`
   */
  async take({ booking, atMost }: Pick<Intake, 'booking' | 'atMost'>, planVersion: number): Promise<Booking> {
    await this.locks.lockAll(booking, { planVersion, version: 0 });
    const held = await this.holdOrReadBack(booking, atMost);
    if (held !== undefined) return held;
    // A miss means that the lease was lost, or that the driver sent the move twice and this is the answer to the second.
    const stored = (await this.bookings.expire(booking)) ?? (await this.bookings.find(booking));
    if (stored?.hold !== undefined) return stored;
    await this.locks.releaseAll(booking);
    throw bookingExpired();
  }

  /** PENDING → HELD. If its outcome is unknown, the booking is read again; it is never rolled back blindly. */
  private async holdOrReadBack(booking: Booking, atMost: number | undefined): Promise<Booking | undefined> {
    try {
      return await this.holds.hold(booking, { ...holdTimes(this.settings), atMost });
    } catch (cause) {
      const stored = await this.bookings.find(booking).catch(() => undefined);
      if (stored?.hold !== undefined) return stored;
      throw cause;
    }
  }
}
