import { ApiProperty } from '@nestjs/swagger';
import { AdminAccount, AdminWithPassword } from '@modex/api-accounts';

/** An admin. */
export class AdminPersonResponse {
  /** @example "66f0c0ffee00112233445566" */
  userId: string;
  /** @example "Grace Hopper" */
  name: string;
  /** @example "grace@example.org" */
  email: string;
  /** Since when there is the account. */
  @ApiProperty({ format: 'date-time' })
  since: string;
  /** Whether it is the admin whom the server's environment names (ADMIN_EMAIL), who cannot be removed. */
  fromEnvironment: boolean;
  /** Whether it is the one that asks. */
  self: boolean;
}

/** All admins, the oldest account first. */
export class AdminPeopleResponse {
  items: AdminPersonResponse[];
}

/** An admin with a password to begin with. */
export class FirstPasswordResponse extends AdminPersonResponse {
  /**
   * To sign in with, and to change then. Shown once: nobody can look it up later.
   * @example "k7mw-p3xz-q9ha-vt4n"
   */
  firstPassword: string;
}

export function toAdminPersonResponse({ user, isOfEnvironment, isSelf }: AdminAccount): AdminPersonResponse {
  const { id, name, email, createdAt } = user;
  return { userId: id, name, email, since: createdAt.toISOString(), fromEnvironment: isOfEnvironment, self: isSelf };
}

export function toFirstPasswordResponse({ password, ...admin }: AdminWithPassword): FirstPasswordResponse {
  return { ...toAdminPersonResponse(admin), firstPassword: password };
}
