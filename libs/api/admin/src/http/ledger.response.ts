import { ApiProperty } from '@nestjs/swagger';
import { LedgerEntry, SeatLedger } from '@modex/api-audit';
import { SeatPlaceResponse, SeatResponse } from '@modex/api-seats';
import { SEAT_EVENTS, SeatEventKind } from '@modex/domain';
import { CustomerResponse, toCustomer } from './admin.response';

/** Something that happened to a seat, or, PENDING alone, is happening to it. */
export class SeatEventResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  /**
   * PENDING: a booking under way asks for it, and may have it already. BOOKED: sold. CANCELLED: given back. RELEASED: an
   * attempt had it, and gave it back since another of its seats was not free. TRIED: an attempt that its lease or the
   * database ended may have had it until then, or some seconds longer.
   */
  @ApiProperty({ enum: SEAT_EVENTS, enumName: 'SeatEventKind' })
  kind: SeatEventKind;
  bookingId: string;
  /** Of a PENDING one: when it is given up if it is not booked by then; null for all others. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until: string | null;
  /** Whose booking it is; null when no longer known. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  customer: CustomerResponse | null;
  /** Who did it: the customer, or an admin for the customer; null for the system. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  by: CustomerResponse | null;
}

/** The history of a seat. */
export class SeatHistoryResponse {
  seat: SeatPlaceResponse;
  /** Oldest first. */
  events: SeatEventResponse[];
}

/** The seat map as it was sold at a moment. */
export class PastSeatMapResponse {
  showId: string;
  @ApiProperty({ type: String, format: 'date-time' })
  time: string;
  seats: SeatResponse[];
}

export function toSeatHistoryResponse({ seat, entries }: SeatLedger): SeatHistoryResponse {
  return { seat, events: entries.map(toSeatEvent) };
}

function toSeatEvent({ at, kind, bookingId, customer, user, until }: LedgerEntry): SeatEventResponse {
  const end = until?.toISOString() ?? null;
  return { at: at.toISOString(), kind, bookingId, until: end, customer: toCustomer(customer), by: toCustomer(user) };
}
