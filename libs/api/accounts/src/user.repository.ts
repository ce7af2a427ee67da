import { Role, User } from './user';

/** A person who comes in for the first time. */
export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Argon2id in PHC form; absent for a guest. */
  readonly passwordHash?: string;
}

/** The people. E-mails are stored in lower case. */
export abstract class UserRepository {
  /** @throws DomainError `email-taken` when a registered account has this e-mail. */
  abstract create(user: NewUser): Promise<User>;
  /**
   * Makes a guest a registered account; the bookings stay with it.
   * @returns undefined when this user is no guest
   * @throws DomainError `email-taken`
   */
  abstract registerGuest(userId: string, account: Required<Omit<NewUser, 'role'>>): Promise<User | undefined>;
  abstract findById(userId: string): Promise<User | undefined>;
  abstract findByIds(userIds: readonly string[]): Promise<readonly User[]>;
  /** The registered account with this e-mail, with its password hash. */
  abstract findCredentials(email: string): Promise<{ user: User; passwordHash: string } | undefined>;
  abstract changePassword(userId: string, passwordHash: string): Promise<void>;
}
