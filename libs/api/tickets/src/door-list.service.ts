import { Injectable } from '@nestjs/common';
import { AccountService } from '@modex/api-accounts';
import { BookingRepository, Payments } from '@modex/api-bookings';
import { ShowService } from '@modex/api-shows';
import { Booking, Entry, entryOf, issueOf, NamedSeat, Payment, seatsByName, Show, TicketLine } from '@modex/domain';
import { lineOf } from './door.service';
import { PublicTicketKey, TicketKeys } from './ticket-keys';

/** Customers read at once. */
const BATCH = 500;

/** One ticket in the list of a door. */
export interface DoorTicket {
  readonly booking: Booking;
  readonly seat: NamedSeat;
  readonly customerName: string;
  readonly line: TicketLine | undefined;
  /** What is to be paid for the whole booking; undefined for nothing. */
  readonly payment: Payment | undefined;
  readonly issue: number;
  readonly entry: Entry | undefined;
}

/** Everything that a door needs to go on without a network. */
export interface DoorList {
  readonly show: Show;
  readonly tickets: readonly DoorTicket[];
  readonly keys: readonly PublicTicketKey[];
}

/** The list with which a door works. */
@Injectable()
export class DoorListService {
  constructor(
    private readonly keys: TicketKeys,
    private readonly bookings: BookingRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
    private readonly payments: Payments,
  ) {}

  /** All tickets of a show that let somebody in, by the names of their seats. @throws DomainError `unknown-show` */
  async listOf(showId: string): Promise<DoorList> {
    const show = await this.shows.find(showId);
    const tickets: DoorTicket[] = [];
    let batch: Booking[] = [];
    for await (const booking of this.bookings.eachOfShow(showId, ['CONFIRMED'])) {
      if (batch.push(booking) < BATCH) continue;
      tickets.push(...(await this.toTickets(batch, show)));
      batch = [];
    }
    tickets.push(...(await this.toTickets(batch, show)));
    return { show, tickets, keys: await this.keys.publicKeys() };
  }

  private async toTickets(bookings: readonly Booking[], show: Show): Promise<readonly DoorTicket[]> {
    const customers = await this.accounts.findUsers(bookings.map(({ userId }) => userId));
    return bookings.flatMap((booking) =>
      seatsByName(booking, show).seats.map((seat) => ({
        ...{ booking, seat, customerName: customers.get(booking.userId)?.name ?? '' },
        ...{ line: lineOf(booking, seat.id), payment: this.payments.paymentOf(booking) },
        ...{ issue: issueOf(booking, seat.id), entry: entryOf(booking, seat.id) },
      })),
    );
  }
}
