import { Optional, PageQuery } from '@modex/api-core';
import { IsMongoId } from 'class-validator';

/** Which part of the activity log is asked for. */
export class ActivityQuery extends PageQuery {
  /**
   * Only what was done to this booking.
   * @example "66f0c0ffee00112233445577"
   */
  @Optional()
  @IsMongoId({ message: 'must be the id of a booking' })
  bookingId?: string;
}
