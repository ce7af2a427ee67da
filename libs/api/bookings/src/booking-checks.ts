import { Injectable } from '@nestjs/common';
import { AccountService, Caller, Guest, isAnonymous } from '@modex/api-accounts';
import { invalid } from '@modex/api-core';
import { StatusBoards } from '@modex/api-seats';
import { ShowService } from '@modex/api-shows';
import {
  Booking,
  can,
  checkTotal,
  DomainError,
  hallOf,
  isSeatOf,
  judgeLoneSeats,
  LoneSeats,
  Money,
  placeNumberOf,
  Quote,
  SaleBound,
  SeatedShow,
  whyNotOnSale,
} from '@modex/domain';
import { leavesLoneSeat } from './booking-refusals';
import { BookingIntent, BookingRepository } from './booking.repository';

/** What is checked of a request for seats; a request without a key is never a repeated one. */
export type SeatRequest = Pick<BookingIntent, 'userId' | 'seats' | 'idempotencyKey' | 'bookedBy'>;

/** What binds the request, and what its customer holds already. */
interface ChoiceTerms {
  readonly bound: SaleBound;
  /** Those that are not among the chosen ones become free. */
  readonly has?: readonly string[];
}

/** For whom a booking is, and what a guest who has no name yet is called. */
interface CustomerOfBooking {
  readonly userId: string;
  readonly person?: Guest | undefined;
}

const NAME_NEEDED = [
  { field: 'name', message: 'must be the name that the booking is for' },
  { field: 'email', message: 'must be an e-mail address, such as ada@example.org' },
];

/** What must be right before a booking writes anything: for whom, which show, which seats. */
@Injectable()
export class BookingChecks {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
    private readonly boards: StatusBoards,
  ) {}

  /**
   * @returns what an anonymous guest is to be called from now on, for `nameCustomer`; undefined for everybody else
   * @throws DomainError `forbidden`, `unknown-user`; `validation-failed` for an anonymous guest without a name
   */
  async checkCustomer({ userId, person }: CustomerOfBooking, caller: Caller): Promise<Guest | undefined> {
    const isOwn = userId === caller.userId;
    if (!isOwn && !can(caller, 'booking.make', { userId })) {
      throw new DomainError('forbidden', 'userId must be your own id, as the sign-in gave it.');
    }
    const isNameless = isOwn ? caller.isAnonymous === true : isAnonymous(await this.accounts.findUser(userId));
    if (!isNameless) return undefined;
    if (person === undefined) throw invalid(NAME_NEEDED);
    return person;
  }

  /**
   * Names an anonymous guest, since nothing is sold to nobody. The name stays even if the booking fails then: call it last
   * before the confirm. If it fails, the lease of the booking ends what was begun.
   */
  async nameCustomer(userId: string, name: Guest | undefined): Promise<void> {
    if (name !== undefined) await this.accounts.nameGuest(userId, name);
  }

  /** @throws DomainError `unknown-show` */
  async findShow(showId: string): Promise<SeatedShow> {
    return this.shows.findPublic(showId);
  }

  /** What binds this caller: the box office sells before the sale opens, and after it has closed. */
  boundOf(caller: Caller): SaleBound {
    return can(caller, 'booking.make') ? 'start' : 'window';
  }

  /**
   * @returns the earlier booking of the same key, when the show can no longer be booked but could be then
   * @throws DomainError `unknown-seat`, `show-not-on-sale`
   */
  async checkShow(show: SeatedShow, request: SeatRequest, bound: SaleBound): Promise<Booking | undefined> {
    const unknown = request.seats.filter((seatId) => !isSeatOf(show, seatId));
    if (unknown.length > 0) {
      throw new DomainError('unknown-seat', 'These seats are not in this show; take ids from its seat map.', {
        seatIds: unknown,
      });
    }
    const reason = whyNotOnSale(show, bound);
    return reason === undefined ? undefined : this.unlessKnown(request, new DomainError('show-not-on-sale', reason));
  }

  /**
   * The same for seats that the customer chose by name: where the show asks for it they leave no single seat alone, as far
   * as the board of this process knows. Staff may.
   * @returns the earlier booking of the same key, if these seats would be refused now
   * @throws DomainError as `checkShow`, and `lone-seat`
   */
  async checkChoice(
    show: SeatedShow,
    request: SeatRequest,
    { bound, has = [] }: ChoiceTerms,
  ): Promise<Booking | undefined> {
    const earlier = await this.checkShow(show, request, bound);
    if (earlier !== undefined || !show.noLoneSeat || request.bookedBy !== undefined) return earlier;
    const judged = await this.judge(show, request.seats, has);
    return judged === undefined ? undefined : this.unlessKnown(request, leavesLoneSeat(show, judged));
  }

  /**
   * Whether the seats cost what the customer saw.
   * @returns the earlier booking of the same key, if they cost something else now
   * @throws DomainError `price-changed`
   */
  async checkTotal(
    price: Quote | undefined,
    seen: Money | undefined,
    request: SeatRequest,
  ): Promise<Booking | undefined> {
    try {
      checkTotal(price, seen);
      return undefined;
    } catch (refusal) {
      return this.unlessKnown(request, refusal as DomainError);
    }
  }

  private async judge(
    show: SeatedShow,
    seats: readonly string[],
    has: readonly string[],
  ): Promise<LoneSeats | undefined> {
    const hall = hallOf(show, (await this.boards.read(show)).status);
    const own = new Set(has.map(placeNumberOf));
    const isFree = (place: number): boolean => hall.isFree(place) || own.has(place);
    return judgeLoneSeats({ ...hall, isFree }, seats.map(placeNumberOf));
  }

  /** The booking that an earlier request with this key made: it was not refused then. */
  private async unlessKnown({ userId, idempotencyKey }: SeatRequest, refusal: DomainError): Promise<Booking> {
    const known = idempotencyKey === undefined ? undefined : await this.bookings.findByKey(userId, idempotencyKey);
    if (known === undefined) throw refusal;
    return known;
  }
}
