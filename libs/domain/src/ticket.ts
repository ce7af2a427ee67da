import { DomainError } from './error';

/** Names one ticket: what lets one person in to one seat of a booking. */
export interface TicketRef {
  readonly bookingId: string;
  readonly seatId: string;
  /** 1 for the ticket that came with the booking, and one more each time it is issued anew. Only the latest is valid. */
  readonly issue: number;
}

/** Somebody was let in with a ticket. */
export interface Entry {
  readonly seatId: string;
  /** Of the ticket that was shown. */
  readonly issue: number;
  /** Names the scan: the same scan sent again, since its answer was lost, is no second one. */
  readonly scanId: string;
  readonly at: Date;
  /** The member of staff who let them in. */
  readonly by: string;
  /** The name of the door; null: nobody said. */
  readonly door: string | null;
}

/** A ticket that was issued anew: passed on, or replaced. */
export interface Reissue {
  readonly seatId: string;
  readonly issue: number;
}

/** What became of the tickets of a booking. */
export interface TicketState {
  /** How often it was written: whoever writes names the version that was seen. */
  readonly version: number;
  /** Who is in: at most one entry of each seat. */
  readonly entries: readonly Entry[];
  /** Every ticket that is not named here has issue 1. */
  readonly reissued: readonly Reissue[];
}

/** Of a booking of which no ticket was used or issued anew. */
export const UNTOUCHED: TicketState = { version: 0, entries: [], reissued: [] };

/** What is asked of a booking here. */
interface Ticketed {
  readonly tickets?: TicketState;
}

interface Admitting extends Ticketed {
  readonly status: string;
  readonly seats: readonly string[];
}

/** The entry of the seat, when somebody is in with its ticket. */
export function entryOf({ tickets = UNTOUCHED }: Ticketed, seatId: string): Entry | undefined {
  return tickets.entries.find((entry) => entry.seatId === seatId);
}

/** Which issue of the seat's ticket is valid. */
export function issueOf({ tickets = UNTOUCHED }: Ticketed, seatId: string): number {
  return tickets.reissued.find((reissue) => reissue.seatId === seatId)?.issue ?? 1;
}

/** @throws DomainError `ticket-void` when the ticket lets nobody in (any more) */
export function checkTicket(booking: Admitting, { seatId, issue }: TicketRef): void {
  if (booking.status !== 'CONFIRMED') throw voidTicket('The booking was cancelled.');
  if (!booking.seats.includes(seatId)) throw voidTicket('This seat was given back.');
  if (issue !== issueOf(booking, seatId)) throw voidTicket('It was passed on or replaced: ask for the newer ticket.');
}

/** @throws DomainError `ticket-used` when somebody is in with one of the tickets */
export function refuseEntered(booking: Ticketed, seatIds: readonly string[]): void {
  const entry = booking.tickets?.entries.find(({ seatId }) => seatIds.includes(seatId));
  if (entry !== undefined) throw usedTicket(entry);
}

function voidTicket(why: string): DomainError {
  return new DomainError('ticket-void', `The ticket is not valid. ${why}`);
}

function usedTicket({ at, door, seatId }: Entry): DomainError {
  const where = door === null ? '' : ` at ${door}`;
  const detail = `Somebody was let in with this ticket${where}. If that was a mistake, undo it at the door.`;
  return new DomainError('ticket-used', detail, { seatIds: [seatId], entry: { at, door } });
}
