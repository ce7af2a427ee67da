import { Injectable } from '@nestjs/common';
import { unknownThing } from '@modex/api-core';
import {
  Booking,
  checkTicket,
  DomainError,
  Entry,
  entryOf,
  issueOf,
  refuseEntered,
  TicketRef,
  UNTOUCHED,
} from '@modex/domain';
import { BookingRepository } from '../booking.repository';
import { NewEntry, TicketRepository } from './ticket.repository';

/** Somebody shows a ticket at a door. */
export interface Scan extends Pick<NewEntry, 'scanId' | 'by' | 'door' | 'at'> {
  /** The show of the door. */
  readonly showId: string;
}

/** Somebody was let in. */
export interface Entered {
  readonly booking: Booking;
  readonly entry: Entry;
}

/**
 * Lets people in, once with each ticket, and issues tickets anew. Each write is one compare-and-set on the booking, so of two
 * doors one wins, and nobody is in with a seat that was given back.
 */
@Injectable()
export class TicketService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly tickets: TicketRepository,
  ) {}

  /**
   * Lets somebody in. The same scan sent again is answered the same.
   * @throws DomainError `unknown-ticket`; `ticket-elsewhere`; `ticket-void`; `ticket-used` with the time and the door
   */
  async enter(ticket: TicketRef, { showId, ...scan }: Scan): Promise<Entered> {
    let booking = await this.find(ticket.bookingId);
    for (;;) {
      if (booking.showId !== showId) throw new DomainError('ticket-elsewhere', 'This ticket is for another show.');
      const entry = entryOf(booking, ticket.seatId);
      if (entry?.scanId === scan.scanId) return { booking, entry };
      checkTicket(booking, ticket);
      refuseEntered(booking, [ticket.seatId]);
      const { entries, reissued } = booking.tickets ?? UNTOUCHED;
      const entered: NewEntry = { seatId: ticket.seatId, issue: ticket.issue, ...scan };
      const written = await this.tickets.write(booking, { entries: [...entries, entered], reissued });
      booking = written ?? (await this.find(ticket.bookingId));
    }
  }

  /** Takes back an entry by its scan. What was taken back before is no error. @throws DomainError `unknown-ticket` */
  async undo(bookingId: string, scanId: string): Promise<Booking> {
    let booking = await this.find(bookingId);
    for (;;) {
      const { entries, reissued } = booking.tickets ?? UNTOUCHED;
      const others = entries.filter((entry) => entry.scanId !== scanId);
      if (others.length === entries.length) return booking;
      booking = (await this.tickets.write(booking, { entries: others, reissued })) ?? (await this.find(bookingId));
    }
  }

  /**
   * Issues the ticket of a seat anew: from now on the one that was seen lets nobody in.
   * @param seen the issue that is to be replaced; if it is not the valid one any more, nothing happens
   * @throws DomainError `unknown-ticket`; `ticket-void`; `ticket-used`
   */
  async reissue(seen: TicketRef): Promise<Booking> {
    let booking = await this.find(seen.bookingId);
    while (issueOf(booking, seen.seatId) === seen.issue) {
      checkTicket(booking, seen);
      refuseEntered(booking, [seen.seatId]);
      const { entries, reissued } = booking.tickets ?? UNTOUCHED;
      const next = { seatId: seen.seatId, issue: seen.issue + 1 };
      const others = reissued.filter(({ seatId }) => seatId !== seen.seatId);
      const written = await this.tickets.write(booking, { entries, reissued: [...others, next] });
      booking = written ?? (await this.find(seen.bookingId));
    }
    return booking;
  }

  private async find(bookingId: string): Promise<Booking> {
    const booking = await this.bookings.findById(bookingId);
    if (booking === undefined) throw unknownThing('unknown-ticket');
    return booking;
  }
}
