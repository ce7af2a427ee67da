import { ApiProperty } from '@nestjs/swagger';
import { Invitation, NewInvitation, StaffAccount, StaffWithPassword } from '@modex/api-accounts';
import { Role, ROLES, STAFF_ROLES, StaffRole } from '@modex/domain';

/** Somebody who works for the venue. */
export class StaffMemberResponse {
  /** @example "66f0c0ffee00112233445566" */
  userId: string;
  /** @example "Grace Hopper" */
  name: string;
  /** @example "grace@example.org" */
  email: string;
  /** `OWNER` runs the venue, `BOX_OFFICE` sells, `DOOR` lets in. */
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role: Role;
  /** Since when there is the account. */
  @ApiProperty({ format: 'date-time' })
  since: string;
  /** Whether it is the owner whom the server's environment names (ADMIN_EMAIL), who cannot be removed. */
  fromEnvironment: boolean;
  /** Whether it is the one that asks. */
  self: boolean;
}

/** Everybody who works for the venue, the oldest account first. */
export class StaffResponse {
  items: StaffMemberResponse[];
}

/** Somebody with a password to begin with. */
export class FirstPasswordResponse extends StaffMemberResponse {
  /**
   * To sign in with, and to change then. Shown once: nobody can look it up later.
   * @example "k7mw-p3xz-q9ha-vt4n"
   */
  firstPassword: string;
}

export function toStaffMemberResponse({ user, isOfEnvironment, isSelf }: StaffAccount): StaffMemberResponse {
  const { id, name, email, role, createdAt } = user;
  return {
    userId: id,
    name,
    email,
    role,
    since: createdAt.toISOString(),
    fromEnvironment: isOfEnvironment,
    self: isSelf,
  };
}

export function toFirstPasswordResponse({ password, ...admin }: StaffWithPassword): FirstPasswordResponse {
  return { ...toStaffMemberResponse(admin), firstPassword: password };
}

/** Somebody who was invited and has not come yet. */
export class InvitationResponse {
  /** @example "66f0c0ffee00112233445588" */
  id: string;
  /** @example "grace@example.org" */
  email: string;
  /** `OWNER` runs the venue, `BOX_OFFICE` sells, `DOOR` lets in. */
  @ApiProperty({ enum: STAFF_ROLES, enumName: 'StaffRole' })
  role: StaffRole;
  /** Until when the invitation works. */
  @ApiProperty({ format: 'date-time' })
  endsAt: string;
}

/** Invitations that can be used, the newest first. */
export class InvitationsResponse {
  items: InvitationResponse[];
}

/** An invitation that was just made. */
export class NewInvitationResponse extends InvitationResponse {
  /**
   * Its address, from that of the site on. Shown once: nobody can look it up later.
   * @example "/account/invitation#k3JQ2v7w0n5V1m8c9yXz4b6a2d0f8h1j3l5n7p9r0t2"
   */
  path: string;
  /** Whether a mail with it is on its way too. */
  mailed: boolean;
}

export function toInvitationResponse({ id, email, role, endsAt }: Invitation): InvitationResponse {
  return { id, email, role, endsAt: endsAt.toISOString() };
}

export function toNewInvitationResponse({ path, isMailed, ...invitation }: NewInvitation): NewInvitationResponse {
  return { ...toInvitationResponse(invitation), path, mailed: isMailed };
}
