import { Injectable } from '@nestjs/common';
import { AccountService, Caller } from '@modex/api-accounts';
import { ShowService } from '@modex/api-shows';
import { Booking, can, DomainError, isSeatOf, Show } from '@modex/domain';
import { BookingIntent, BookingRepository } from './booking.repository';

/** What must be right before a booking writes anything: for whom, which show, which seats. */
@Injectable()
export class BookingChecks {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
  ) {}

  /** @throws DomainError `forbidden`, `unknown-user` */
  async checkCustomer(userId: string, caller: Caller): Promise<void> {
    if (userId === caller.userId) return;
    if (!can(caller, 'booking.make', { userId })) {
      throw new DomainError('forbidden', 'userId must be your own id, as the sign-in gave it.');
    }
    await this.accounts.findUser(userId);
  }

  /** @throws DomainError `unknown-show` */
  async findShow(showId: string): Promise<Show> {
    return this.shows.findPublic(showId);
  }

  /**
   * @returns the earlier booking of the same key, when the show can no longer be booked but could be then
   * @throws DomainError `unknown-seat`, `show-not-on-sale`
   */
  async checkShow(show: Show, intent: BookingIntent): Promise<Booking | undefined> {
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
}
