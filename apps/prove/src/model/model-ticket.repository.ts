import { TicketChange, TicketRepository } from '@modex/api-bookings/protocol';
import { Booking } from '@modex/domain';
import { Send } from './commands';
import { toBooking } from './model-booking.repository';

/** The port of the tickets in front of the model store, command for command as the real one. */
export class ModelTicketRepository implements TicketRepository {
  constructor(private readonly send: Send) {}

  async write(
    { id, userId, seats: seen, tickets }: Booking,
    { entries, reissued }: TicketChange,
  ): Promise<Booking | undefined> {
    // When somebody was let in is for people: no step of the protocol reads it.
    const timeless = entries.map(({ seatId, issue, scanId, by, door }) => ({ seatId, issue, scanId, by, door }));
    const change = { id, userId, seen, version: tickets?.version, entries: timeless, reissued };
    const written = await this.send('tickets.write', change);
    return written === null ? undefined : toBooking(written);
  }
}
