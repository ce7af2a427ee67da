/**
 * Who somebody is. OWNER runs the venue, BOX_OFFICE sells, DOOR lets in; a CUSTOMER has an account, a GUEST gave a name
 * and an e-mail.
 */
export const ROLES = ['OWNER', 'BOX_OFFICE', 'DOOR', 'CUSTOMER', 'GUEST'] as const;
export type Role = (typeof ROLES)[number];

/** Those who work for the venue. */
export const STAFF_ROLES = ['OWNER', 'BOX_OFFICE', 'DOOR'] as const satisfies readonly Role[];
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What may be done: `.own` to one's own things, `.any` to anybody's and to things without an owner. */
export const PERMISSIONS = [
  'booking.make.own',
  'booking.make.any',
  'booking.read.own',
  'booking.read.any',
  'booking.cancel.own',
  'booking.cancel.any',
  'show.read.any',
  'show.manage.any',
  'plan.manage.any',
  'seat.block.any',
  'money.take.any',
  'money.read.any',
  'ticket.check.any',
  'ticket-key.manage.any',
  'ledger.read.any',
  'audit.read.any',
  'audit.run.any',
  'activity.read.any',
  'mail.read.any',
  'mail.send.any',
  'people.manage.any',
  'organiser.manage.any',
  'docs.read.any',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** A permission without `.own` or `.any`. */
export type Action = Permission extends `${infer Deed}.${'own' | 'any'}` ? Deed : never;

const OF_BUYERS: readonly Permission[] = ['booking.make.own', 'booking.read.own', 'booking.cancel.own'];
const OF_STAFF: readonly Permission[] = [...OF_BUYERS, 'show.read.any', 'booking.read.any', 'ticket.check.any'];

/** The one table of who may do what. */
const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  OWNER: PERMISSIONS,
  BOX_OFFICE: [
    ...OF_STAFF,
    'booking.make.any',
    'booking.cancel.any',
    'money.take.any',
    'seat.block.any',
    'ledger.read.any',
    'mail.read.any',
    'mail.send.any',
  ],
  DOOR: OF_STAFF,
  CUSTOMER: OF_BUYERS,
  GUEST: OF_BUYERS,
};

/** Who asks. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
}

/** Whether the role has the permission. */
export function hasPermission(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}

/** Whether the actor may do it to something of this person's; without a person: to anybody's. */
export function can({ userId, role }: Actor, action: Action, of?: { readonly userId: string }): boolean {
  const needed = [`${action}.any`, ...(of?.userId === userId ? [`${action}.own`] : [])];
  return ROLE_PERMISSIONS[role].some((permission) => needed.includes(permission));
}

/** Whether the role is one of those who work for the venue. */
export function isStaff(role: Role): role is StaffRole {
  return STAFF_ROLES.some((one) => one === role);
}
