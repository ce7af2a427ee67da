import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { Booking } from '@modex/domain';
import { BookingSettling } from '../booking-settling';
import { BookingRepository } from '../booking.repository';
import { notHeld, unknownHold } from './hold-refusals';
import { HoldRepository, holdTimes } from './hold.repository';

/** Extends holds and releases them. */
@Injectable()
export class HoldEndService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly holds: HoldRepository,
    private readonly settling: BookingSettling,
    private readonly settings: Settings,
  ) {}

  /**
   * Extends the hold to the time at which a new one would end, but never beyond its longest life.
   * @throws DomainError `booking-expired`, `hold-released`, `hold-confirmed`
   */
  async extend(hold: Booking): Promise<Booking> {
    return (await this.holds.extend(hold, holdTimes(this.settings))) ?? (await this.refuse(hold));
  }

  /**
   * Releases a hold with all its seats. Does nothing to one that was released before or is over.
   * @param by the user who does
   * @throws DomainError `hold-confirmed`
   */
  async release(hold: Booking, by: string): Promise<Booking> {
    const released = await this.holds.release(hold, by);
    if (released === undefined) {
      const stored = await this.bookings.find(hold);
      return stored?.status === 'RELEASED' || stored?.status === 'EXPIRED' ? stored : this.refuse(hold, stored);
    }
    await this.settling.settle(released);
    return released;
  }

  /**
   * Releases all holds of a show; one that is confirmed at the same time stays booked.
   * @returns how many there were; the next call finds those that were under way
   */
  async releaseAllOf(showId: string, by: string): Promise<number> {
    const holds = await this.bookings.findByShow(showId, ['HELD'], { limit: 500 });
    for (const hold of holds) {
      const released = await this.holds.release(hold, by);
      if (released !== undefined) await this.settling.settle(released);
    }
    return holds.length;
  }

  private async refuse(hold: Booking, known?: Booking): Promise<never> {
    const stored = known ?? (await this.bookings.find(hold));
    throw stored === undefined ? unknownHold() : notHeld(stored);
  }
}
