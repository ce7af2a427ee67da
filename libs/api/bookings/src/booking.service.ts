import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { Booking, lockOrder, nameSeats } from '@modex/domain';
import { BookingChecks } from './booking-checks';
import { BookingConfirmation } from './booking-confirmation';
import { BookingLocks } from './booking-locks';
import { anotherIsOpen, limitReached } from './booking-refusals';
import { BookingOutcome, replay } from './booking-replay';
import { BookingRepository } from './booking.repository';

/** What a buyer sends. */
export interface BookCommand {
  readonly showId: string;
  readonly seatIds: readonly string[];
  /** For whom: the caller's own id; an admin may book for anyone. */
  readonly userId: string;
  readonly idempotencyKey?: string;
}

/**
 * The booking protocol: intent first, lock loop in ascending order with rollback, guarded confirm.
 * A booking of n seats costs n + 2 commands, and one more where the show has a limit per customer. What a crash leaves
 * behind is left to the lease and the sweep.
 */
@Injectable()
export class BookingService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly checks: BookingChecks,
    private readonly locks: BookingLocks,
    private readonly confirmation: BookingConfirmation,
    private readonly settings: Settings,
  ) {}

  /**
   * Books all the seats, or none.
   * @throws DomainError `validation-failed`, `too-many-seats`, `forbidden`, `unknown-user`, `unknown-show`,
   * `show-not-on-sale`, `unknown-seat` (nothing was written); `seat-taken`, `limit-reached`, `booking-expired`,
   * `in-progress`, `idempotency-key-reused`
   */
  async book(command: BookCommand, caller: Caller): Promise<BookingOutcome> {
    const seats = lockOrder(command.seatIds, this.settings.maxSeatsPerBooking);
    const bookedBy = command.userId === caller.userId ? undefined : caller.userId;
    await this.checks.checkCustomer(command.userId, caller);
    const show = await this.checks.findShow(command.showId);
    // Staff may pass it.
    const limit = bookedBy === undefined ? show.limitPerCustomer : null;
    const intent = { ...command, seats, names: nameSeats(show, seats), bookedBy, isOnly: limit !== null };
    const earlier = await this.checks.checkShow(show, intent);
    if (earlier !== undefined) return replay(earlier, intent);

    const opened = await this.bookings.open(intent, this.settings.leaseSeconds * 1_000);
    if (opened.kind === 'busy') throw anotherIsOpen();
    if (opened.kind === 'known') return replay(opened.booking, intent);
    const { booking } = opened;
    if (limit !== null) await this.keepLimit(booking, limit);
    await this.locks.lockAll(booking);
    return { booking: await this.confirmation.confirm(booking), replayed: false };
  }

  /**
   * Counts after the intent, never before: while the intent is the customer's only open booking of the show, nothing can
   * grow behind the count.
   */
  private async keepLimit(booking: Booking, limit: number): Promise<void> {
    try {
      const bought = await this.bookings.countSeatsBeside(booking);
      if (bought + booking.seats.length > limit) throw limitReached(limit, bought);
    } catch (cause) {
      throw await this.locks.rollBack(booking, [], cause);
    }
  }
}
