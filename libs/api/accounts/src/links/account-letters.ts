import { Injectable } from '@nestjs/common';
import { AccountNotice, LinkPurpose } from '@modex/domain';
import { AccountNews, UserRepository } from '../user.repository';
import { User } from '../user';
import { AccountLinks } from './account-links';
import { AccountLink } from './link';
import { LinkRepository } from './link.repository';

/** A letter that somebody with an account is to be written. */
export interface AccountLetter {
  readonly kind: LinkPurpose | AccountNotice;
  /** Names it among all letters: the id of the link, or of what happened. */
  readonly id: string;
  /** Undefined for an invitation, whose account is not made yet. */
  readonly userId: string | undefined;
  readonly to: { readonly name: string; readonly address: string };
  /** Whether it carries a link. */
  readonly hasLink: boolean;
}

/**
 * The letters that accounts are to be written: links that were asked for, and what happened. Each waits here until whoever
 * writes letters says that it is written, so none is lost; one that is told twice has the same id.
 */
@Injectable()
export class AccountLetters {
  constructor(
    private readonly links: AccountLinks,
    private readonly asked: LinkRepository,
    private readonly users: UserRepository,
  ) {}

  /** Those that wait, the longest first. Links that are nobody's are removed on the way. @param limit of each kind */
  async findUnwritten(limit: number): Promise<readonly AccountLetter[]> {
    const news = await this.users.findNews(limit);
    const links = await this.asked.findUnwritten(limit);
    const carriers = await Promise.all(links.map((link) => this.carrierOf(link)));
    const letters = [...news.map(noticeOf), ...carriers.flat()];
    // None of those that were asked for is anybody's: the next may be.
    return letters.length === 0 && links.length > 0 ? this.findUnwritten(limit) : letters;
  }

  async written({ hasLink, id, userId }: AccountLetter): Promise<void> {
    if (hasLink) await this.asked.written(id);
    else if (userId !== undefined) await this.users.newsTold(userId, id);
  }

  /** The address of a link, for the mail that carries it; undefined when it works no more. */
  addressOf(linkId: string): Promise<string | undefined> {
    return this.links.addressOf(linkId);
  }

  /** A mail with the link was sent. */
  sent(linkId: string): Promise<void> {
    return this.links.sent(linkId);
  }

  private async carrierOf(link: AccountLink): Promise<readonly AccountLetter[]> {
    const { purpose, linkId } = link;
    if (purpose === 'invitation') return this.invitationOf(link);
    const user = await this.ownerOf(link);
    if (user === undefined || !mayHave(purpose, user)) {
      await this.asked.remove(linkId);
      // Found again like any other.
      if (user !== undefined) await this.links.put({ ...link, purpose: 'password-reset' });
      return [];
    }
    if (!(await this.asked.assign(linkId, user.id))) return [];
    // To the address as its account has it: two spellings may be one to us and two to a mail server.
    const address = purpose === 'email-proof' ? link.email : user.email;
    return [{ kind: purpose, id: linkId, userId: user.id, to: { name: user.name, address }, hasLink: true }];
  }

  /** Without mail its owner passes the link on. */
  private async invitationOf({ linkId, email }: AccountLink): Promise<readonly AccountLetter[]> {
    const to = { name: '', address: email };
    if (this.links.canBeSent) return [{ kind: 'invitation', id: linkId, userId: undefined, to, hasLink: true }];
    await this.asked.written(linkId);
    return [];
  }

  /** Whose link it is; undefined for nobody's, and where another account has the e-mail that is to be proved. */
  private async ownerOf({ email, userId }: AccountLink): Promise<User | undefined> {
    const known = (await this.users.findCredentials(email))?.user;
    if (userId === undefined) return known;
    return known === undefined || known.id === userId ? this.users.findById(userId) : undefined;
  }
}

/**
 * A session by a link alone is for customers who have proved their e-mail. Staff need their password, so that a mailbox left
 * open opens no admin area; and whoever made an account with another person's e-mail still knows its password, so its first
 * link sets another one.
 */
export function mayHave(purpose: LinkPurpose, { role, isProved }: Pick<User, 'role' | 'isProved'>): boolean {
  return purpose !== 'sign-in-link' || (role === 'CUSTOMER' && isProved);
}

function noticeOf({ id, kind, userId, name, email }: AccountNews): AccountLetter {
  return { kind, id, userId, to: { name, address: email }, hasLink: false };
}
