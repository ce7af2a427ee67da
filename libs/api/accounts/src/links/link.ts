import { LinkPurpose, StaffRole } from '@modex/domain';

/** A link that somebody asked for. */
export interface NewLink {
  readonly purpose: LinkPurpose;
  /** Whose it is among those of its purpose: the key of an e-mail, or the id of an account. A newer one takes its place. */
  readonly of: string;
  /** Where its mail goes. */
  readonly email: string;
  /** The account, where it is known when the link is asked for. */
  readonly userId?: string | undefined;
  /** Of an invitation: as what, and which owner made it. */
  readonly invited?: Invited | undefined;
}

/** What an invitation is to. */
export interface Invited {
  readonly role: StaffRole;
  readonly by: string;
}

/** What the token of a link is made of, and what it is found by. */
export interface LinkSecret {
  /** Names this very link. No secret. */
  readonly linkId: string;
  /** Random; the token is made of it with a key that the database does not have. */
  readonly seed: string;
  /** Keyed digest of the token. */
  readonly digest: string;
}

/** A link as it is stored. */
export interface AccountLink extends NewLink {
  readonly linkId: string;
  readonly endsAt: Date;
  /** Undefined as soon as its mail has been sent: then nobody can make its token again. */
  readonly seed: string | undefined;
  readonly isUsed: boolean;
  /** By the database's clock, when it was read. */
  readonly isOver: boolean;
}
