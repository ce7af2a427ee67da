import { Digits, Instant, Optional, PlainText } from '@modex/api-core';
import { LIMITS } from '@modex/domain';
import { IsBoolean, IsInt, IsMongoId, Max, Min } from 'class-validator';
import { ShowDetailsDto } from './show-details.dto';

/** A new show. Its seats come from `totalSeats`, from `rows` × `seatsPerRow`, or from a plan. */
export class CreateShowDto extends ShowDetailsDto {
  /**
   * What it is called; one line.
   * @example "The Moon over Theatre Street"
   */
  @PlainText('title')
  title: string;

  /**
   * When it starts, with its offset (RFC 3339); in the future.
   * @example "2099-03-01T19:30:00Z"
   */
  @Instant()
  startTime: Date;

  /**
   * How long it lasts, in minutes.
   * @example 150
   */
  @Optional()
  @IsInt()
  @Min(LIMITS.durationMinutesMin)
  @Max(LIMITS.durationMinutesMax)
  durationMinutes?: number;

  /**
   * Seats in all; rows are laid out for you.
   * @example 120
   */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.seatsPerShow)
  totalSeats?: number;

  /** Rows, named A … Z, AA … from the stage; together with seatsPerRow, instead of totalSeats. */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.rows)
  rows?: number;

  /** Seats in each row; together with rows, instead of totalSeats. */
  @Optional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.seatsPerRow)
  seatsPerRow?: number;

  /**
   * A plan that was published, instead of a size.
   * @example "66f0c0ffee00112233445599"
   */
  @Optional()
  @IsMongoId({ message: 'must be the id of a plan' })
  planId?: string;

  /**
   * Which of its versions; the latest one if you do not say.
   * @example 1
   */
  @Optional()
  @IsInt()
  @Min(1)
  planVersion?: number;

  /** false keeps it a draft until it is published; otherwise it is on sale at once. */
  @Optional()
  @IsBoolean()
  publish?: boolean;
}

/** Which layout to preview: `totalSeats`, or `rows` × `seatsPerRow`. */
export class LayoutQuery {
  @Optional()
  @Digits()
  @IsInt()
  @Min(1)
  @Max(LIMITS.seatsPerShow)
  totalSeats?: number;

  @Optional()
  @Digits()
  @IsInt()
  @Min(1)
  @Max(LIMITS.rows)
  rows?: number;

  @Optional()
  @Digits()
  @IsInt()
  @Min(1)
  @Max(LIMITS.seatsPerRow)
  seatsPerRow?: number;
}
