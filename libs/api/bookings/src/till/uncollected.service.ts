import { Injectable } from '@nestjs/common';
import { ShowService } from '@modex/api-shows';
import { balanceOf, Booking, isUncollected, Money } from '@modex/domain';
import { BookingCancelService } from '../booking-cancel.service';
import { BookingRepository, Cancellation } from '../booking.repository';

/** Bookings that one call releases, so that an answer comes within seconds. */
const AT_ONCE = 100;

/** What waits at the counter for its customers. */
export interface Uncollected {
  readonly bookings: number;
  readonly seats: number;
  /** What they cost; null: nothing waits. */
  readonly due: Money | null;
}

/** What one call has released, and how many bookings are left for the next. */
export interface ReleasedBookings {
  readonly bookings: number;
  readonly seats: number;
  readonly left: number;
}

/** Bookings of a show that nobody paid for at the counter: told, and given back in one act when their time is over. */
@Injectable()
export class UncollectedService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly cancels: BookingCancelService,
    private readonly shows: ShowService,
  ) {}

  /** @throws DomainError `unknown-show` */
  async of(showId: string): Promise<Uncollected> {
    let [bookings, seats, amount] = [0, 0, 0];
    let currency: string | undefined;
    for await (const booking of this.each(showId)) {
      const balance = balanceOf(booking);
      bookings++;
      seats += booking.seats.length;
      amount += balance?.open ?? 0;
      currency ??= balance?.currency;
    }
    return { bookings, seats, due: currency === undefined ? null : { amount, currency } };
  }

  /**
   * Gives back some of them. What is paid for meanwhile, or let in, stays.
   * @throws DomainError `unknown-show`
   */
  async release(showId: string, by: Pick<Cancellation, 'by' | 'reason'>): Promise<ReleasedBookings> {
    let [bookings, seats, left] = [0, 0, 0];
    for await (const booking of this.each(showId)) {
      if (bookings === AT_ONCE) left++;
      else {
        const released = await this.cancels.cancelIf(booking, isUncollected, by);
        if (released > 0) bookings++;
        seats += released;
      }
    }
    return { bookings, seats, left };
  }

  private async *each(showId: string): AsyncIterable<Booking> {
    await this.shows.find(showId);
    for await (const booking of this.bookings.eachOfShow(showId, ['CONFIRMED'])) {
      if (isUncollected(booking)) yield booking;
    }
  }
}
