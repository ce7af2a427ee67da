import { Injectable } from '@nestjs/common';
import { Booking, confirmation } from '@modex/domain';
import { BookingLocks } from './booking-locks';
import { bookingExpired } from './booking-refusals';
import { BookingRepository } from './booking.repository';
import { BookingOutbox } from './outbox/booking-outbox';

/** The guarded confirm: a booking that has all its seats is confirmed, as long as its lease lasts. */
@Injectable()
export class BookingConfirmation {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly locks: BookingLocks,
    private readonly outbox: BookingOutbox,
  ) {}

  /**
   * PENDING → CONFIRMED; a miss means that the lease was lost, and then only seats still our own are released.
   * @throws DomainError `booking-expired`
   */
  async confirm(booking: Booking): Promise<Booking> {
    const confirmed = await this.confirmOrReadBack(booking);
    if (confirmed !== undefined) return confirmed;
    const ended = (await this.bookings.expire(booking)) ?? (await this.bookings.find(booking));
    // The driver may have sent the confirm twice, and the answer is that of the second.
    if (ended?.confirmedAt !== undefined) return ended;
    await this.locks.releaseAll(booking);
    throw bookingExpired();
  }

  /** If the outcome of a confirm is unknown, the booking is read again; it is never rolled back blindly. */
  private async confirmOrReadBack(booking: Booking): Promise<Booking | undefined> {
    try {
      return await this.bookings.confirm(booking, this.outbox.eventOf(confirmation(booking), booking));
    } catch (cause) {
      const stored = await this.bookings.find(booking).catch(() => undefined);
      if (stored?.status === 'CONFIRMED') return stored;
      throw cause;
    }
  }
}
