import { Optional, PlainText } from '@modex/api-core';
import { IsArray, IsMongoId } from 'class-validator';

/** Why a show is cancelled. */
export class CancelShowDto {
  /**
   * Why, for all who booked.
   * @example "The singer is ill."
   */
  @Optional()
  @PlainText('reason')
  reason?: string;
}

/** Which seats of a booking are given back, and why; nothing said is everything. */
export class CancelBookingDto {
  /**
   * Why, for the customer.
   * @example "Paid back at the box office."
   */
  @Optional()
  @PlainText('reason')
  reason?: string;

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
