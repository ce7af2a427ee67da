import { Nullable, Optional, PlainText } from '@modex/api-core';
import { Fee, LIMITS, MOST_MONEY, ShowPrices, WHOLE } from '@modex/domain';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const KEY = /^[a-z0-9][a-z0-9-]{0,29}$/;
const KEY_WORDS = { message: 'must be small letters, digits and hyphens, such as child; at most 30' };

/** What seats of a category cost. */
export class CategoryPriceDto {
  /**
   * Key of a category of the plan; a plan by its size alone has one, `all`.
   * @example "all"
   */
  @IsString()
  @Length(1, LIMITS.planKey)
  category: string;

  /**
   * In minor units of the currency: cents.
   * @example 4500
   */
  @IsInt()
  @Min(0)
  @Max(MOST_MONEY)
  amount: number;
}

/** For whom a ticket is: adult, child, reduced. */
export class TicketTypeDto {
  /**
   * By which programs name it.
   * @example "child"
   */
  @Matches(KEY, KEY_WORDS)
  key: string;

  /**
   * What people read.
   * @example "Child"
   */
  @PlainText('label')
  name: string;

  /**
   * Which part of the full price it costs, in hundredths of a percent; left out: all of it.
   * @example 5000
   */
  @Optional()
  @IsInt()
  @Min(0)
  @Max(WHOLE)
  percent?: number;

  /** Prices of its own for some categories, instead of that part. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.planCategories)
  @ValidateNested({ each: true })
  @Type(() => CategoryPriceDto)
  prices?: CategoryPriceDto[];

  /** Whether the customer must show at the door that the ticket is for them. */
  @Optional()
  @IsBoolean()
  proof?: boolean;
}

/** What is charged beside the tickets; who pays nothing pays no fee. */
export class FeeDto {
  /**
   * By which programs name it.
   * @example "service"
   */
  @Matches(KEY, KEY_WORDS)
  key: string;

  /**
   * What people read.
   * @example "Service"
   */
  @PlainText('label')
  name: string;

  /** For each seat that costs something, or once for the order if any does. */
  @IsIn(['seat', 'order'])
  @ApiProperty({ enum: ['seat', 'order'], enumName: 'FeePer' })
  per: Fee['per'];

  /** A fixed amount, or a part of the price. */
  @IsIn(['fixed', 'percent'])
  @ApiProperty({ enum: ['fixed', 'percent'], enumName: 'FeeKind' })
  kind: Fee['kind'];

  /**
   * In minor units if it is fixed, else in hundredths of a percent.
   * @example 150
   */
  @IsInt()
  @Min(0)
  @Max(MOST_MONEY)
  value: number;
}

/** Tax on each ticket and fee. */
export class TaxDto {
  /**
   * As invoices name it.
   * @example "VAT"
   */
  @PlainText('label')
  name: string;

  /**
   * In hundredths of a percent.
   * @example 1900
   */
  @IsInt()
  @Min(0)
  @Max(WHOLE)
  percent: number;

  /** Whether prices and fees include it; otherwise it comes on top. */
  @IsBoolean()
  included: boolean;
}

/** What the seats of a show cost. */
export class PricesDto {
  /**
   * ISO 4217.
   * @example "EUR"
   */
  @IsString()
  @Length(3, 3)
  currency: string;

  /** The full price of each category of the plan. */
  @IsArray()
  @ArrayMaxSize(LIMITS.planCategories)
  @ValidateNested({ each: true })
  @Type(() => CategoryPriceDto)
  categories: CategoryPriceDto[];

  /** The first one is for whoever does not choose; none: everybody pays the full price. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.pricesOfAKind)
  @ValidateNested({ each: true })
  @Type(() => TicketTypeDto)
  ticketTypes?: TicketTypeDto[];

  /** None where it is left out. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(LIMITS.pricesOfAKind)
  @ValidateNested({ each: true })
  @Type(() => FeeDto)
  fees?: FeeDto[];

  /** null, or left out: none. */
  @Optional()
  @Nullable()
  @ValidateNested()
  @Type(() => TaxDto)
  @ApiPropertyOptional({ type: TaxDto, nullable: true })
  tax?: TaxDto | null;
}

/** Plain objects, which are stored as they are. */
export function toShowPrices({ currency, categories, ticketTypes = [], fees = [], tax = null }: PricesDto): ShowPrices {
  const plain = (prices: readonly CategoryPriceDto[]) => prices.map(({ category, amount }) => ({ category, amount }));
  return {
    currency,
    categories: plain(categories),
    ticketTypes: ticketTypes.map(({ key, name, percent = WHOLE, prices = [], proof = false }) => {
      return { key, name, percent, prices: plain(prices), proof };
    }),
    fees: fees.map(({ key, name, per, kind, value }) => ({ key, name, per, kind, value })),
    tax: tax && { name: tax.name, percent: tax.percent, included: tax.included },
  };
}
