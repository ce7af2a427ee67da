import { Injectable, Logger } from '@nestjs/common';
import { AccountService, Caller } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { SeatRepository } from '@modex/api-seats';
import { ShowService } from '@modex/api-shows';
import { Booking, BookingFailure, DomainError, isSeatOf, lockOrder } from '@modex/domain';
import { visibleTo } from './booking-access';
import { BookingOutcome, replay } from './booking-replay';
import { BookingIntent, BookingRepository } from './booking.repository';

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
 * A booking of n seats costs n + 2 commands. What a crash leaves behind is left to the lease and the sweep.
 */
@Injectable()
export class BookingService {
  private readonly logger = new Logger(BookingService.name);

  constructor(
    private readonly bookings: BookingRepository,
    private readonly seats: SeatRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
    private readonly settings: Settings,
  ) {}

  /**
   * Books all the seats, or none.
   * @throws DomainError `validation-failed`, `too-many-seats`, `forbidden`, `unknown-user`, `unknown-show`,
   * `show-not-on-sale`, `unknown-seat` (nothing was written); `seat-taken`, `booking-expired`, `in-progress`,
   * `idempotency-key-reused`
   */
  async book(command: BookCommand, caller: Caller): Promise<BookingOutcome> {
    const seats = lockOrder(command.seatIds, this.settings.maxSeatsPerBooking);
    const bookedBy = command.userId === caller.userId ? undefined : caller.userId;
    const intent = { ...command, seats, bookedBy };
    await this.checkCustomer(command.userId, caller);
    const earlier = await this.checkShow(intent);
    if (earlier !== undefined) return replay(earlier, intent);

    const { kind, booking } = await this.bookings.open(intent, this.settings.leaseSeconds * 1_000);
    if (kind === 'known') return replay(booking, intent);
    await this.lockAll(booking);
    return { booking: await this.confirm(booking), replayed: false };
  }

  /**
   * Cancels a booking and frees its seats; cancelling twice is the same as once.
   * @throws DomainError `unknown-booking`, also for another customer's; `booking-not-cancellable`
   */
  async cancel(bookingId: string, caller: Caller): Promise<Booking> {
    const booking = visibleTo(caller, await this.bookings.findById(bookingId));
    if (booking.status === 'CANCELLED') return booking;
    if (caller.role !== 'ADMIN' && !(await this.shows.find(booking.showId)).bookable) {
      throw new DomainError('booking-not-cancellable', 'The show has started; ask the organiser.');
    }
    return this.cancelConfirmed(booking, caller.userId);
  }

  /**
   * Cancels all confirmed bookings of a show.
   * @param userId the admin who does; undefined for the sweep
   * @returns how many; the next call finds those that were under way
   */
  async cancelAllOf(showId: string, userId: string | undefined): Promise<number> {
    const confirmed = await this.bookings.findByShow(showId, ['CONFIRMED'], { limit: 500 });
    for (const booking of confirmed) await this.cancelConfirmed(booking, userId);
    return confirmed.length;
  }

  private async cancelConfirmed(booking: Booking, userId: string | undefined): Promise<Booking> {
    const cancelled = (await this.bookings.cancel(booking.id, userId)) ?? (await this.bookings.findById(booking.id));
    if (cancelled?.status !== 'CANCELLED') {
      throw new DomainError('booking-not-cancellable', 'Only a confirmed booking can be cancelled.');
    }
    await this.release(booking, booking.seats);
    return cancelled;
  }

  private async checkCustomer(userId: string, caller: Caller): Promise<void> {
    if (userId === caller.userId) return;
    if (caller.role !== 'ADMIN') {
      throw new DomainError('forbidden', 'userId must be your own id, as the sign-in gave it.');
    }
    await this.accounts.findUser(userId);
  }

  /** @returns the earlier booking of the same key, when the show can no longer be booked but could be then */
  private async checkShow(intent: BookingIntent): Promise<Booking | undefined> {
    const show = await this.shows.findPublic(intent.showId);
    const unknown = intent.seats.filter((seatId) => !isSeatOf(show, seatId));
    if (unknown.length > 0) {
      throw new DomainError('unknown-seat', 'These seats are not in this show; take ids from its seat map.', {
        seatIds: unknown,
      });
    }
    if (show.bookable) return undefined;
    const { userId, idempotencyKey } = intent;
    const earlier = idempotencyKey === undefined ? undefined : await this.bookings.findByKey(userId, idempotencyKey);
    if (earlier !== undefined) return earlier;
    const reason = show.status === 'CANCELLED' ? 'was cancelled' : 'has started';
    throw new DomainError('show-not-on-sale', `The show ${reason}; its seats cannot be booked any more.`);
  }

  /** Takes the seats one by one; never reads first, since the result of the write is the answer. */
  private async lockAll(booking: Booking): Promise<void> {
    const { id: bookingId, showId, leaseUntil, seats } = booking;
    for (const [index, seatId] of seats.entries()) {
      try {
        const outcome = await this.seats.take({ showId, seatId, bookingId, leaseUntil });
        if (outcome !== 'taken') throw outcome === 'not-free' ? seatTaken(seatId) : bookingExpired();
      } catch (cause) {
        // Whether a take that threw took the seat is unknown, so it is released too.
        const reached = cause instanceof DomainError ? index : index + 1;
        throw await this.rollBack(booking, seats.slice(0, reached), cause);
      }
    }
  }

  /**
   * Releases in reverse order, then PENDING → FAILED. What it cannot reach the lease ends.
   * @returns what the buyer is told: the cause, or that the lease was lost meanwhile, as every replay will say
   */
  private async rollBack(booking: Booking, taken: readonly string[], cause: unknown): Promise<unknown> {
    try {
      for (const seatId of taken.toReversed()) await this.release(booking, [seatId]);
      const failed = await this.bookings.fail(booking.id, failureOf(cause));
      const ended = failed ?? (await this.bookings.findById(booking.id));
      return ended?.status === 'EXPIRED' ? bookingExpired() : cause;
    } catch (error) {
      this.logger.warn(`rollback of ${booking.id} left to the sweep: ${String(error)}`);
      return cause;
    }
  }

  /** PENDING → CONFIRMED; a miss means that the lease was lost, and then only seats still our own are released. */
  private async confirm(booking: Booking): Promise<Booking> {
    const confirmed = await this.confirmOrReadBack(booking.id);
    if (confirmed !== undefined) return confirmed;
    const ended = (await this.bookings.expire(booking.id)) ?? (await this.bookings.findById(booking.id));
    // The driver may have sent the confirm twice, and the answer is that of the second.
    if (ended?.confirmedAt !== undefined) return ended;
    await this.release(booking, booking.seats);
    throw bookingExpired();
  }

  /** A confirm whose outcome is unknown is read back, never compensated blindly. */
  private async confirmOrReadBack(bookingId: string): Promise<Booking | undefined> {
    try {
      return await this.bookings.confirm(bookingId);
    } catch (cause) {
      const stored = await this.bookings.findById(bookingId).catch(() => undefined);
      if (stored?.status === 'CONFIRMED') return stored;
      throw cause;
    }
  }

  private async release({ showId, id }: Booking, seatIds: readonly string[]): Promise<void> {
    await this.seats.release({ showId, bookingId: id, seatIds });
  }
}

function seatTaken(seatId: string): DomainError {
  return new DomainError('seat-taken', 'Somebody else has this seat; choose another one.', { seatIds: [seatId] });
}

function bookingExpired(): DomainError {
  return new DomainError('booking-expired', 'The booking took too long and was given up; book again with a new key.');
}

function failureOf(cause: unknown): BookingFailure {
  if (!(cause instanceof DomainError)) {
    return { code: 'storage-unavailable', detail: 'The database did not answer.', seatIds: [] };
  }
  return { code: cause.code, detail: cause.detail, seatIds: cause.facts.seatIds ?? [] };
}
