import { Optional, PlainText } from '@modex/api-core';

/** Why bookings that nobody collected are given back. */
export class ReleaseUncollectedDto {
  /**
   * Why, for the customers.
   * @example "Not collected half an hour before the show."
   */
  @Optional()
  @PlainText('reason')
  reason?: string;
}
