import { EmailText, KnownEmail, PlainText } from '@modex/api-core';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { NewPassword, Password } from './password-text';

/** Longer than any token. */
const LONGEST = 200;

/** Where a link is sent to. */
export class AskLinkDto {
  /**
   * The e-mail of the account.
   * @example "ada@example.org"
   */
  @KnownEmail()
  email: string;
}

/** A link that is opened. */
export class UseLinkDto {
  /** What stands behind the `#` of the link. */
  @ApiProperty({ example: 'k3JQ2v7w0n5V1m8c9yXz4b6a2d0f8h1j3l5n7p9r0t2' })
  @IsString()
  @MaxLength(LONGEST)
  token: string;
}

/** Another password, by a link. */
export class ResetPasswordDto extends UseLinkDto {
  /**
   * At least 10 characters; long beats complicated.
   * @example "the fat lady sings at ten"
   */
  @NewPassword()
  password: string;
}

/** An account of somebody who was invited. */
export class AcceptInvitationDto extends ResetPasswordDto {
  /**
   * Name as the others who work for the venue know it.
   * @example "Grace Hopper"
   */
  @PlainText('personName')
  name: string;
}

/** Another e-mail for one's own account. */
export class ChangeEmailDto {
  /**
   * The new e-mail; a link is sent there.
   * @example "ada@example.net"
   */
  @EmailText()
  email: string;

  /**
   * The password of the account.
   * @example "curtain up at eight"
   */
  @Password()
  password: string;
}
