import { KnownEmail, PlainText } from '@modex/api-core';

/** What its customer knows of a booking. */
export class LookupDto {
  /**
   * The code of the ticket, in any case; blanks and dashes do not matter.
   * @example "7KQ8V25M"
   */
  @PlainText('bookingCode')
  code: string;

  /**
   * The e-mail that the booking was made with.
   * @example "ada@example.org"
   */
  @KnownEmail()
  email: string;
}
