import { Injectable } from '@nestjs/common';
import { networkOf } from '@modex/api-core';
import { DomainError, emailKey } from '@modex/domain';
import { Passwords } from '../password/passwords';
import { SessionService } from '../session/session.service';
import { SignedIn } from '../signed-in';
import { Credentials, UserRepository } from '../user.repository';
import { Visitor } from '../visitor';
import { Attempt, SignInFailures } from './sign-in-failures';
import { SignInRecord } from './sign-in-record';

/** What signs somebody in; the password as it was typed. */
export interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** Signs people in by their password, and slows down guessing. */
@Injectable()
export class SignInService {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: SessionService,
    private readonly passwords: Passwords,
    private readonly failures: SignInFailures,
    private readonly record: SignInRecord,
  ) {}

  /**
   * @throws DomainError `invalid-credentials`, the same for a wrong password and an unknown e-mail; `too-many-requests`;
   * `overloaded`
   */
  async login({ email, password }: SignIn, visitor: Visitor): Promise<SignedIn> {
    const found = await this.users.findCredentials(email);
    const attempt = attemptOf(email, found, visitor);
    await this.failures.admit(attempt);
    const turn = () => this.failures.readmit(attempt);
    const matches = await this.passwords.verify(password, found?.passwordHash, { asker: attempt.network, turn });
    if (found === undefined || !matches) {
      const isLockedOut = await this.failures.count(attempt);
      this.record.failed({ email: attempt.email, user: found?.user, visitor, isLockedOut });
      throw wrongCredentials();
    }
    const signedIn = await this.begin(found, visitor);
    await this.failures.forgive(attempt);
    this.record.signedIn(found.user, visitor);
    return signedIn;
  }

  /**
   * A password that was changed while it was being compared must not open a session. So it is checked again after the
   * session was stored: any later change finds that session and ends it.
   */
  private async begin({ user, passwordHash }: Credentials, visitor: Visitor): Promise<SignedIn> {
    const signedIn = await this.sessions.begin(user, visitor);
    const now = await this.users.findCredentialsById(user.id);
    if (now?.passwordHash === passwordHash) return signedIn;
    await this.sessions.close(signedIn.token);
    throw wrongCredentials();
  }
}

function wrongCredentials(): DomainError {
  return new DomainError('invalid-credentials', 'E-mail or password is wrong; check both and try again.');
}

function attemptOf(email: string, found: Credentials | undefined, { address, browserOf }: Visitor): Attempt {
  return {
    email: emailKey(email),
    network: networkOf(address),
    device: found && browserOf?.(found.user.id),
  };
}
