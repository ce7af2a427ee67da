import { Actor, Role } from '@modex/domain';

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
  readonly createdAt: Date;
}

/** Who makes a request, with the role of this moment. */
export type Caller = Actor;
