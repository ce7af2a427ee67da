import { Injectable } from '@nestjs/common';
import { AccountService, User } from '@modex/api-accounts';
import { ShowService } from '@modex/api-shows';
import { Booking, BookingStatus, NamedSeat, PURCHASED, seatsByName, Show } from '@modex/domain';
import { BookingRepository } from './booking.repository';

/** A booking with its customer, and its seats by name. */
export interface NamedBooking {
  readonly booking: Booking;
  readonly customer: User | undefined;
  readonly seats: readonly NamedSeat[];
  readonly returnedSeats: readonly NamedSeat[];
}

/** All bookings of a show, read in small steps as somebody takes them. */
export interface ShowBookings {
  readonly show: Show;
  readonly bookings: AsyncIterable<NamedBooking>;
}

/** Bookings whose customers are read at once. */
const BATCH = 500;

/** A whole show, for lists that leave out nothing. */
@Injectable()
export class ShowBookingsService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
  ) {}

  /** Latest bookings first; without statuses what was sold, also what was cancelled since. @throws DomainError `unknown-show` */
  async of(showId: string, statuses: readonly BookingStatus[] = PURCHASED): Promise<ShowBookings> {
    const show = await this.shows.find(showId);
    return { show, bookings: this.read(show, statuses) };
  }

  private async *read(show: Show, statuses: readonly BookingStatus[]): AsyncIterable<NamedBooking> {
    let batch: Booking[] = [];
    for await (const booking of this.bookings.eachOfShow(show.id, statuses)) {
      if (batch.push(booking) < BATCH) continue;
      yield* await this.describe(batch, show);
      batch = [];
    }
    yield* await this.describe(batch, show);
  }

  private async describe(bookings: readonly Booking[], show: Show): Promise<readonly NamedBooking[]> {
    const customers = await this.accounts.findUsers(bookings.map(({ userId }) => userId));
    return bookings.map((booking) => ({
      booking,
      customer: customers.get(booking.userId),
      ...seatsByName(booking, show),
    }));
  }
}
