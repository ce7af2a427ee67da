import { EmailText, KnownEmail, OptionalWith, PlainText } from '@modex/api-core';
import { NewPassword, Password } from './password-text';

/** A guest: booking needs a name and an e-mail, no password. Without both the guest is anonymous until then. */
export class GuestDto {
  /**
   * Name as it stands on the booking.
   * @example "Ada Lovelace"
   */
  @OptionalWith('email')
  @PlainText('personName')
  name?: string;

  /**
   * Where to reach the customer.
   * @example "ada@example.org"
   */
  @OptionalWith('name')
  @EmailText()
  email?: string;
}

/** An account of one's own. */
export class RegisterDto {
  /**
   * Name as it stands on the booking.
   * @example "Ada Lovelace"
   */
  @PlainText('personName')
  name: string;

  /**
   * Where to reach the customer.
   * @example "ada@example.org"
   */
  @EmailText()
  email: string;

  /**
   * At least 10 characters; long beats complicated. Common ones, the name and the e-mail are refused.
   * @example "curtain up at eight"
   */
  @NewPassword()
  password: string;
}

/** A sign-in. */
export class LoginDto {
  /** @example "ada@example.org" */
  @KnownEmail()
  email: string;

  /** @example "curtain up at eight" */
  @Password()
  password: string;
}

/** Another password for whoever is signed in. */
export class ChangePasswordDto {
  /**
   * The password until now.
   * @example "curtain up at eight"
   */
  @Password()
  currentPassword: string;

  /**
   * At least 10 characters; long beats complicated.
   * @example "the fat lady sings at ten"
   */
  @NewPassword()
  password: string;
}
