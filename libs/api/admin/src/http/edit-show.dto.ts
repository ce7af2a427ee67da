import { Instant, Nullable, Optional, PlainText } from '@modex/api-core';
import { EditCommand } from '@modex/api-shows';
import { LIMITS } from '@modex/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { toShowPrices } from './prices.dto';
import { ShowDetailsDto } from './show-details.dto';

/** What becomes of a show; fields that are left out stay as they are. */
export class EditShowDto extends ShowDetailsDto {
  /**
   * The `version` that the show had when you read it.
   * @example 3
   */
  @IsInt()
  @Min(0)
  version: number;

  /**
   * What it is called; one line.
   * @example "The Moon over Theatre Street"
   */
  @Optional()
  @PlainText('title')
  title?: string;

  /**
   * When it starts, with its offset (RFC 3339); in the future.
   * @example "2099-03-02T19:30:00Z"
   */
  @Optional()
  @Instant()
  startTime?: Date;

  /**
   * How long it lasts, in minutes; null for a length that nobody tells.
   * @example 150
   */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(LIMITS.durationMinutesMin)
  @Max(LIMITS.durationMinutesMax)
  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: LIMITS.durationMinutesMin,
    maximum: LIMITS.durationMinutesMax,
  })
  durationMinutes?: number | null;
}

export function toEditCommand(
  { version, venue, description, houseRules, gettingThere, prices, ...fields }: EditShowDto,
  by: string,
): EditCommand {
  return {
    version,
    by,
    fields: {
      ...fields,
      ...(prices !== undefined && { prices: prices && toShowPrices(prices) }),
      ...(venue !== undefined && { venue: venue || null }),
      ...(description !== undefined && { description: description || null }),
      ...(houseRules !== undefined && { houseRules: houseRules || null }),
      ...(gettingThere !== undefined && { gettingThere: gettingThere || null }),
    },
  };
}
