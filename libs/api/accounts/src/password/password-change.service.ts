import { Injectable } from '@nestjs/common';
import { networkOf, SecurityLog, tooManyRequests } from '@modex/api-core';
import { DomainError } from '@modex/domain';
import { SessionInUse } from '../session/own-sessions.service';
import { OpenWays } from '../session/open-ways';
import { FailureCounts } from '../sign-in/failure-counts';
import { User } from '../user';
import { Credentials, UserRepository } from '../user.repository';
import { Passwords } from './passwords';

/** A change of password: the current one and the new one. */
export interface PasswordChange {
  readonly currentPassword: string;
  readonly password: string;
}

/** Changes passwords. A session alone is not enough, so that nobody can take over an account on a device left open. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly users: UserRepository,
    private readonly ways: OpenWays,
    private readonly passwords: Passwords,
    private readonly failures: FailureCounts,
    private readonly log: SecurityLog,
  ) {}

  /**
   * All other sessions end.
   * @throws DomainError `forbidden` for a guest; `invalid-credentials` for a wrong password; `validation-failed` for a
   * new one that will not do; `too-many-requests`; `overloaded`
   */
  async change({ currentPassword, password }: PasswordChange, session: SessionInUse): Promise<void> {
    const found = await this.findOwn(session);
    await this.passwords.assertGood(password, found.user);
    const asker = networkOf(session.address);
    await this.compare(found, currentPassword, asker);
    await this.users.changePassword(session.userId, await this.passwords.hash(password, asker));
    const count = await this.ways.endOthers(session);
    this.log.record('password-changed', { userId: session.userId, address: session.address, count });
  }

  /**
   * Makes sure that whoever has the session knows the password too.
   * @throws DomainError `forbidden` for a guest; `invalid-credentials`; `too-many-requests`; `overloaded`
   */
  async confirm(password: string, session: SessionInUse): Promise<void> {
    await this.compare(await this.findOwn(session), password, networkOf(session.address));
  }

  private async findOwn({ userId }: SessionInUse): Promise<Credentials> {
    const found = await this.users.findCredentialsById(userId);
    if (found === undefined) throw new DomainError('forbidden', 'A guest has no password; create an account first.');
    return found;
  }

  private async compare({ user, passwordHash }: Credentials, password: string, asker: string): Promise<void> {
    const key = { kind: 'account', of: user.id } as const;
    await this.refuseWhileWaiting(user, await this.failures.insist(key));
    const turn = async () => this.refuseWhileWaiting(user, await this.failures.waitOf(key));
    if (await this.passwords.verify(password, passwordHash, { asker, turn })) return this.failures.forget(key);
    this.log.record('sign-in-failed', { userId: user.id, code: 'password-change' });
    await this.refuseWhileWaiting(user, (await this.failures.add(key)).before);
    throw new DomainError('invalid-credentials', 'The password until now is another one; check it and try again.');
  }

  private async refuseWhileWaiting({ id }: User, waitMs: number): Promise<void> {
    if (waitMs === 0) return;
    this.log.record('locked-out', { userId: id });
    throw tooManyRequests(Math.ceil(waitMs / 1000));
  }
}
