import { LIMITS } from '@modex/domain';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Digits } from '../shape/digits';
import { Optional } from '../shape/optional';

/** Which page of a list is asked for. */
export class PageQuery {
  /**
   * Entries on a page.
   * @example 20
   */
  @Optional()
  @Digits()
  @IsInt()
  @Min(1)
  @Max(LIMITS.page)
  limit?: number;

  /** `nextCursor` of the page before. */
  @Optional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}
