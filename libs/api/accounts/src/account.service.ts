import { Injectable } from '@nestjs/common';
import { networkOf, SecurityLog, unknownThing } from '@modex/api-core';
import { DomainError, foldedWords, isSameEmail } from '@modex/domain';
import { AccountLinks } from './links/account-links';
import { Passwords } from './password/passwords';
import { SessionService } from './session/session.service';
import { SignedIn } from './signed-in';
import { isAnonymous, User } from './user';
import { Credentials, FoundUsers, UserRepository } from './user.repository';
import { Visitor } from './visitor';

/** What a guest enters, at the latest with a booking. */
export interface Guest {
  readonly name: string;
  readonly email: string;
}

/** What somebody enters to create an account; the password as it was typed. */
export interface Registration extends Guest {
  readonly password: string;
}

/** At most this many people are read by one search. */
export const PEOPLE_LOOKED_THROUGH = 300;

/** The asker in the queue of password hashes when the first admin's password is hashed. */
const START = 'start';

/** The guest of whom nothing is known yet. */
const NOBODY: Guest = { name: '', email: '' };

/** Guests, registered accounts and the first admin. */
@Injectable()
export class AccountService {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: SessionService,
    private readonly passwords: Passwords,
    private readonly links: AccountLinks,
    private readonly log: SecurityLog,
  ) {}

  /**
   * Signs a guest in. Every sign-in makes a new guest, so that knowing an e-mail opens nobody's bookings. Only a caller
   * whose session already belongs to this guest, or to an anonymous one, stays the same person and keeps the bookings and
   * holds.
   */
  async guest({ name, email }: Guest, visitor: Visitor): Promise<SignedIn> {
    const same = await this.findSameGuest({ name, email }, visitor);
    const user = same ?? (await this.users.create({ name, email, role: 'GUEST' }));
    const signedIn = await this.sessions.begin(user, visitor);
    if (same !== undefined && (await this.users.findById(user.id))?.kind !== 'GUEST') {
      // Became an account meanwhile, which needs its password.
      await this.sessions.close(signedIn.token);
      return this.guest({ name, email }, visitor);
    }
    this.log.record('guest-made', { userId: user.id, address: visitor.address });
    return signedIn;
  }

  /** Signs an anonymous guest in. A caller who is signed in, as anybody, stays so in the same session. */
  async anyone(visitor: Visitor): Promise<SignedIn> {
    const { caller, token } = visitor;
    const known = caller && (await this.users.findById(caller.userId));
    return known !== undefined && token !== undefined ? { user: known, token } : this.guest(NOBODY, visitor);
  }

  /**
   * Creates an account, and sends a link to prove its e-mail where mail is set up. A guest who is signed in keeps the bookings,
   * and every session of the guest ends.
   * @throws DomainError `email-taken`, `validation-failed`, `overloaded`
   */
  async register({ name, email, password }: Registration, visitor: Visitor): Promise<SignedIn> {
    await this.passwords.assertGood(password, { name, email });
    if (await this.users.findCredentials(email)) throw emailTaken();
    const account = { name, email, passwordHash: await this.passwords.hash(password, networkOf(visitor.address)) };
    const user =
      (await this.turnGuest(account, visitor)) ?? (await this.users.create({ ...account, role: 'CUSTOMER' }));
    this.log.record('registered', { userId: user.id, address: visitor.address });
    if (this.links.canBeSent) await this.links.put({ purpose: 'email-proof', of: user.id, userId: user.id, email });
    return this.sessions.begin(user, visitor);
  }

  /** Names an anonymous guest. Does nothing to a guest who has a name meanwhile, or to an account. */
  async nameGuest(userId: string, person: Guest): Promise<void> {
    await this.users.nameGuest(userId, person);
  }

  /**
   * Somebody for whom staff book: the account with this e-mail, else a new guest.
   * @param person without an e-mail: empty
   */
  async customerFor(person: Guest): Promise<User> {
    const known = person.email === '' ? undefined : await this.users.findCredentials(person.email);
    return known?.user ?? this.users.create({ ...person, role: 'GUEST' });
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

  /** People by the beginnings of words of their names and e-mails, all of which must fit, in any order. */
  async searchUsers(text: string): Promise<FoundUsers> {
    // The longest word is usually the rarest, but many people share the domain of an e-mail.
    const words = text.split('@').flatMap((part) => foldedWords(part).toSorted((a, b) => b.length - a.length));
    return this.users.findByWords([...new Set(words)], PEOPLE_LOOKED_THROUGH);
  }

  /**
   * Makes sure that the first admin exists and has this password; a changed one ends the admin's sessions.
   * @throws DomainError `validation-failed` for a weak password, `email-taken` when a customer has this e-mail
   */
  async ensureAdmin(email: string, password: string): Promise<void> {
    await this.passwords.assertGood(password, { email });
    const found = await this.users.findCredentials(email);
    if (found === undefined) {
      const passwordHash = await this.passwords.hash(password, START);
      const { id } = await this.users.create({ email, name: 'Admin', role: 'OWNER', passwordHash });
      this.log.record('role-changed', { ofUserId: id, role: 'OWNER' });
    } else await this.keepAdmin(found, password);
  }

  private async findSameGuest({ name, email }: Guest, { caller }: Visitor): Promise<User | undefined> {
    const known = caller && (await this.users.findById(caller.userId));
    if (known?.kind !== 'GUEST') return undefined;
    if (known.name === name && isSameEmail(known.email, email)) return known;
    return isAnonymous(known) ? this.users.nameGuest(known.id, { name, email }) : undefined;
  }

  private async keepAdmin({ user, passwordHash }: Credentials, password: string): Promise<void> {
    if (user.role !== 'OWNER') throw emailTaken();
    if (await this.passwords.verify(password, passwordHash, { asker: START })) return;
    await this.users.changePassword(user.id, await this.passwords.hash(password, START));
    await this.sessions.closeAllOf(user.id);
    await this.links.endAllOf(user.id);
    this.log.record('password-changed', { ofUserId: user.id });
  }

  private async turnGuest(account: Omit<Registration, 'password'> & { passwordHash: string }, { caller }: Visitor) {
    const user = caller && (await this.users.registerGuest(caller.userId, account));
    if (user !== undefined) await this.sessions.closeAllOf(user.id);
    return user;
  }
}

function emailTaken(): DomainError {
  return new DomainError('email-taken', 'There is an account with this e-mail; sign in, or use another e-mail.');
}
