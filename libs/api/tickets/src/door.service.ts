import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@modex/api-activity';
import { Caller } from '@modex/api-accounts';
import { BookingDetails, BookingListService, BookingRepository, Entered, TicketService } from '@modex/api-bookings';
import { invalid, unknownThing } from '@modex/api-core';
import { Entry, issueOf, NamedSeat, TicketLine, ticketLineOf, TicketRef } from '@modex/domain';
import { TicketKeys } from './ticket-keys';

/** How far the clock of a device may be ahead, and how long it may keep entries to itself; in milliseconds. */
const [AHEAD_MS, KEPT_MS] = [5 * 60_000, 48 * 3_600_000];

/** What a door shows: a code as it was read, or a ticket chosen from the list. */
export interface Shown {
  readonly code?: string;
  readonly bookingId?: string;
  readonly seatId?: string;
  readonly scanId: string;
  readonly door: string | null;
  /** When a door without a network let somebody in; undefined: now. */
  readonly at?: Date;
}

/** Somebody who was let in, as the door says it. */
export interface Admission {
  readonly details: BookingDetails;
  readonly seat: NamedSeat;
  readonly line: TicketLine | undefined;
  readonly entry: Entry;
}

/** What staff do at the doors of a show. */
@Injectable()
export class DoorService {
  constructor(
    private readonly tickets: TicketService,
    private readonly keys: TicketKeys,
    private readonly bookings: BookingRepository,
    private readonly lists: BookingListService,
    private readonly log: ActivityLog,
  ) {}

  /**
   * Lets somebody in.
   * @throws DomainError `unknown-ticket` for what was not signed here; `ticket-elsewhere`; `ticket-void`; `ticket-used`;
   * `validation-failed` for a time that no entry can have
   */
  async admit(showId: string, shown: Shown, { userId: by }: Caller): Promise<Admission> {
    const { scanId, door, at } = shown;
    if (at !== undefined) checkTime(at);
    const ticket = await this.ticketOf(shown);
    const scan = { showId, scanId, door, by, ...(at !== undefined && { at }) };
    return this.describe(await this.tickets.enter(ticket, scan), ticket);
  }

  /** Takes an entry back. What was taken back before is no error. @throws DomainError `unknown-ticket` */
  async undo({ bookingId, scanId }: { bookingId: string; scanId: string }, { userId: by }: Caller): Promise<void> {
    const before = await this.bookings.findById(bookingId);
    const entry = before?.tickets?.entries.find((one) => one.scanId === scanId);
    await this.tickets.undo(bookingId, scanId);
    if (before === undefined || entry === undefined) return;
    const seats = before.names.filter(({ id }) => id === entry.seatId).map(({ name }) => name);
    await this.log.record({
      event: `entry ${bookingId} ${scanId} undone`,
      ...{ at: new Date(), by, action: 'ticket.check', of: { kind: 'booking', id: bookingId } },
      before: { admitted: entry.at.toISOString(), seats },
      after: { admitted: 'no', seats },
    });
  }

  private async ticketOf({ code, bookingId, seatId }: Shown): Promise<TicketRef> {
    if (code !== undefined) {
      const read = await this.keys.read(code);
      if (read === undefined) throw unknownThing('unknown-ticket');
      return read;
    }
    if (bookingId === undefined || seatId === undefined) {
      throw invalid([{ field: 'code', message: 'Send the code of a ticket, or bookingId and seatId.' }]);
    }
    const booking = await this.bookings.findById(bookingId);
    if (booking === undefined) throw unknownThing('unknown-ticket');
    return { bookingId, seatId, issue: issueOf(booking, seatId) };
  }

  private async describe({ booking, entry }: Entered, { seatId }: TicketRef): Promise<Admission> {
    const details = await this.lists.describe(booking);
    const seat = details.seats.find(({ id }) => id === seatId);
    if (seat === undefined) throw unknownThing('unknown-ticket');
    return { details, seat, line: ticketLineOf(booking, seatId), entry };
  }
}

function checkTime(at: Date): void {
  const age = Date.now() - at.getTime();
  if (age >= -AHEAD_MS && age <= KEPT_MS) return;
  throw invalid([{ field: 'at', message: 'must be a time of the last two days; set the clock of the device' }]);
}
