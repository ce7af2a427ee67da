import { ApiProperty } from '@nestjs/swagger';
import { TicketPriceResponse } from '@modex/api-bookings';
import { SeatPlaceResponse } from '@modex/api-seats';
import { Entry } from '@modex/domain';
import { BookingTickets, IssuedTicket } from '../ticket-list.service';

/** Somebody was let in with a ticket. */
export class EntryResponse {
  /** When. */
  @ApiProperty({ type: String, format: 'date-time', example: '2026-12-24T18:41:07.000Z' })
  at: string;
  /** The name of the door; null: nobody said. */
  @ApiProperty({ type: String, nullable: true, example: 'Main entrance' })
  door: string | null;
  /**
   * Names the scan; with it the entry can be taken back.
   * @example "0b9cb8cc-6f5e-4a1e-9b9c-0c5f4d2a7f11"
   */
  scanId: string;
}

/** One ticket of a booking: it lets one person in. */
export class TicketResponse {
  seat: SeatPlaceResponse;
  /**
   * 1 for the ticket that came with the booking, and one more each time it is issued anew.
   * @example 1
   */
  issue: number;
  /**
   * What is drawn as a QR code; signed, so that a door can check it without a network.
   * @example "MODEX1:AFVQ4OQBW7PYIOCOOJWMXH4OPVWFWSRZFAAAAAAR…"
   */
  code: string;
  /** What it cost, and which type it has; null where the show was free of charge. */
  @ApiProperty({ type: TicketPriceResponse, nullable: true })
  price: TicketPriceResponse | null;
  /** Present while somebody is in with it; otherwise null. */
  @ApiProperty({ type: EntryResponse, nullable: true })
  entry: EntryResponse | null;
}

/** The tickets of a booking. */
export class BookingTicketsResponse {
  /** @example "66f0c0ffee00112233445577" */
  bookingId: string;
  /** In the order of its seats; none unless the booking is confirmed. */
  tickets: TicketResponse[];
}

export function toEntryResponse(entry: Entry | undefined): EntryResponse | null {
  return entry === undefined ? null : { at: entry.at.toISOString(), door: entry.door, scanId: entry.scanId };
}

export function toBookingTicketsResponse({ booking, tickets }: BookingTickets): BookingTicketsResponse {
  return { bookingId: booking.id, tickets: tickets.map(toTicketResponse) };
}

function toTicketResponse({ seat, issue, code, line, entry }: IssuedTicket): TicketResponse {
  return { seat, issue, code, price: line ?? null, entry: toEntryResponse(entry) };
}
