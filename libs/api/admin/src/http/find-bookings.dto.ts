import { Optional, PageQuery, PlainText } from '@modex/api-core';
import { IsMongoId } from 'class-validator';

/** Which bookings an organiser looks for. */
export class FindBookingsQuery extends PageQuery {
  /**
   * A booking's code as it was typed, or the beginnings of words of the customer's name and e-mail, in any order; case,
   * accents and apostrophes do not matter.
   * @example "ada love"
   */
  @PlainText('bookingSearch')
  q: string;

  /**
   * Only bookings of this show.
   * @example "66f0c0ffee00112233445566"
   */
  @Optional()
  @IsMongoId({ message: 'must be the id of a show' })
  showId?: string;
}
