import { ApiProperty } from '@nestjs/swagger';
import { SignedIn } from '../signed-in';
import { Role, ROLES } from '@modex/domain';
import { ACCOUNT_KINDS, AccountKind, User } from '../user';

/** A person, as that person sees it. */
export class UserResponse {
  /** @example "66f0c0ffee00112233445566" */
  userId: string;
  /**
   * Empty for an anonymous guest.
   * @example "Ada Lovelace"
   */
  name: string;
  /**
   * Empty for an anonymous guest.
   * @example "ada@example.org"
   */
  email: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  /** A guest has no password and can register later, keeping the bookings. */
  @ApiProperty({ enum: ACCOUNT_KINDS, enumName: 'AccountKind' })
  kind: AccountKind;
  /** Whether a link that was sent to the e-mail was opened, so that it is known to be this person's. */
  emailProved: boolean;
}

/** Who is signed in. */
export class MeResponse {
  user: UserResponse;
}

/** The answer to every sign-in. */
export class SessionResponse extends MeResponse {
  /**
   * The id to name in a booking.
   * @example "66f0c0ffee00112233445566"
   */
  userId: string;
  /**
   * For programs: `Authorization: Bearer <token>`. Shown once; absent where a cookie was asked for.
   * @example "mx_k3JQ2v7w0n5V1m8c9yXz4b6a2d0f8h1j3l5n7p9r0t2"
   */
  token?: string;
}

export function toUserResponse({ id, name, email, role, kind, isProved }: User): UserResponse {
  return { userId: id, name, email, role, kind, emailProved: isProved };
}

/** @param token for who carries the session itself; undefined when a cookie does */
export function toSessionResponse({ user }: SignedIn, token?: string): SessionResponse {
  return { userId: user.id, ...(token !== undefined && { token }), user: toUserResponse(user) };
}
