import { ApiProperty } from '@nestjs/swagger';
import { SeatPlaceResponse, SeatResponse } from '@modex/api-seats';
import { SEAT_EVENTS, SeatEventKind } from '@modex/domain';
import { LedgerEntry, SeatLedger } from '../ledger/ledger.service';
import { CustomerResponse, toCustomer } from './admin.response';

/** Something that happened to a seat. */
export class SeatEventResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  /** BOOKED: sold. CANCELLED: given back. TRIED: an attempt that came to nothing had it until then. */
  @ApiProperty({ enum: SEAT_EVENTS, enumName: 'SeatEventKind' })
  kind: SeatEventKind;
  bookingId: string;
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

function toSeatEvent({ at, kind, bookingId, customer, user }: LedgerEntry): SeatEventResponse {
  return { at: at.toISOString(), kind, bookingId, customer: toCustomer(customer), by: toCustomer(user) };
}
