/** An ADMIN runs the house; everybody else is a CUSTOMER. */
export const ROLES = ['CUSTOMER', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** A GUEST gave a name and an e-mail; a REGISTERED account has a password too. */
export const ACCOUNT_KINDS = ['GUEST', 'REGISTERED'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** A person. A guest has no password; a registered account is the only one with its e-mail. */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly kind: AccountKind;
}

/** Who makes a request: what a live session tells without reading the person. */
export interface Caller {
  readonly userId: string;
  readonly role: Role;
}
