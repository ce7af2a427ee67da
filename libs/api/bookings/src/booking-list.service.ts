import { Injectable } from '@nestjs/common';
import { AccountService, Caller, User } from '@modex/api-accounts';
import { Page, pageOf, PageQuery, pageRequest, unknownThing } from '@modex/api-core';
import { SeatRepository } from '@modex/api-seats';
import { ShowService } from '@modex/api-shows';
import { Booking, PURCHASED, SeatPlace, Show } from '@modex/domain';
import { visibleTo } from './booking-access';
import { BookingRepository } from './booking.repository';

/** A booking with what its reader wants to know. */
export interface BookingDetails {
  readonly booking: Booking;
  readonly show: Show;
  readonly seats: readonly SeatPlace[];
}

/** A booking as its organiser sees it. */
export interface SoldBooking extends BookingDetails {
  readonly customer: User | undefined;
  /** The admin who booked for the customer; undefined when the customer did. */
  readonly bookedBy: User | undefined;
}

/** Bookings for people to read. */
@Injectable()
export class BookingListService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly seats: SeatRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
  ) {}

  /** What the caller bought, latest first; attempts that came to nothing are left out. */
  async listMine({ userId }: Caller, query: PageQuery): Promise<Page<BookingDetails>> {
    const request = pageRequest(query);
    const page = toPage(await this.bookings.findByUser(userId, PURCHASED, request), request.limit);
    return { ...page, items: await this.withDetails(page.items) };
  }

  /** One booking of the caller, in any state. @throws DomainError `unknown-booking`, also for another customer's */
  async findMine(bookingId: string, caller: Caller): Promise<BookingDetails> {
    return this.describe(visibleTo(caller, await this.bookings.findById(bookingId)));
  }

  async describe(booking: Booking): Promise<BookingDetails> {
    const [details] = await this.withDetails([booking]);
    if (details === undefined) throw unknownThing('unknown-booking');
    return details;
  }

  /** What was sold of a show, latest first. */
  async listOfShow(showId: string, query: PageQuery): Promise<Page<SoldBooking>> {
    const request = pageRequest(query);
    const page = toPage(await this.bookings.findByShow(showId, PURCHASED, request), request.limit);
    const people = page.items.flatMap(({ userId, bookedBy }) => (bookedBy === undefined ? userId : [userId, bookedBy]));
    const users = await this.accounts.findUsers(people);
    const details = await this.withDetails(page.items);
    return { ...page, items: details.map((sold) => ({ ...sold, ...peopleOf(sold.booking, users) })) };
  }

  private async withDetails(bookings: readonly Booking[]): Promise<readonly BookingDetails[]> {
    const shows = await this.shows.findMany(bookings.map(({ showId }) => showId));
    const details = bookings.map(async (booking) => {
      const show = shows.get(booking.showId);
      if (show === undefined) return [];
      return [{ booking, show, seats: await this.seats.findPlaces(booking.showId, booking.seats) }];
    });
    return (await Promise.all(details)).flat();
  }
}

function peopleOf({ userId, bookedBy }: Booking, users: ReadonlyMap<string, User>) {
  return { customer: users.get(userId), bookedBy: users.get(bookedBy ?? '') };
}

function toPage(found: readonly Booking[], limit: number): Page<Booking> {
  return pageOf(found, limit, ({ createdAt, id }) => ({ time: createdAt, id }));
}
