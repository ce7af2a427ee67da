import { Injectable, Logger } from '@nestjs/common';
import { SeatRepository } from '@modex/api-seats';
import { askedSeats, Booking, ChangingHold, confirmation, isChangingHold, isSameSeats, Quote } from '@modex/domain';
import { BookingRef, BookingRepository } from '../booking.repository';
import { BookingOutbox } from '../outbox/booking-outbox';
import { holdChanged, holdChanging, notHeld, unknownHold } from './hold-refusals';
import { HoldRepository } from './hold.repository';

/** The guarded confirm of a hold: its compare-and-set decides, and one further write makes the seats BOOKED. */
@Injectable()
export class HoldConfirmation {
  private readonly logger = new Logger(HoldConfirmation.name);

  constructor(
    private readonly bookings: BookingRepository,
    private readonly holds: HoldRepository,
    private readonly seats: SeatRepository,
    private readonly outbox: BookingOutbox,
  ) {}

  /**
   * HELD → CONFIRMED. Asked twice, it is confirmed once.
   * @param hold as it was read
   * @param seen the seats that its customer saw, in lock order
   * @param price what they cost, which the booking keeps
   * @throws DomainError `hold-changed` when it has others, `hold-changing`, `booking-expired`, `hold-released`
   */
  async confirm(hold: Booking, seen: readonly string[], price?: Quote): Promise<Booking> {
    const confirmed = await this.confirmOnce(hold, seen, price);
    // The sweep does it if this is interrupted.
    const { id: bookingId, showId, seats: seatIds } = confirmed;
    await this.seats
      .follow({ showId, bookingId, seatIds })
      .catch((error: unknown) => this.logger.warn(`seats of ${bookingId} follow by the sweep: ${String(error)}`));
    return confirmed;
  }

  /** Undoes a change that was left unfinished, once. */
  private async confirmOnce(hold: Booking, seen: readonly string[], price?: Quote): Promise<Booking> {
    const first = await this.confirmOrReadBack(hold, seen, price);
    if (!isChangingHold(first)) return first;
    if ((await this.holds.undo(first)) === undefined) throw holdChanging();
    const second = await this.confirmOrReadBack(hold, seen, price);
    if (isChangingHold(second)) throw holdChanging();
    return second;
  }

  /** @returns the confirmed booking; or the hold, when a change of it is under way */
  private async confirmOrReadBack(
    hold: Booking,
    seen: readonly string[],
    price?: Quote,
  ): Promise<Booking | ChangingHold> {
    const event = this.outbox.eventOf(confirmation({ ...hold, seats: seen }), hold);
    try {
      const confirmed = await this.holds.confirm(hold, { seats: seen, price }, event);
      if (confirmed !== undefined) return confirmed;
    } catch (cause) {
      const stored = await this.find(hold).catch(() => undefined);
      if (stored?.confirmedAt !== undefined) return this.asSeen(stored, seen);
      throw cause;
    }
    const stored = await this.find(hold);
    if (stored.confirmedAt !== undefined) return this.asSeen(stored, seen);
    if (isChangingHold(stored)) return stored;
    if (stored.status === 'HELD' && !isSameSeats(stored.seats, seen)) throw holdChanged(stored);
    throw notHeld(stored);
  }

  private async find(hold: BookingRef): Promise<Booking> {
    const stored = await this.bookings.find(hold);
    if (stored === undefined) throw unknownHold();
    return stored;
  }

  /** A hold that is already confirmed is answered again, if it has the seats that were seen. */
  private asSeen(confirmed: Booking, seen: readonly string[]): Booking {
    if (isSameSeats(askedSeats(confirmed), seen)) return confirmed;
    throw holdChanged(confirmed);
  }
}
