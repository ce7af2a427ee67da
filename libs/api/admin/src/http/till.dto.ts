import { Instant } from '@modex/api-core';
import { MEANS, Means, MOST_MONEY } from '@modex/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, IsUUID, Length, Max, Min, NotEquals } from 'class-validator';

/** Money that changes hands at the counter. */
export class TakeMoneyDto {
  /**
   * A new name for each receipt (UUID). Send it again with the same one if the answer was lost: nothing is taken twice.
   * @example "0b9cb8cc-6f5e-4a1e-9b9c-0c5f4d2a7f11"
   */
  @IsUUID()
  receiptId: string;

  /**
   * In minor units of the booking's currency; below zero: given back.
   * @example 9000
   */
  @IsInt()
  @Min(-MOST_MONEY)
  @Max(MOST_MONEY)
  @NotEquals(0)
  amount: number;

  /**
   * ISO 4217; that of the booking.
   * @example "EUR"
   */
  @IsString()
  @Length(3, 3)
  currency: string;

  /** How it changed hands; `free`: the venue gives the seats away. */
  @IsIn(MEANS)
  @ApiProperty({ enum: MEANS, enumName: 'Means' })
  means: Means;
}

/** Which time the counters are cashed up for. */
export class CashUpQuery {
  /**
   * From this moment, with its offset (RFC 3339).
   * @example "2026-12-24T12:00:00+01:00"
   */
  @Instant()
  from: Date;

  /**
   * Until before this moment; at most 400 days later.
   * @example "2026-12-25T03:00:00+01:00"
   */
  @Instant()
  to: Date;
}
