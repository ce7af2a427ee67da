import { Optional } from '@modex/api-core';
import { IsArray, IsMongoId } from 'class-validator';

/** What to give back of a booking; nothing said is everything. */
export class CancelDto {
  /**
   * Seats of the booking; left out, all that it has are given back.
   * @example ["9f8e7d6c5b4a392800000012"]
   */
  // Only what is left out means everything: null is a mistake of the sender, and would cost the other seats.
  @Optional()
  @IsArray()
  @IsMongoId({ each: true, message: 'must be ids of seats, as the booking gives them' })
  seatIds?: string[];
}
