import { Injectable } from '@nestjs/common';
import { AccountService, User } from '@modex/api-accounts';
import { ShowService } from '@modex/api-shows';
import { Booking, NamedSeat, PURCHASED, seatsByName, Show } from '@modex/domain';
import { BookingRepository } from '../booking.repository';

/** A booking of an export, with what its rows tell. */
export interface ExportedBooking {
  readonly booking: Booking;
  readonly customer: User | undefined;
  readonly seats: readonly NamedSeat[];
  readonly returnedSeats: readonly NamedSeat[];
}

/** Everything that was sold of a show, read in small steps as somebody takes it. */
export interface SalesExport {
  readonly show: Show;
  readonly bookings: AsyncIterable<ExportedBooking>;
}

/** Bookings whose customers are read at once. */
const BATCH = 500;

/** What was sold of a show, to be taken away as a whole. */
@Injectable()
export class SalesExportService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
  ) {}

  /** Latest bookings first, cancelled ones too. @throws DomainError `unknown-show` */
  async of(showId: string): Promise<SalesExport> {
    const show = await this.shows.find(showId);
    return { show, bookings: this.read(show) };
  }

  private async *read(show: Show): AsyncIterable<ExportedBooking> {
    let batch: Booking[] = [];
    for await (const booking of this.bookings.eachOfShow(show.id, PURCHASED)) {
      if (batch.push(booking) < BATCH) continue;
      yield* await this.describe(batch, show);
      batch = [];
    }
    yield* await this.describe(batch, show);
  }

  private async describe(bookings: readonly Booking[], show: Show): Promise<readonly ExportedBooking[]> {
    const customers = await this.accounts.findUsers(bookings.map(({ userId }) => userId));
    return bookings.map((booking) => ({
      booking,
      customer: customers.get(booking.userId),
      ...seatsByName(booking, show),
    }));
  }
}
