import { ApiProperty } from '@nestjs/swagger';
import { LedgerEntry, SeatLedger } from '@modex/api-audit';
import { SeatPlaceResponse, SeatResponse } from '@modex/api-seats';
import { BLOCK_REASONS, BlockReason, SEAT_EVENTS, SeatEventKind } from '@modex/domain';
import { CustomerResponse, toCustomer } from './admin.response';

/** Something that happened to a seat, or, PENDING alone, is happening to it. */
export class SeatEventResponse {
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  /**
   * PENDING: a booking under way asks for it, and may have it already. BOOKED: sold. CANCELLED: given back. RELEASED: an
   * attempt had it, and gave it back since another of its seats was not free. TRIED: an attempt that its lease or the
   * database ended may have had it until then, or some seconds longer. BLOCKED: staff kept it from sale. BLOCK_RELEASED: staff
   * gave it back to the sale.
   */
  @ApiProperty({ enum: SEAT_EVENTS, enumName: 'SeatEventKind' })
  kind: SeatEventKind;
  /** Null for what staff did to the seat itself. */
  @ApiProperty({ type: String, nullable: true })
  bookingId: string | null;
  /** Of a PENDING one: when it is given up if it is not booked by then; null for all others. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until: string | null;
  /** Whose booking it is; null when no longer known, and for what staff did to the seat itself. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  customer: CustomerResponse | null;
  /** Who did it: the customer, or an admin for the customer; null for the system. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  by: CustomerResponse | null;
  /** Why it was blocked; null for all others. */
  @ApiProperty({ enum: BLOCK_REASONS, enumName: 'BlockReason', nullable: true })
  reason: BlockReason | null;
  /** The same in the words of whoever blocked it; null for none. */
  @ApiProperty({ type: String, nullable: true, example: 'The armrest is loose.' })
  words: string | null;
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

function toSeatEvent({ at, kind, customer, user, until, ...event }: LedgerEntry): SeatEventResponse {
  const { bookingId = null, reason = null, words = null } = event;
  const [end, people] = [until?.toISOString() ?? null, { customer: toCustomer(customer), by: toCustomer(user) }];
  return { at: at.toISOString(), kind, bookingId, until: end, ...people, reason, words };
}
