import { trimmed } from '@modex/api-core';
import { LIMITS } from '@modex/domain';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsISO8601, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';

/** A new show. Its seats come from `totalSeats`, or from `rows` × `seatsPerRow`. */
export class CreateShowDto {
  /** @example "The Moon over Theatre Street" */
  @Transform(trimmed)
  @IsString()
  @Length(1, LIMITS.title)
  title: string;

  /**
   * When it starts, as ISO 8601 writes it; in the future.
   * @example "2099-03-01T19:30:00Z"
   */
  @IsISO8601({ strict: true }, { message: 'must be a time as ISO 8601 writes it, such as 2099-03-01T19:30:00Z' })
  startTime: string;

  /**
   * Seats in all; rows are laid out for you.
   * @example 120
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.seatsPerShow)
  totalSeats?: number;

  /** Rows, named A … Z, AA … from the stage; together with seatsPerRow, instead of totalSeats. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.rows)
  rows?: number;

  /** Seats in each row; together with rows, instead of totalSeats. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.seatsPerRow)
  seatsPerRow?: number;

  /** @example "Great Hall" */
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(LIMITS.venue)
  venue?: string;

  /** @example "A comedy in three acts." */
  @IsOptional()
  @Transform(trimmed)
  @IsString()
  @MaxLength(LIMITS.description)
  description?: string;

  /** false keeps it a draft until it is published; otherwise it is on sale at once. */
  @IsOptional()
  @IsBoolean()
  publish?: boolean;
}

/** Which house to preview: `totalSeats`, or `rows` × `seatsPerRow`. */
export class LayoutQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LIMITS.seatsPerShow)
  totalSeats?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LIMITS.rows)
  rows?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LIMITS.seatsPerRow)
  seatsPerRow?: number;
}
