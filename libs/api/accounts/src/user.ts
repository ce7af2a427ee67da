import { Actor, Role } from '@modex/domain';

/** A GUEST has no password; a REGISTERED account has one. */
export const ACCOUNT_KINDS = ['GUEST', 'REGISTERED'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/**
 * A person. A guest has no password; a registered account is the only one with its e-mail. An anonymous guest has an empty
 * name and an empty e-mail, until a booking needs them.
 */
export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly kind: AccountKind;
  readonly createdAt: Date;
  /** Whether a link that was sent to the e-mail was opened, so that it is this person's. */
  readonly isProved: boolean;
}

/** Who makes a request, with the role of this moment. */
export interface Caller extends Actor {
  /** True for a guest who has not said a name and an e-mail. */
  readonly isAnonymous?: boolean;
}

/** Whether nobody has said who this guest is. Who was named by the box office may have a name and no e-mail. */
export function isAnonymous({ name }: Pick<User, 'name'>): boolean {
  return name === '';
}
