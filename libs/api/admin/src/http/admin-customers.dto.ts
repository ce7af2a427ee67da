import { EmailText, Optional, PlainText } from '@modex/api-core';

/** Somebody for whom staff book. */
export class NewCustomerDto {
  /**
   * Name as it stands on the booking; an account keeps its own.
   * @example "Ada Lovelace"
   */
  @PlainText('personName')
  name: string;

  /**
   * Where the tickets go.
   * @example "ada@example.org"
   */
  @Optional()
  @EmailText()
  email?: string;
}
