import { Injectable } from '@nestjs/common';
import { DomainError, isSameEmail } from '@modex/domain';
import { mayHave } from '../links/account-letters';
import { AccountLinks } from '../links/account-links';
import { SessionService } from '../session/session.service';
import { SignedIn } from '../signed-in';
import { Credentials, UserRepository } from '../user.repository';
import { Visitor } from '../visitor';
import { SignInRecord } from './sign-in-record';

/** Signs customers in by a link, without a password. */
@Injectable()
export class LinkSignIn {
  constructor(
    private readonly links: AccountLinks,
    private readonly users: UserRepository,
    private readonly sessions: SessionService,
    private readonly record: SignInRecord,
  ) {}

  /** @throws DomainError `unknown-link`, `link-used`, `link-ended`; `forbidden` for whoever became staff meanwhile */
  async enter(token: string, visitor: Visitor): Promise<SignedIn> {
    const link = await this.links.findOf('sign-in-link', token);
    const found = await this.users.findCredentialsById(link.userId);
    if (found === undefined || !isSameEmail(found.user.email, link.email)) throw this.links.unknown();
    if (!mayHave('sign-in-link', found.user)) throw passwordNeeded();
    await this.links.use(link);
    const signedIn = await this.sessions.begin(found.user, visitor);
    if (!(await this.isStill(found))) {
      await this.sessions.close(signedIn.token);
      throw passwordNeeded();
    }
    this.record.signedIn(found.user, visitor);
    return signedIn;
  }

  /** A password or a role that is changed at the same moment ends the sessions that it finds; this one is checked afterwards. */
  private async isStill({ user, passwordHash }: Credentials): Promise<boolean> {
    const now = await this.users.findCredentialsById(user.id);
    return now?.passwordHash === passwordHash && mayHave('sign-in-link', now.user);
  }
}

function passwordNeeded(): DomainError {
  return new DomainError('forbidden', 'This account signs in with its password.');
}
