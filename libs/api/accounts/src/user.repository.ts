import { AccountNotice, Role, StaffRole } from '@modex/domain';
import { User } from './user';

/** A person who comes in for the first time; an anonymous guest has an empty name and an empty e-mail. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Argon2id in PHC form; absent for a guest. */
  readonly passwordHash?: string;
}

/** A registered account with its password's hash. */
export interface Credentials {
  readonly user: User;
  readonly passwordHash: string;
}

/** What happened to an account, of which its owner is to be told. */
export interface AccountNews {
  readonly id: string;
  readonly kind: AccountNotice;
  readonly userId: string;
  readonly name: string;
  /** The e-mail of the account until it happened. */
  readonly email: string;
}

/** People that a search found. */
export interface FoundUsers {
  readonly users: readonly User[];
  /** There may be others who fit: more people had to be looked through than were. */
  readonly more: boolean;
}

/** The people. */
export abstract class UserRepository {
  /** @throws DomainError `email-taken` when a registered account has this e-mail. */
  abstract create(user: NewUser): Promise<User>;
  /**
   * Makes a guest a registered account; the bookings stay with it.
   * @returns undefined when this user is no guest
   * @throws DomainError `email-taken`
   */
  abstract registerGuest(userId: string, account: Required<Omit<NewUser, 'role'>>): Promise<User | undefined>;
  /**
   * Names an anonymous guest.
   * @returns undefined when this user has a name already, or is no guest
   */
  abstract nameGuest(userId: string, person: Pick<NewUser, 'name' | 'email'>): Promise<User | undefined>;
  abstract findById(userId: string): Promise<User | undefined>;
  abstract findByIds(userIds: readonly string[]): Promise<readonly User[]>;
  /**
   * People in whose name and e-mail each of these folded words begins a word, in no order. At most `limit` of those that
   * an index finds are looked through; it is asked for the words in their order, the rarest come first.
   */
  abstract findByWords(words: readonly string[], limit: number): Promise<FoundUsers>;
  /** The registered account with this e-mail, however it is spelled; the one with the same spelling first. */
  abstract findCredentials(email: string): Promise<Credentials | undefined>;
  abstract findCredentialsById(userId: string): Promise<Credentials | undefined>;
  /** Its owner is to be told. */
  abstract changePassword(userId: string, passwordHash: string): Promise<void>;
  /**
   * The e-mail is proved, and is that of the account from now on; of another e-mail the owner of the one before is to be told.
   * @param seen the account as it was seen @returns undefined when its e-mail is another one meanwhile
   * @throws DomainError `email-taken`
   */
  abstract proveEmail(seen: User, email: string): Promise<User | undefined>;
  /** What owners are to be told, the oldest first. */
  abstract findNews(limit: number): Promise<readonly AccountNews[]>;
  /** The owner was told. */
  abstract newsTold(userId: string, newsId: string): Promise<void>;
  /** Everybody who works for the venue, the oldest account first. */
  abstract listStaff(): Promise<readonly User[]>;
  /** The same for staff alone. @returns false when this user is none */
  abstract changeStaffPassword(userId: string, passwordHash: string): Promise<boolean>;
  /**
   * Gives another role to somebody who works for the venue.
   * @param seen the role that this user had
   * @returns whether this user had it until now: of several at once, one is told so
   */
  abstract changeRole(userId: string, seen: StaffRole, role: Exclude<Role, 'GUEST'>): Promise<boolean>;
}
