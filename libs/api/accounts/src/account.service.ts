import { Injectable } from '@nestjs/common';
import { unknownThing } from '@modex/api-core';
import { DomainError } from '@modex/domain';
import { hashPassword, verifyPassword } from './password';
import { SessionService } from './session.service';
import { SignInLimiter } from './sign-in-limiter';
import { Caller, User } from './user';
import { UserRepository } from './user.repository';

/** A person with a session that was just opened. */
export interface SignedIn {
  readonly user: User;
  readonly token: string;
}

/** What a visitor gives for an account; the password as it was typed. */
export interface Registration {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Guests, registered accounts and their sessions. */
@Injectable()
export class AccountService {
  /** Hash that an unknown e-mail is compared with, so that it takes as long as a known one. */
  private readonly decoy = hashPassword('nobody has this password');

  constructor(
    private readonly users: UserRepository,
    private readonly sessions: SessionService,
    private readonly limiter: SignInLimiter,
  ) {}

  /** Signs a guest in. Each guest is a person of its own, so that knowing an e-mail opens nobody's bookings. */
  async guest(guest: { readonly name: string; readonly email: string }): Promise<SignedIn> {
    return this.signIn(await this.users.create({ ...guest, role: 'CUSTOMER' }));
  }

  /**
   * Creates an account; a guest who is signed in keeps the bookings.
   * @throws DomainError `email-taken`
   */
  async register({ name, email, password }: Registration, caller: Caller | undefined): Promise<SignedIn> {
    const account = { name, email, passwordHash: await hashPassword(password) };
    const kept = caller === undefined ? undefined : await this.users.registerGuest(caller.userId, account);
    return this.signIn(kept ?? (await this.users.create({ ...account, role: 'CUSTOMER' })));
  }

  /**
   * @param address where the attempt comes from, for the limit
   * @throws DomainError `invalid-credentials`, the same for a wrong password and an unknown e-mail; `too-many-requests`
   */
  async login(email: string, password: string, address: string): Promise<SignedIn> {
    await this.limiter.count(email, address);
    const found = await this.users.findCredentials(email);
    const matches = await verifyPassword(password, found?.passwordHash ?? (await this.decoy));
    if (found === undefined || !matches) {
      throw new DomainError('invalid-credentials', 'E-mail or password is wrong; check both and try again.');
    }
    await this.limiter.forgive(email, address);
    return this.signIn(found.user);
  }

  /** Ends the session for good; the token is worthless from now on. */
  async logout(token: string): Promise<void> {
    await this.sessions.close(token);
  }

  /** @throws DomainError `unknown-user` */
  async findUser(userId: string): Promise<User> {
    const user = await this.users.findById(userId);
    if (user === undefined) throw unknownThing('unknown-user');
    return user;
  }

  async findUsers(userIds: readonly string[]): Promise<ReadonlyMap<string, User>> {
    const users = await this.users.findByIds([...new Set(userIds)]);
    return new Map(users.map((user) => [user.id, user]));
  }

  /** Makes sure that the first admin exists and has this password; a changed one ends the admin's sessions. */
  async ensureAdmin(email: string, password: string): Promise<void> {
    const found = await this.users.findCredentials(email);
    if (found === undefined) {
      const passwordHash = await hashPassword(password);
      await this.users.create({ email, name: 'Admin', role: 'ADMIN', passwordHash });
    } else if (!(await verifyPassword(password, found.passwordHash))) {
      await this.users.changePassword(found.user.id, await hashPassword(password));
      await this.sessions.closeAllOf(found.user.id);
    }
  }

  private async signIn(user: User): Promise<SignedIn> {
    return { user, token: await this.sessions.open({ userId: user.id, role: user.role }) };
  }
}
