import { Digits, Optional } from '@modex/api-core';
import { LIMITS } from '@modex/domain';
import { IsInt, IsString, Length, Min } from 'class-validator';

/** For how many people seats are looked for. */
export class OffersQuery {
  /**
   * How many seats.
   * @example 2
   */
  @Digits()
  @IsInt()
  @Min(1)
  quantity: number;

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
