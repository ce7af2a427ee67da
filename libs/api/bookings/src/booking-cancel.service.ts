import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { ShowService } from '@modex/api-shows';
import {
  Booking,
  can,
  cancellation as deedOf,
  DomainError,
  isPaid,
  refuseEntered,
  seatsToGiveBack,
  Show,
  whyNotReturnable,
} from '@modex/domain';
import { findVisible } from './booking-access';
import { BookingSettling } from './booking-settling';
import { BookingRepository, Cancellation } from './booking.repository';
import { BookingOutbox } from './outbox/booking-outbox';

/** What is given back, and while what is true of the booking; absent: always. */
interface Deed extends Cancellation {
  readonly isMeant?: (booking: Booking) => boolean;
}

/** Gives back bookings, or some of their seats: one compare-and-set takes the seats off the booking, then they are released. */
@Injectable()
export class BookingCancelService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly settling: BookingSettling,
    private readonly outbox: BookingOutbox,
    private readonly shows: ShowService,
  ) {}

  /**
   * Gives back some seats of a booking, or all that it has; without its last seat it is CANCELLED. Seats that were given
   * back before are no error: asking twice is the same as once.
   * @throws DomainError `unknown-booking`, also for another customer's; `unknown-seat` for one that it never had,
   * `validation-failed`; `booking-not-cancellable`; `ticket-used` when somebody is in with one of the tickets
   */
  async cancel(bookingId: string, caller: Caller, { seatIds, reason }: Cancellation = {}): Promise<Booking> {
    const booking = await findVisible(this.bookings, bookingId, caller);
    if (isGivenBack(booking, seatIds)) return booking;
    if (!can(caller, 'booking.cancel', booking)) throw forbidden();
    if (!can(caller, 'booking.cancel')) refuseLate(booking, await this.shows.find(booking.showId));
    return this.giveBack(booking, { seatIds, by: caller.userId, reason });
  }

  /**
   * Cancels all confirmed bookings of a show.
   * @returns how many; the next call finds those that were under way
   */
  async cancelAllOf(showId: string, cancellation: Omit<Cancellation, 'seatIds'>): Promise<number> {
    const confirmed = await this.bookings.findByShow(showId, ['CONFIRMED'], { limit: 500 });
    for (const booking of confirmed) await this.giveBack(booking, { ...cancellation, evenEntered: true });
    return confirmed.length;
  }

  /**
   * Gives a whole booking back as long as it is one of those that are meant.
   * @returns how many seats that were
   */
  async cancelIf(seen: Booking, isMeant: (booking: Booking) => boolean, by: Omit<Cancellation, 'seatIds'>) {
    const booking = await this.giveBack(seen, { ...by, isMeant });
    return booking.status === 'CANCELLED' ? seen.seats.length : 0;
  }

  /** Tries again after a miss: somebody else has given back seats of it or paid, and sooner or later none are left. */
  private async giveBack(seen: Booking, cancellation: Deed): Promise<Booking> {
    let booking: Booking | undefined = seen;
    while (booking?.status === 'CONFIRMED' && !isGivenBack(booking, cancellation.seatIds)) {
      if (cancellation.isMeant?.(booking) === false) return booking;
      const seatIds = seatsToGiveBack(booking, cancellation.seatIds);
      if (cancellation.evenEntered !== true) refuseEntered(booking, seatIds);
      const event = this.outbox.eventOf(deedOf(booking, { ...cancellation, seatIds }), booking);
      const given = await this.bookings.cancel(booking, { ...cancellation, seatIds }, event);
      if (given !== undefined) {
        await this.settling.settle(given);
        return given;
      }
      booking = await this.bookings.find(seen);
    }
    if (booking !== undefined && isGivenBack(booking, cancellation.seatIds)) return booking;
    throw new DomainError('booking-not-cancellable', 'Only a confirmed booking can be cancelled.');
  }
}

/** Whether nothing is left to be given back. */
function isGivenBack(booking: Booking, seatIds: readonly string[] | undefined): boolean {
  const left = seatsToGiveBack(booking, seatIds);
  return booking.status === 'CANCELLED' || (booking.status === 'CONFIRMED' && left.length === 0);
}

/** @throws DomainError `booking-not-cancellable` where only the box office may give it back */
function refuseLate(booking: Booking, show: Show): void {
  const paid = isPaid(booking) ? 'It is paid; the box office gives it back.' : undefined;
  const why = whyNotReturnable(show) ?? paid;
  if (why !== undefined) throw new DomainError('booking-not-cancellable', why);
}

/** Being allowed to see a booking is not enough to cancel it. */
function forbidden(): DomainError {
  return new DomainError('forbidden', 'Only its customer and the box office may cancel this booking.');
}
