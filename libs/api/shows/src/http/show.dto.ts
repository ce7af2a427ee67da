import { PageQuery } from '@modex/api-core';
import { LIMITS } from '@modex/domain';
import { Type } from 'class-transformer';
import { IsDate, IsOptional, IsString, MaxLength } from 'class-validator';

/** Which shows a visitor looks for. */
export class ShowSearchQuery extends PageQuery {
  /**
   * Part of the title or the venue, in any case.
   * @example "moon"
   */
  @IsOptional()
  @IsString()
  @MaxLength(LIMITS.search)
  q?: string;

  /**
   * Shows that start at or after this time.
   * @example "2026-01-01T00:00:00Z"
   */
  @IsOptional()
  @Type(() => Date)
  @IsDate({ message: 'must be a time as ISO 8601 writes it' })
  from?: Date;

  /**
   * Shows that start at or before this time.
   * @example "2099-01-01T00:00:00Z"
   */
  @IsOptional()
  @Type(() => Date)
  @IsDate({ message: 'must be a time as ISO 8601 writes it' })
  to?: Date;
}
