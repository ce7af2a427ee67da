import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, Settings } from '@modex/api-core';
import { DomainError, LINK_MINUTES, LinkPurpose } from '@modex/domain';
import { AccountLink, LinkSecret, NewLink } from './link';
import { LinkRepository } from './link.repository';

/** The pages that the links open; the token stands behind the `#`, which no server and no log is sent. */
const PAGES: Readonly<Record<LinkPurpose, string>> = {
  'password-reset': '/account/reset',
  'sign-in-link': '/account/enter',
  'email-proof': '/account/proof',
  invitation: '/account/invitation',
};

/**
 * Links that are sent by mail, each for one purpose and one use. A token is 256 bits, made of a random seed with a key of this
 * server, so a copy of the database opens nothing: it has the token's digest, and the seed only until the mail is sent.
 */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly links: LinkRepository,
    private readonly settings: Settings,
  ) {}

  /** Whether links can be sent: there is a mail server, and the address of the site is known. */
  get canBeSent(): boolean {
    return this.settings.mail !== undefined && this.settings.publicUrl !== undefined;
  }

  /** @throws DomainError `mail-not-set-up` */
  assertCanBeSent(): void {
    if (this.canBeSent) return;
    const detail = 'This server sends no links by mail; it needs PUBLIC_URL, SMTP_URL and MAIL_FROM.';
    throw new DomainError('mail-not-set-up', detail);
  }

  /**
   * Stores a link, whose mail is written soon after. The one before works no more.
   * @returns its id, and its address without that of the site
   */
  async put(link: NewLink): Promise<{ readonly linkId: string; readonly path: string }> {
    const seed = randomBytes(32).toString('base64url');
    const secret: LinkSecret = { linkId: newId(), seed, digest: this.digestOf(this.tokenOf(seed)) };
    await this.links.put(link, secret, LINK_MINUTES[link.purpose] * 60_000);
    return { linkId: secret.linkId, path: `${PAGES[link.purpose]}#${this.tokenOf(seed)}` };
  }

  /**
   * The link of a token, without using it.
   * @throws DomainError `unknown-link`, also for one that a newer one has made void; `link-used`; `link-ended`
   */
  async find(purpose: LinkPurpose, token: string): Promise<AccountLink> {
    const link = await this.links.findByDigest(purpose, this.digestOf(token));
    if (link === undefined) throw this.unknown();
    if (link.isUsed) throw used();
    if (link.isOver) throw new DomainError('link-ended', 'This link has ended; ask for another one.');
    return link;
  }

  /** The same for a link of an account. @throws the same */
  async findOf(
    purpose: Exclude<LinkPurpose, 'invitation'>,
    token: string,
  ): Promise<AccountLink & { readonly userId: string }> {
    const link = await this.find(purpose, token);
    if (link.userId === undefined) throw this.unknown();
    return { ...link, userId: link.userId };
  }

  /** For a link that nobody has, or has any more. */
  unknown(): DomainError {
    return new DomainError('unknown-link', 'This link does not work; only the newest does. Ask for another one.');
  }

  /** Uses it: of several at once, one does. @throws DomainError `link-used` */
  async use({ linkId }: AccountLink): Promise<void> {
    if (!(await this.links.use(linkId))) throw used();
  }

  /** The address that its mail carries; undefined for one that works no more, or whose mail was sent. */
  async addressOf(linkId: string): Promise<string | undefined> {
    const link = await this.links.findById(linkId);
    const { publicUrl } = this.settings;
    if (link?.seed === undefined || link.isUsed || link.isOver || publicUrl === undefined) return undefined;
    return `${publicUrl}${PAGES[link.purpose]}#${this.tokenOf(link.seed)}`;
  }

  /** Call when a mail with it has arrived: nobody can make its token again. */
  async sent(linkId: string): Promise<void> {
    await this.links.forgetSeed(linkId);
  }

  /** Makes those of an account void that were not used. */
  async endAllOf(userId: string): Promise<void> {
    await this.links.removeAllOf(userId);
  }

  private tokenOf(seed: string): string {
    return this.keyed(`link of ${seed}`);
  }

  private digestOf(token: string): string {
    return this.keyed(`digest of ${token}`);
  }

  private keyed(text: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(text).digest('base64url');
  }
}

function used(): DomainError {
  return new DomainError('link-used', 'This link was used already; ask for another one.');
}
