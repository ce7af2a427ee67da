import { Optional, PageQuery } from '@modex/api-core';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsMongoId } from 'class-validator';
import { BOOKING_TIMES, BookingTime } from '../booking-timeline';

/** Which of my bookings. */
export class MyBookingsQuery extends PageQuery {
  /** `upcoming`: to come, soonest first. `past`: over or cancelled, the latest show first. Absent: all, latest made first. */
  @ApiProperty({ enum: BOOKING_TIMES, enumName: 'BookingTime', required: false })
  @Optional()
  @IsIn(BOOKING_TIMES)
  when?: BookingTime;

  /**
   * Only those of this show.
   * @example "66f0c0ffee00112233445566"
   */
  @Optional()
  @IsMongoId({ message: 'must be the id of a show' })
  showId?: string;
}
