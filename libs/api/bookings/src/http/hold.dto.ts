import { Optional } from '@modex/api-core';
import { LIMITS, SEAT_PREFERENCES, SeatPreference } from '@modex/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsInt, IsMongoId, IsString, Length, Min } from 'class-validator';

/** The seats that a hold is to have: either `seatIds`, or `quantity`. */
export class HoldDto {
  /**
   * Exactly these seats, as the seat map names them; all of them or none are held.
   * @example ["9f8e7d6c5b4a392800000011", "9f8e7d6c5b4a392800000012"]
   */
  @Optional()
  @IsArray()
  @IsMongoId({ each: true, message: 'must be ids of seats, as the seat map gives them' })
  seatIds?: string[];

  /**
   * How many of the best free seats.
   * @example 2
   */
  @Optional()
  @IsInt()
  @Min(1)
  quantity?: number;

  /** What counts most for them; `together` if you do not say. */
  @Optional()
  @IsIn(SEAT_PREFERENCES)
  @ApiPropertyOptional({ enum: SEAT_PREFERENCES, enumName: 'SeatPreference' })
  preference?: SeatPreference;

  /**
   * Key of a section of the plan, to look in it alone.
   * @example "stalls"
   */
  @Optional()
  @IsString()
  @Length(1, LIMITS.planKey)
  section?: string;

  /**
   * Key of a category of the plan, to look among its seats alone.
   * @example "all"
   */
  @Optional()
  @IsString()
  @Length(1, LIMITS.planKey)
  category?: string;
}
