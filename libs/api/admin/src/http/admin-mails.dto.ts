import { Optional, PageQuery } from '@modex/api-core';
import { MAIL_STATES, MailState } from '@modex/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsMongoId, Min } from 'class-validator';

/** Which mails are asked for. */
export class MailsQuery extends PageQuery {
  /** Only those in this state. */
  @ApiPropertyOptional({ enum: MAIL_STATES, enumName: 'MailState' })
  @Optional()
  @IsIn(MAIL_STATES)
  state?: MailState;

  /**
   * Only those about this booking.
   * @example "66f0c0ffee00112233445577"
   */
  @Optional()
  @IsMongoId({ message: 'must be the id of a booking' })
  bookingId?: string;
}

/** Which mail is sent again, as it was seen. */
export class SendMailDto {
  /**
   * The `version` that the mail had when you read it.
   * @example 3
   */
  @IsInt()
  @Min(1)
  version: number;
}
