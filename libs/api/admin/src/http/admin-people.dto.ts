import { EmailText, PlainText } from '@modex/api-core';

/** Somebody who becomes an admin. */
export class NewAdminDto {
  /**
   * Name as the other admins know it.
   * @example "Grace Hopper"
   */
  @PlainText('personName')
  name: string;

  /**
   * The e-mail to sign in with; one that no account has.
   * @example "grace@example.org"
   */
  @EmailText()
  email: string;
}
