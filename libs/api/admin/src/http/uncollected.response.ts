import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse } from '@modex/api-core';

/** What waits at the counter for its customers. */
export class UncollectedResponse {
  /**
   * How many bookings.
   * @example 12
   */
  bookings: number;
  /**
   * How many seats they have.
   * @example 31
   */
  seats: number;
  /** What is to be paid for them; null: nothing waits. */
  @ApiProperty({ type: MoneyResponse, nullable: true })
  due: MoneyResponse | null;
}

/** What was given back. */
export class ReleasedBookingsResponse {
  /**
   * How many bookings this call has given back.
   * @example 12
   */
  bookings: number;
  /**
   * How many seats are on sale again.
   * @example 31
   */
  seats: number;
  /**
   * How many bookings are left for the next call.
   * @example 0
   */
  left: number;
}
