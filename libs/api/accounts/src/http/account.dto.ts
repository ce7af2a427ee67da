import { trimmed } from '@modex/api-core';
import { LIMITS } from '@modex/domain';
import { Transform } from 'class-transformer';
import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

const lowered = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim().toLowerCase() : value;

/** A guest: booking needs a name and an e-mail, no password. */
export class GuestDto {
  /**
   * Name as it stands on the booking.
   * @example "Ada Lovelace"
   */
  @Transform(trimmed)
  @IsString()
  @Length(1, LIMITS.personName)
  name: string;

  /**
   * Where to reach the customer.
   * @example "ada@example.org"
   */
  @Transform(lowered)
  @IsEmail()
  @MaxLength(LIMITS.email)
  email: string;
}

/** An account of one's own. */
export class RegisterDto extends GuestDto {
  /**
   * At least 10 characters; long beats complicated.
   * @example "curtain up at eight"
   */
  @IsString()
  @Length(LIMITS.passwordMin, LIMITS.passwordMax)
  password: string;
}

/** A sign-in. */
export class LoginDto {
  /** @example "ada@example.org" */
  @Transform(lowered)
  @IsEmail()
  @MaxLength(LIMITS.email)
  email: string;

  /** @example "curtain up at eight" */
  @IsString()
  @Length(1, LIMITS.passwordMax)
  password: string;
}
