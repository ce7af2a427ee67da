import { Instant, Nullable, Optional, PlainText, TimeZone } from '@modex/api-core';
import { LIMITS } from '@modex/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { PricesDto } from './prices.dto';

/** A body with prices of its own for each ticket type and category, and every character escaped. */
export const SHOW_BODY = { kilobytes: LIMITS.showKb, fields: LIMITS.showFields };

/** What may be said of a show, when it is made and later. */
export class ShowDetailsDto {
  /**
   * The venue's time zone, by its name in the IANA database. A new show without it has the server's; an edit lets the
   * moment of the start stay the same.
   * @example "Europe/Berlin"
   */
  @Optional()
  @TimeZone()
  timeZone?: string;

  /**
   * From when customers may book, with its offset (RFC 3339); before the sale closes and the show starts. null, and a new
   * show without it: as soon as it is on sale.
   * @example "2099-01-04T09:00:00Z"
   */
  @Optional()
  @Nullable()
  @Instant()
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  saleOpensAt?: Date | null;

  /**
   * From when they may not any more; not after the start. Holds of before may still be booked. null, and a new show without
   * it: they may until it starts.
   * @example "2099-03-01T18:00:00Z"
   */
  @Optional()
  @Nullable()
  @Instant()
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  saleClosesAt?: Date | null;

  /**
   * Where it is, in one line; an empty text for nowhere in particular.
   * @example "Great Hall"
   */
  @Optional()
  @PlainText('venue')
  venue?: string;

  /**
   * What people should know of it, may have several lines; an empty text for nothing.
   * @example "A comedy in three acts."
   */
  @Optional()
  @PlainText('description')
  description?: string;

  /**
   * What visitors must keep to, may have several lines; an empty text for nothing.
   * @example "No admission once the play has begun."
   */
  @Optional()
  @PlainText('houseRules')
  houseRules?: string;

  /**
   * How to get to the venue, may have several lines; an empty text for nothing.
   * @example "Tram 12 to Theatre Street."
   */
  @Optional()
  @PlainText('gettingThere')
  gettingThere?: string;

  /**
   * How many seats one customer may have; null for as many as there are. Who has more keeps them.
   * @example 8
   */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(1)
  @Max(LIMITS.limitPerCustomer)
  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 1, maximum: LIMITS.limitPerCustomer })
  limitPerCustomer?: number | null;

  /**
   * Whether chosen seats may not leave a single free seat beside them where others would not; a new show without it has
   * no such rule.
   * @example false
   */
  @Optional()
  @IsBoolean()
  noLoneSeat?: boolean;

  /**
   * Until how many hours before the start customers may give seats back: 0, and a new show without it, until it starts;
   * null: never, the box office does.
   * @example 24
   */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(LIMITS.giveBackHours)
  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: LIMITS.giveBackHours })
  giveBackHours?: number | null;

  /** What the seats cost; null, and a new show without it: nothing. */
  @Optional()
  @Nullable()
  @ValidateNested()
  @Type(() => PricesDto)
  @ApiPropertyOptional({ type: PricesDto, nullable: true })
  prices?: PricesDto | null;
}
