import { ApiProperty } from '@nestjs/swagger';
import { PaymentResponse, TicketPriceResponse, toPaymentResponse } from '@modex/api-bookings';
import { SeatPlaceResponse } from '@modex/api-seats';
import { Admission, DoorList, DoorTicket, EntryResponse, PublicTicketKey, toEntryResponse } from '@modex/api-tickets';

/** Somebody was let in. */
export class AdmissionResponse {
  /** @example "66f0c0ffee00112233445577" */
  bookingId: string;
  /**
   * What the customer names the booking by.
   * @example "7KQ8V25M"
   */
  bookingCode: string;
  seat: SeatPlaceResponse;
  /**
   * Who booked.
   * @example "Ada Lovelace"
   */
  customerName: string;
  /** The ticket's type and price; null where the show is free of charge. */
  @ApiProperty({ type: TicketPriceResponse, nullable: true })
  price: TicketPriceResponse | null;
  /** What is to be paid for the whole booking, and how; null: nothing. */
  @ApiProperty({ type: PaymentResponse, nullable: true })
  payment: PaymentResponse | null;
  /** When, at which door and by which scan. */
  entry: EntryResponse;
}

/** One ticket in the list of a door. */
export class DoorTicketResponse {
  /** @example "66f0c0ffee00112233445577" */
  bookingId: string;
  /**
   * What the customer names the booking by.
   * @example "7KQ8V25M"
   */
  bookingCode: string;
  seat: SeatPlaceResponse;
  /**
   * Who booked.
   * @example "Ada Lovelace"
   */
  customerName: string;
  /**
   * Name of the ticket type; empty where the show has none.
   * @example "Child"
   */
  typeName: string;
  /** Whether the customer must show at the door that the ticket is for them. */
  proof: boolean;
  /** What is to be paid for the whole booking, and how; null: nothing. */
  @ApiProperty({ type: PaymentResponse, nullable: true })
  payment: PaymentResponse | null;
  /**
   * The issue that is valid.
   * @example 1
   */
  issue: number;
  /** Present while somebody is in with it; otherwise null. */
  @ApiProperty({ type: EntryResponse, nullable: true })
  entry: EntryResponse | null;
}

/** A key with which doors check codes. */
export class TicketKeyResponse {
  /**
   * Every code names its key by this number.
   * @example 1
   */
  id: number;
  /**
   * Ed25519 (RFC 8032), as base64url: 32 bytes.
   * @example "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
   */
  publicKey: string;
  /** From when on tickets were signed with it. */
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
}

/** All keys of the tickets, the first one first; the last one signs. */
export class TicketKeysResponse {
  /** The first one first. */
  keys: TicketKeyResponse[];
}

/** Everything that a door needs, also to go on without a network. */
export class DoorListResponse extends TicketKeysResponse {
  /** How many people are in. */
  admitted: number;
  /** Every ticket that is valid. */
  tickets: DoorTicketResponse[];
}

export function toAdmissionResponse({ details, seat, line, entry }: Admission): AdmissionResponse {
  const { booking, customer, payment } = details;
  return {
    ...{ bookingId: booking.id, bookingCode: booking.code, seat, customerName: customer?.name ?? '' },
    ...{ price: line ?? null, payment: toPaymentResponse(payment) },
    entry: toEntryResponse(entry) as EntryResponse,
  };
}

export function toDoorListResponse({ tickets, keys }: DoorList): DoorListResponse {
  const admitted = tickets.filter(({ entry }) => entry !== undefined).length;
  return { ...toTicketKeysResponse(keys), admitted, tickets: tickets.map(toDoorTicketResponse) };
}

export function toTicketKeysResponse(keys: readonly PublicTicketKey[]): TicketKeysResponse {
  return {
    keys: keys.map(({ id, publicKey, createdAt }) => ({
      ...{ id, publicKey: publicKey.toString('base64url'), createdAt: createdAt.toISOString() },
    })),
  };
}

function toDoorTicketResponse({
  booking,
  seat,
  customerName,
  line,
  payment,
  issue,
  entry,
}: DoorTicket): DoorTicketResponse {
  return {
    ...{ bookingId: booking.id, bookingCode: booking.code, seat, customerName },
    ...{ typeName: line?.typeName ?? '', proof: line?.proof ?? false, payment: toPaymentResponse(payment) },
    ...{ issue, entry: toEntryResponse(entry) },
  };
}
