import { Injectable } from '@nestjs/common';
import { networkOf, SecurityLog } from '@modex/api-core';
import { isSameEmail } from '@modex/domain';
import { AccountLinks } from '../links/account-links';
import { OpenWays } from '../session/open-ways';
import { UserRepository } from '../user.repository';
import { Visitor } from '../visitor';
import { Passwords } from './passwords';

/** Another password, with the token of the link that lets its owner set it. */
export interface PasswordReset {
  readonly token: string;
  readonly password: string;
}

/** Sets another password by a link. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly links: AccountLinks,
    private readonly users: UserRepository,
    private readonly ways: OpenWays,
    private readonly passwords: Passwords,
    private readonly log: SecurityLog,
  ) {}

  /**
   * All sessions of the account end, and so do its other links. A password that will not do leaves the link as it is.
   * @throws DomainError `unknown-link`, `link-used`, `link-ended`; `validation-failed`; `overloaded`
   */
  async reset({ token, password }: PasswordReset, { address }: Visitor): Promise<void> {
    const link = await this.links.findOf('password-reset', token);
    const user = await this.users.findById(link.userId);
    if (user === undefined || !isSameEmail(user.email, link.email)) throw this.links.unknown();
    await this.passwords.assertGood(password, user);
    const hash = await this.passwords.hash(password, networkOf(address));
    await this.links.use(link);
    await this.users.changePassword(user.id, hash);
    const count = await this.ways.endAllOf(user.id);
    await this.users.proveEmail(user, user.email);
    this.log.record('password-changed', { userId: user.id, address, count });
  }
}
