import { Injectable } from '@nestjs/common';
import { networkOf, SecurityLog, Settings } from '@modex/api-core';
import { DomainError, isSameEmail } from '@modex/domain';
import { firstPassword } from './password/first-password';
import { Passwords } from './password/passwords';
import { SessionInUse } from './session/own-sessions.service';
import { OpenWays } from './session/open-ways';
import { User } from './user';
import { NewUser, UserRepository } from './user.repository';

/** An admin, as another one sees it. */
export interface AdminAccount {
  readonly user: User;
  /** The one of ADMIN_EMAIL, who always stays. */
  readonly isOfEnvironment: boolean;
  readonly isSelf: boolean;
}

/** An admin with a new password, which is shown once and stored only as a hash. */
export interface AdminWithPassword extends AdminAccount {
  readonly password: string;
}

/** The admin who makes the request. */
type By = Pick<SessionInUse, 'userId' | 'address'>;

/**
 * The admins. Nobody can remove themselves or the admin of the environment, so that one admin always stays, however many
 * remove each other at the same moment.
 */
@Injectable()
export class AdminAccounts {
  constructor(
    private readonly users: UserRepository,
    private readonly ways: OpenWays,
    private readonly passwords: Passwords,
    private readonly settings: Settings,
    private readonly log: SecurityLog,
  ) {}

  /** The oldest account first. */
  async list(by: By): Promise<readonly AdminAccount[]> {
    return (await this.users.listAdmins()).map((user) => this.seenBy(by, user));
  }

  /** Makes an account of an admin with a first password. @throws DomainError `email-taken`, `overloaded` */
  async add(person: Pick<NewUser, 'name' | 'email'>, by: By): Promise<AdminWithPassword> {
    if (await this.users.findCredentials(person.email)) throw emailTaken();
    const password = firstPassword();
    const passwordHash = await this.passwords.hash(password, networkOf(by.address));
    const user = await this.create({ ...person, role: 'OWNER', passwordHash });
    this.log.record('role-changed', { ...actor(by), ofUserId: user.id, role: user.role });
    return { ...this.seenBy(by, user), password };
  }

  /**
   * Gives an admin who forgot it another first password; all sessions of that admin end.
   * @throws DomainError `unknown-user`; `forbidden` for one's own password and that of the environment's admin;
   * `overloaded`
   */
  async renewPassword(userId: string, by: By): Promise<AdminWithPassword> {
    const user = await this.users.findById(userId);
    if (user?.role !== 'OWNER') throw unknownAdmin();
    const admin = this.seenBy(by, user);
    if (admin.isSelf) throw forbidden('Change your own password on the page of your account.');
    if (admin.isOfEnvironment) throw forbidden('This password is set where the server runs (ADMIN_PASSWORD).');
    const password = firstPassword();
    const passwordHash = await this.passwords.hash(password, networkOf(by.address));
    if (!(await this.users.changeAdminPassword(userId, passwordHash))) throw unknownAdmin();
    const count = await this.ways.endAllOf(userId);
    this.log.record('password-changed', { ...actor(by), ofUserId: userId, count });
    return { ...admin, password };
  }

  /**
   * Makes an admin a customer, who keeps the bookings; all sessions end. Does nothing to somebody who is no admin.
   * @throws DomainError `unknown-user`; `admin-needed` for oneself and the environment's admin
   */
  async remove(userId: string, by: By): Promise<void> {
    const user = await this.users.findById(userId);
    if (user === undefined) throw unknownAdmin();
    const admin = this.seenBy(by, user);
    if (admin.isSelf) throw adminNeeded('You cannot remove yourself; ask another admin to do it.');
    if (admin.isOfEnvironment) throw adminNeeded('This admin is set where the server runs (ADMIN_EMAIL).');
    if (!(await this.users.makeCustomer(userId))) return;
    this.log.record('role-changed', { ...actor(by), ofUserId: userId, role: 'CUSTOMER' });
    await this.ways.endAllOf(userId);
  }

  private seenBy({ userId }: By, user: User): AdminAccount {
    const isOfEnvironment = user.role === 'OWNER' && isSameEmail(user.email, this.settings.admin.email);
    return { user, isOfEnvironment, isSelf: user.id === userId };
  }

  /** As an error of this room, also when somebody else took the e-mail at the same moment. */
  private async create(admin: NewUser): Promise<User> {
    try {
      return await this.users.create(admin);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'email-taken') throw emailTaken();
      throw error;
    }
  }
}

/** Who did it, for the log, which takes no tokens. */
function actor({ userId, address }: By): By {
  return { userId, address };
}

function emailTaken(): DomainError {
  return new DomainError(
    'email-taken',
    'There is an account with this e-mail. If it is that of an admin, give it a new password; else use another e-mail.',
  );
}

function unknownAdmin(): DomainError {
  return new DomainError('unknown-user', 'There is no admin with this id.');
}

function forbidden(detail: string): DomainError {
  return new DomainError('forbidden', detail);
}

function adminNeeded(detail: string): DomainError {
  return new DomainError('admin-needed', detail);
}
