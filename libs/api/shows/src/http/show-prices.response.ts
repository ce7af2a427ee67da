import { ApiProperty } from '@nestjs/swagger';
import { ShowPrices } from '@modex/domain';

/** What seats of a category cost. */
export class CategoryPriceResponse {
  /**
   * Key of a category of the plan; a plan by its size alone has one, `all`.
   * @example "all"
   */
  category: string;
  /**
   * In minor units of the currency: cents.
   * @example 4500
   */
  amount: number;
}

/** For whom a ticket is. */
export class TicketTypeResponse {
  /**
   * By which a booking names it.
   * @example "child"
   */
  key: string;
  /**
   * What people read.
   * @example "Child"
   */
  name: string;
  /**
   * Which part of the full price it costs, in hundredths of a percent.
   * @example 5000
   */
  percent: number;
  /** Prices of its own for some categories, instead of that part. */
  prices: CategoryPriceResponse[];
  /** Whether the customer must show at the door that the ticket is for them. */
  proof: boolean;
}

/** What is charged beside the tickets. */
export class FeeResponse {
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
  /** For each seat that costs something, or once for the order if any does. */
  @ApiProperty({ enum: ['seat', 'order'], enumName: 'FeePer' })
  per: 'seat' | 'order';
  /** A fixed amount, or a part of the price. */
  @ApiProperty({ enum: ['fixed', 'percent'], enumName: 'FeeKind' })
  kind: 'fixed' | 'percent';
  /**
   * In minor units if it is fixed, else in hundredths of a percent of the price.
   * @example 150
   */
  value: number;
}

/** Tax on each ticket and fee. */
export class TaxResponse {
  /**
   * As invoices name it.
   * @example "VAT"
   */
  name: string;
  /**
   * In hundredths of a percent.
   * @example 1900
   */
  percent: number;
  /** Whether prices and fees include it; otherwise it comes on top. */
  included: boolean;
}

/** What the seats of a show cost. */
export class ShowPricesResponse {
  /**
   * ISO 4217.
   * @example "EUR"
   */
  currency: string;
  /** The full price of each category. */
  categories: CategoryPriceResponse[];
  /** The first one is for whoever does not choose; none: everybody pays the full price. */
  ticketTypes: TicketTypeResponse[];
  /** What is charged beside the tickets. */
  fees: FeeResponse[];
  /** Tax on each ticket and fee; null: none. */
  @ApiProperty({ type: TaxResponse, nullable: true })
  tax: TaxResponse | null;
}

export function toShowPricesResponse(prices: ShowPrices | null): ShowPricesResponse | null {
  if (prices === null) return null;
  const { currency, categories, ticketTypes, fees, tax } = prices;
  const types = ticketTypes.map((type) => ({ ...type, prices: [...type.prices] }));
  return { currency, categories: [...categories], ticketTypes: types, fees: [...fees], tax };
}
