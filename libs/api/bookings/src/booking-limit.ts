import { Injectable } from '@nestjs/common';
import { Booking } from '@modex/domain';
import { BookingLocks } from './booking-locks';
import { limitReached, tooManyHolds } from './booking-refusals';
import { BookingRepository } from './booking.repository';

/** The limit of seats per customer of a show, and that of anonymous holds from one network. */
@Injectable()
export class BookingLimit {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly locks: BookingLocks,
  ) {}

  /**
   * Counts after the intent, never before: since the intent is the customer's only open booking of the show, no other
   * booking can add seats after the count. Above the limit the booking fails.
   * @returns how many seats the booking may ever have
   * @throws DomainError `limit-reached`
   */
  async keep(booking: Booking, limit: number): Promise<number> {
    try {
      const bought = await this.bookings.countSeatsBeside(booking);
      if (bought + booking.seats.length > limit) throw limitReached(limit, bought);
      return limit - bought;
    } catch (cause) {
      throw await this.locks.rollBack(booking, [], cause);
    }
  }

  /**
   * Counts after the intent too: of several at once, none is above the limit.
   * @throws DomainError `too-many-holds`
   */
  async keepOrigin(booking: Booking, origin: string, most: number): Promise<void> {
    try {
      if ((await this.bookings.countHoldsFrom(origin)) > most) throw tooManyHolds();
    } catch (cause) {
      throw await this.locks.rollBack(booking, [], cause);
    }
  }
}
