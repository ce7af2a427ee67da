import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@modex/api-activity';
import { Caller } from '@modex/api-accounts';
import { BookingDetails, BookingListService, TicketService } from '@modex/api-bookings';
import { Booking, can, DomainError, entryOf, Entry, issueOf, NamedSeat, TicketLine, ticketLineOf } from '@modex/domain';
import { TicketKeys } from './ticket-keys';

/** A ticket as its holder has it. */
export interface IssuedTicket {
  readonly seat: NamedSeat;
  readonly issue: number;
  /** What is drawn as a QR code. */
  readonly code: string;
  /** What was paid for; undefined where the show was free of charge. */
  readonly line: TicketLine | undefined;
  /** Present while somebody is in with it. */
  readonly entry: Entry | undefined;
}

/** A booking with its tickets, in the order of its seats; none unless it is confirmed. */
export interface BookingTickets extends BookingDetails {
  readonly tickets: readonly IssuedTicket[];
}

/** The tickets of bookings, for those who have them. A ticket is not stored: it follows from its booking. */
@Injectable()
export class TicketListService {
  constructor(
    private readonly lists: BookingListService,
    private readonly keys: TicketKeys,
    private readonly tickets: TicketService,
    private readonly log: ActivityLog,
  ) {}

  /** @throws DomainError `unknown-booking`, also for another customer's */
  async ofBooking(bookingId: string, holder: Caller): Promise<BookingTickets> {
    return this.withTickets(await this.lists.findMine(bookingId, holder));
  }

  /**
   * Issues the ticket of a seat anew, to pass it on or after it got into wrong hands: the one that was seen is void at once.
   * @throws DomainError `unknown-booking`; `forbidden`; `ticket-void`; `ticket-used`
   */
  async reissue(seen: { bookingId: string; seatId: string; issue: number }, holder: Caller): Promise<BookingTickets> {
    const { booking } = await this.lists.findMine(seen.bookingId, holder);
    if (!can(holder, 'booking.cancel', booking)) {
      throw new DomainError('forbidden', 'Only its customer and the box office may issue this ticket anew.');
    }
    const changed = await this.tickets.reissue(seen);
    if (holder.userId !== booking.userId) await this.record(changed, seen, holder);
    return this.withTickets(await this.lists.describe(changed));
  }

  private async withTickets(details: BookingDetails): Promise<BookingTickets> {
    const { booking } = details;
    const seats = booking.status === 'CONFIRMED' ? details.seats : [];
    const refs = seats.map(({ id }) => ({ bookingId: booking.id, seatId: id, issue: issueOf(booking, id) }));
    const codes = refs.length === 0 ? [] : await this.keys.codesOf(refs);
    const tickets = seats.map((seat, at) => ({
      ...{ seat, issue: issueOf(booking, seat.id), code: codes[at] as string, entry: entryOf(booking, seat.id) },
      line: ticketLineOf(booking, seat.id),
    }));
    return { ...details, tickets };
  }

  private async record(booking: Booking, seen: { seatId: string; issue: number }, by: Caller): Promise<void> {
    const seats = booking.names.filter(({ id }) => id === seen.seatId).map(({ name }) => name);
    await this.log.record({
      event: `ticket ${booking.id} ${seen.seatId} issue ${seen.issue + 1}`,
      at: new Date(),
      by: by.userId,
      action: 'ticket.check',
      of: { kind: 'booking', id: booking.id },
      before: { ticket: String(seen.issue), seats },
      after: { ticket: String(seen.issue + 1), seats },
    });
  }
}
