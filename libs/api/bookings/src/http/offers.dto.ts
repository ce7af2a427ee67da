import { Digits } from '@modex/api-core';
import { IsInt, Min } from 'class-validator';

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
}
