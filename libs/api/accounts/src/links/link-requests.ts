import { Injectable } from '@nestjs/common';
import { RateLimits, tooManyRequests } from '@modex/api-core';
import { emailKey, LinkPurpose } from '@modex/domain';
import { AccountLinks } from './account-links';

/** How many links one e-mail may be sent in an hour, of each purpose. */
const OF_ONE_EMAIL = { points: 5, seconds: 60 * 60 };

/** Takes requests for links by mail. */
@Injectable()
export class LinkRequests {
  constructor(
    private readonly links: AccountLinks,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Asks for a link to the account with this e-mail. Whose it is, is looked up when its mail is written: so the answer, and
   * what is done for it, are the same whether there is such an account or not.
   * @throws DomainError `mail-not-set-up`, `too-many-requests`
   */
  async ask(purpose: LinkPurpose, email: string): Promise<void> {
    const key = emailKey(email);
    await this.admit(purpose, key);
    await this.links.put({ purpose, of: key, email });
  }

  /** Asks for a link to an account, to be sent to this e-mail. @throws DomainError `mail-not-set-up`, `too-many-requests` */
  async askFor(
    userId: string,
    { purpose, email }: { readonly purpose: LinkPurpose; readonly email: string },
  ): Promise<void> {
    // Also by the account: it could be made to write to many.
    await this.admit(purpose, userId);
    await this.admit(purpose, emailKey(email));
    await this.links.put({ purpose, of: userId, userId, email });
  }

  private async admit(purpose: LinkPurpose, key: string): Promise<void> {
    this.links.assertCanBeSent();
    const { allowed, resetSeconds } = await this.limits.take({ name: `${purpose}-email`, ...OF_ONE_EMAIL }, key);
    if (!allowed) throw tooManyRequests(resetSeconds);
  }
}
