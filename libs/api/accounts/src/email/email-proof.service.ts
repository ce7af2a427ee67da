import { Injectable } from '@nestjs/common';
import { SecurityLog } from '@modex/api-core';
import { DomainError } from '@modex/domain';
import { AccountLinks } from '../links/account-links';
import { LinkRequests } from '../links/link-requests';
import { PasswordChangeService } from '../password/password-change.service';
import { SessionInUse } from '../session/own-sessions.service';
import { User } from '../user';
import { UserRepository } from '../user.repository';
import { Visitor } from '../visitor';

/** Another e-mail for an account. */
export interface EmailChange {
  readonly email: string;
  readonly password: string;
}

/** Proves by a link that an e-mail is its owner's, and changes the e-mail of an account to one that was proved. */
@Injectable()
export class EmailProof {
  constructor(
    private readonly users: UserRepository,
    private readonly links: AccountLinks,
    private readonly requests: LinkRequests,
    private readonly passwords: PasswordChangeService,
    private readonly log: SecurityLog,
  ) {}

  /**
   * Asks for a link to prove the e-mail of the account; does nothing where that is done.
   * @throws DomainError `forbidden` for a guest; `mail-not-set-up`; `too-many-requests`
   */
  async ask(userId: string): Promise<void> {
    const user = await this.users.findById(userId);
    if (user?.kind !== 'REGISTERED') throw guest();
    if (!user.isProved) await this.requests.askFor(userId, { purpose: 'email-proof', email: user.email });
  }

  /**
   * Asks for a link to another e-mail, which becomes that of the account when the link is used. That another account has it is
   * not told here: only its owner may know.
   * @throws DomainError `forbidden` for a guest; `invalid-credentials`; `mail-not-set-up`; `too-many-requests`
   */
  async change({ email, password }: EmailChange, session: SessionInUse): Promise<void> {
    this.links.assertCanBeSent();
    await this.passwords.confirm(password, session);
    await this.requests.askFor(session.userId, { purpose: 'email-proof', email });
  }

  /**
   * The e-mail of the link is proved, and is that of its account from now on.
   * @throws DomainError `unknown-link`, `link-used`, `link-ended`; `email-taken`
   */
  async prove(token: string, { address }: Visitor): Promise<User> {
    const link = await this.links.findOf('email-proof', token);
    const { userId, email } = link;
    const before = await this.users.findById(userId);
    const taken = (await this.users.findCredentials(email))?.user;
    if (taken !== undefined && taken.id !== userId) throw emailTaken();
    await this.links.use(link);
    const user = before && (await this.users.proveEmail(before, email));
    if (user === undefined) throw this.links.unknown();
    const isOther = user.email !== before?.email;
    // Those that were sent to the e-mail before.
    if (isOther) await this.links.endAllOf(userId);
    this.log.record(isOther ? 'email-changed' : 'email-proved', { userId, address });
    return user;
  }
}

function emailTaken(): DomainError {
  return new DomainError('email-taken', 'There is another account with this e-mail; sign in to it instead.');
}

function guest(): DomainError {
  return new DomainError('forbidden', 'A guest has no account whose e-mail is proved; create an account first.');
}
