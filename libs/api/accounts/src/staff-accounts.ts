import { Injectable } from '@nestjs/common';
import { networkOf, SecurityLog, Settings } from '@modex/api-core';
import { DomainError, isSameEmail, isStaff, StaffRole } from '@modex/domain';
import { firstPassword } from './password/first-password';
import { Passwords } from './password/passwords';
import { SessionInUse } from './session/own-sessions.service';
import { OpenWays } from './session/open-ways';
import { User } from './user';
import { UserRepository } from './user.repository';

/** Somebody who works for the venue, as an owner sees it. */
export interface StaffAccount {
  readonly user: User;
  /** The one of ADMIN_EMAIL, who always stays. */
  readonly isOfEnvironment: boolean;
  readonly isSelf: boolean;
}

/** The same with a new password, which is shown once and stored only as a hash. */
export interface StaffWithPassword extends StaffAccount {
  readonly password: string;
}

/** The owner who makes the request. */
type By = Pick<SessionInUse, 'userId' | 'address'>;

/**
 * Those who work for the venue. Nobody can remove themselves or the admin of the environment, so that one owner always stays, however many
 * remove each other at the same moment.
 */
@Injectable()
export class StaffAccounts {
  constructor(
    private readonly users: UserRepository,
    private readonly ways: OpenWays,
    private readonly passwords: Passwords,
    private readonly settings: Settings,
    private readonly log: SecurityLog,
  ) {}

  /** The oldest account first. */
  async list(by: By): Promise<readonly StaffAccount[]> {
    return (await this.users.listStaff()).map((user) => this.seenBy(by, user));
  }

  /**
   * Gives somebody who forgot it a first password; all sessions of that account end.
   * @throws DomainError `unknown-user`; `forbidden` for one's own password and that of the environment's admin;
   * `overloaded`
   */
  async renewPassword(userId: string, by: By): Promise<StaffWithPassword> {
    const user = await this.findStaff(userId);
    const admin = this.seenBy(by, user);
    if (admin.isSelf) throw forbidden('Change your own password on the page of your account.');
    if (admin.isOfEnvironment) throw forbidden('This password is set where the server runs (ADMIN_PASSWORD).');
    const password = firstPassword();
    const passwordHash = await this.passwords.hash(password, networkOf(by.address));
    if (!(await this.users.changeStaffPassword(userId, passwordHash))) throw unknownAdmin();
    const count = await this.ways.endAllOf(userId);
    this.log.record('password-changed', { ...actor(by), ofUserId: userId, count });
    return { ...admin, password };
  }

  /**
   * Makes somebody a customer, who keeps the bookings; all sessions end. Does nothing to somebody who does not work here.
   * @throws DomainError `unknown-user`; `admin-needed` for oneself and the environment's admin
   */
  async remove(userId: string, by: By): Promise<void> {
    const user = await this.users.findById(userId);
    if (user === undefined) throw unknownAdmin();
    const admin = this.seenBy(by, user);
    if (admin.isSelf) throw adminNeeded('You cannot remove yourself; ask another owner to do it.');
    if (admin.isOfEnvironment) throw adminNeeded('This owner is set where the server runs (ADMIN_EMAIL).');
    await this.become(user, 'CUSTOMER', by);
  }

  /**
   * Gives somebody who works for the venue another role; all sessions of that account end.
   * @throws DomainError `unknown-user`; `admin-needed` for oneself and the environment's admin
   */
  async changeRole(userId: string, role: StaffRole, by: By): Promise<StaffAccount> {
    const user = await this.findStaff(userId);
    const member = this.seenBy(by, user);
    if (member.isSelf) throw adminNeeded('You cannot change your own role; ask another owner to do it.');
    if (member.isOfEnvironment) throw adminNeeded('This owner is set where the server runs (ADMIN_EMAIL).');
    if (user.role !== role) await this.become(user, role, by);
    return this.seenBy(by, await this.findStaff(userId));
  }

  private async become({ id, role: seen }: User, role: StaffRole | 'CUSTOMER', by: By): Promise<void> {
    if (!isStaff(seen) || !(await this.users.changeRole(id, seen, role))) return;
    this.log.record('role-changed', { ...actor(by), ofUserId: id, role });
    await this.ways.endAllOf(id);
  }

  private async findStaff(userId: string): Promise<User> {
    const user = await this.users.findById(userId);
    if (user === undefined || !isStaff(user.role)) throw unknownAdmin();
    return user;
  }

  private seenBy({ userId }: By, user: User): StaffAccount {
    const isOfEnvironment = user.role === 'OWNER' && isSameEmail(user.email, this.settings.admin.email);
    return { user, isOfEnvironment, isSelf: user.id === userId };
  }
}

/** Who did it, for the log, which takes no tokens. */
function actor({ userId, address }: By): By {
  return { userId, address };
}

function unknownAdmin(): DomainError {
  return new DomainError('unknown-user', 'Nobody with this id works for the venue.');
}

function forbidden(detail: string): DomainError {
  return new DomainError('forbidden', detail);
}

function adminNeeded(detail: string): DomainError {
  return new DomainError('admin-needed', detail);
}
