import { Injectable } from '@nestjs/common';
import { AccountService, Caller, User } from '@modex/api-accounts';
import { Page, pageOf, PageQuery, PageRequest, pageRequest, unknownThing } from '@modex/api-core';
import { ShowService } from '@modex/api-shows';
import { Booking, changesSince, NamedSeat, Payment, PURCHASED, seatsByName, Show, ShowChange } from '@modex/domain';
import { findVisible } from './booking-access';
import { BookingTime, bookingsByTime } from './booking-timeline';
import { BookingRepository, BookingsOfUser } from './booking.repository';
import { Payments } from './payments/payments';

/** Which of my bookings are asked for. */
export interface MyBookings extends PageQuery {
  readonly when?: BookingTime;
  readonly showId?: string;
}

/** A booking with its show and what else its reader needs. */
export interface BookingDetails {
  readonly booking: Booking;
  readonly show: Show;
  /** What was changed of the show since it was booked. */
  readonly changes: readonly ShowChange[];
  readonly seats: readonly NamedSeat[];
  /** The seats that were given back. */
  readonly returnedSeats: readonly NamedSeat[];
  readonly customer: User | undefined;
  /** undefined for nothing to pay. */
  readonly payment: Payment | undefined;
}

/** A booking as its organiser sees it. */
export interface SoldBooking extends BookingDetails {
  /** The admin who booked for the customer; undefined when the customer did. */
  readonly bookedBy: User | undefined;
  /** Staff that it names, by their ids. */
  readonly staff: ReadonlyMap<string, User>;
}

/** Bookings for people to read. */
@Injectable()
export class BookingListService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
    private readonly payments: Payments,
  ) {}

  /** The caller's bookings, without failed attempts. */
  async listMine({ userId }: Caller, { when, showId, ...query }: MyBookings): Promise<Page<BookingDetails>> {
    const [mine, request] = [{ userId, showId: showId?.toLowerCase() }, pageRequest(query)];
    if (when !== undefined) return this.listByTime(mine, { ...request, when });
    const page = toPage(await this.bookings.findByUser(mine, PURCHASED, request), request.limit);
    return { ...page, items: await this.withDetails(page.items) };
  }

  /** One booking of the caller, in any state. @throws DomainError `unknown-booking`, also for another customer's */
  async findMine(bookingId: string, caller: Caller): Promise<BookingDetails> {
    return this.describe(await findVisible(this.bookings, bookingId, caller));
  }

  async describe(booking: Booking): Promise<BookingDetails> {
    const [details] = await this.withDetails([booking]);
    if (details === undefined) throw unknownThing('unknown-booking');
    return details;
  }

  /** What was sold of a show, latest first. @throws DomainError `unknown-show` */
  async listOfShow(showId: string, query: PageQuery): Promise<Page<SoldBooking>> {
    await this.shows.find(showId);
    const request = pageRequest(query);
    const page = toPage(await this.bookings.findByShow(showId, PURCHASED, request), request.limit);
    return { ...page, items: await this.describeSold(page.items) };
  }

  /** One booking in any state, as its organiser sees it. @throws DomainError `unknown-booking` */
  async findSold(bookingId: string): Promise<SoldBooking> {
    const booking = await this.bookings.findById(bookingId);
    const [sold] = await this.describeSold(booking === undefined ? [] : [booking]);
    if (sold === undefined) throw unknownThing('unknown-booking');
    return sold;
  }

  async describeSold(bookings: readonly Booking[]): Promise<readonly SoldBooking[]> {
    const staff = await this.accounts.findUsers(bookings.flatMap(staffOf));
    const details = await this.withDetails(bookings);
    return details.map((sold) => ({ ...sold, bookedBy: staff.get(sold.booking.bookedBy ?? ''), staff }));
  }

  /** Only shows have the time of their start, so all bookings of the customer are read; they are few and short. */
  private async listByTime(
    mine: BookingsOfUser,
    request: PageRequest & { readonly when: BookingTime },
  ): Promise<Page<BookingDetails>> {
    const outlines = await this.bookings.outlineByUser(mine, [...PURCHASED, 'PENDING']);
    const shows = await this.shows.findMany(outlines.map(({ showId }) => showId));
    const timed = bookingsByTime(outlines, shows, request);
    const page = pageOf(timed, request.limit, ({ startTime, id }) => ({ time: startTime, id }));
    const found = await this.bookings.findByIds(page.items.map(({ id }) => id));
    const byId = new Map(found.map((booking) => [booking.id, booking]));
    return { ...page, items: await this.withDetails(page.items.flatMap(({ id }) => byId.get(id) ?? [])) };
  }

  private async withDetails(bookings: readonly Booking[]): Promise<readonly BookingDetails[]> {
    const showIds = bookings.map(({ showId }) => showId);
    const [shows, changed, customers] = await Promise.all([
      this.shows.findMany(showIds),
      this.shows.findChanges(showIds),
      this.accounts.findUsers(bookings.map(({ userId }) => userId)),
    ]);
    return bookings.flatMap((booking) => {
      const show = shows.get(booking.showId);
      if (show === undefined) return [];
      const changes = changesSince(booking.createdAt, changed.get(show.id) ?? []);
      const [customer, payment] = [customers.get(booking.userId), this.payments.paymentOf(booking)];
      return [{ booking, show, changes, ...seatsByName(booking, show), customer, payment }];
    });
  }
}

/** Who booked for the customer, and who took money. */
function staffOf({ bookedBy, till }: Booking): readonly string[] {
  return [...(bookedBy === undefined ? [] : [bookedBy]), ...(till?.receipts ?? []).map(({ by }) => by)];
}

/** A page from one booking more than was asked for. */
export function toPage(found: readonly Booking[], limit: number): Page<Booking> {
  return pageOf(found, limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}
