import { Injectable } from '@nestjs/common';
import { NamedBooking, Payments, ShowBookingsService } from '@modex/api-bookings';
import { Booking, Entry, entryOf, issueOf, NamedSeat, Payment, Show, TicketLine, ticketLineOf } from '@modex/domain';
import { PublicTicketKey, TicketKeys } from './ticket-keys';

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
    private readonly bookings: ShowBookingsService,
    private readonly payments: Payments,
  ) {}

  /** All tickets of a show that let somebody in, by the names of their seats. @throws DomainError `unknown-show` */
  async listOf(showId: string): Promise<DoorList> {
    const { show, bookings } = await this.bookings.of(showId, ['CONFIRMED']);
    const tickets: DoorTicket[] = [];
    for await (const booking of bookings) tickets.push(...this.toTickets(booking));
    return { show, tickets, keys: await this.keys.publicKeys() };
  }

  private toTickets({ booking, customer, seats }: NamedBooking): readonly DoorTicket[] {
    const ofAll = { booking, customerName: customer?.name ?? '', payment: this.payments.paymentOf(booking) };
    return seats.map((seat) => ({
      ...{ ...ofAll, seat, line: ticketLineOf(booking, seat.id) },
      ...{ issue: issueOf(booking, seat.id), entry: entryOf(booking, seat.id) },
    }));
  }
}
