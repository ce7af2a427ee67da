import { Injectable } from '@nestjs/common';
import { AccountService, Caller } from '@modex/api-accounts';
import { StatusBoards } from '@modex/api-seats';
import { ShowService } from '@modex/api-shows';
import {
  Booking,
  can,
  DomainError,
  hallOf,
  isSeatOf,
  judgeLoneSeats,
  LoneSeats,
  placeNumberOf,
  Show,
} from '@modex/domain';
import { leavesLoneSeat } from './booking-refusals';
import { BookingIntent, BookingRepository } from './booking.repository';

/** What is checked of a request for seats; a request without a key is never a repeated one. */
export type SeatRequest = Pick<BookingIntent, 'userId' | 'seats' | 'idempotencyKey' | 'bookedBy'>;

/** What must be right before a booking writes anything: for whom, which show, which seats. */
@Injectable()
export class BookingChecks {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
    private readonly boards: StatusBoards,
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
  async checkShow(show: Show, request: SeatRequest): Promise<Booking | undefined> {
    const unknown = request.seats.filter((seatId) => !isSeatOf(show, seatId));
    if (unknown.length > 0) {
      throw new DomainError('unknown-seat', 'These seats are not in this show; take ids from its seat map.', {
        seatIds: unknown,
      });
    }
    if (show.bookable) return undefined;
    const earlier = await this.findEarlier(request);
    if (earlier !== undefined) return earlier;
    const reason = show.status === 'CANCELLED' ? 'was cancelled' : 'has started';
    throw new DomainError('show-not-on-sale', `The show ${reason}; its seats cannot be booked any more.`);
  }

  /**
   * The same for seats that the customer chose by name: where the show asks for it they leave no single seat alone, as far
   * as the board of this process knows. Staff may.
   * @param has seats that the customer holds already; those that are not among the chosen ones become free
   * @returns the earlier booking of the same key, if these seats would be refused now
   * @throws DomainError as `checkShow`, and `lone-seat`
   */
  async checkChoice(show: Show, request: SeatRequest, has: readonly string[] = []): Promise<Booking | undefined> {
    const earlier = await this.checkShow(show, request);
    if (earlier !== undefined || !show.noLoneSeat || request.bookedBy !== undefined) return earlier;
    const judged = await this.judge(show, request.seats, has);
    if (judged === undefined) return undefined;
    const known = await this.findEarlier(request);
    if (known === undefined) throw leavesLoneSeat(show, judged);
    return known;
  }

  private async judge(show: Show, seats: readonly string[], has: readonly string[]): Promise<LoneSeats | undefined> {
    const hall = hallOf(show, (await this.boards.read(show)).status);
    const own = new Set(has.map(placeNumberOf));
    const isFree = (place: number): boolean => hall.isFree(place) || own.has(place);
    return judgeLoneSeats({ ...hall, isFree }, seats.map(placeNumberOf));
  }

  private async findEarlier({ userId, idempotencyKey }: SeatRequest): Promise<Booking | undefined> {
    return idempotencyKey === undefined ? undefined : this.bookings.findByKey(userId, idempotencyKey);
  }
}
