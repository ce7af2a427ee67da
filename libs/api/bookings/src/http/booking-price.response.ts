import { ApiProperty } from '@nestjs/swagger';
import { TaxResponse } from '@modex/api-shows';
import { Quote } from '@modex/domain';

/** What a ticket cost. */
export class TicketPriceResponse {
  /** @example "9f8e7d6c5b4a392800000011" */
  seatId: string;
  /**
   * Key of the category of the seat.
   * @example "all"
   */
  category: string;
  /**
   * Key of the ticket type; empty where the show had none.
   * @example "child"
   */
  type: string;
  /**
   * What people read.
   * @example "Child"
   */
  typeName: string;
  /** Whether the customer must show at the door that the ticket is for them. */
  proof: boolean;
  /**
   * With its tax, in minor units.
   * @example 2250
   */
  amount: number;
  /**
   * How much of it is tax.
   * @example 359
   */
  tax: number;
}

/** What a fee cost. */
export class FeePriceResponse {
  /**
   * Unique in the show.
   * @example "service"
   */
  key: string;
  /**
   * What people read.
   * @example "Service"
   */
  name: string;
  /**
   * With its tax, in minor units.
   * @example 150
   */
  amount: number;
  /**
   * How much of it is tax.
   * @example 24
   */
  tax: number;
}

/** What a booking cost when it was sold; the lines sum to the total. */
export class BookingPriceResponse {
  /**
   * ISO 4217.
   * @example "EUR"
   */
  currency: string;
  /** One for each seat. */
  tickets: TicketPriceResponse[];
  /** None where nothing is charged beside them. */
  fees: FeePriceResponse[];
  /** On each line; null: none. */
  @ApiProperty({ type: TaxResponse, nullable: true })
  tax: TaxResponse | null;
  /**
   * In minor units.
   * @example 2400
   */
  total: number;
  /**
   * How much of it is tax.
   * @example 383
   */
  taxTotal: number;
}

export function toBookingPriceResponse(price: Quote | undefined): BookingPriceResponse | null {
  return price === undefined ? null : { ...price, tickets: [...price.tickets], fees: [...price.fees] };
}
