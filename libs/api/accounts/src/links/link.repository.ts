import { LinkPurpose } from '@modex/domain';
import { AccountLink, LinkSecret, NewLink } from './link';

/**
 * The links that were asked for; "now" is the database's clock. Of each purpose an e-mail or an account has one at most.
 */
export abstract class LinkRepository {
  /** Stores a link whose mail is due, in place of the one before, which works no more. */
  abstract put(link: NewLink, secret: LinkSecret, lifeMs: number): Promise<void>;
  /** Links whose mail is not written yet, the longest due first. */
  abstract findUnwritten(limit: number): Promise<readonly AccountLink[]>;
  /** Says whose account it is. @returns false when a newer one has taken its place */
  abstract assign(linkId: string, userId: string): Promise<boolean>;
  /** Its mail is written. */
  abstract written(linkId: string): Promise<void>;
  /** Removes what its token is made of. */
  abstract forgetSeed(linkId: string): Promise<void>;
  abstract remove(linkId: string): Promise<void>;
  /** Removes those of an account that were not used. */
  abstract removeAllOf(userId: string): Promise<void>;
  abstract findById(linkId: string): Promise<AccountLink | undefined>;
  abstract findByDigest(purpose: LinkPurpose, digest: string): Promise<AccountLink | undefined>;
  /** Invitations that can be used, the newest first. */
  abstract listInvitations(): Promise<readonly AccountLink[]>;
  /** The one move of a link: of several at once, one gets it. @returns whether it was this one */
  abstract use(linkId: string): Promise<boolean>;
}
