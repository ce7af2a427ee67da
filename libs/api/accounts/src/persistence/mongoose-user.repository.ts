import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, isDuplicateKey, literals, newId, objectId } from '@modex/api-core';
import {
  AccountNotice,
  DomainError,
  emailKeys,
  isSameEmail,
  readEmail,
  Role,
  STAFF_ROLES,
  StaffRole,
} from '@modex/domain';
import { Model } from 'mongoose';
import { User } from '../user';
import { AccountNews, Credentials, FoundUsers, NewUser, UserRepository } from '../user.repository';
import { isFoundBy, keyToAsk, searchKeys } from './search-keys';
import { UserDocument } from './user.schema';

type TextFields = Pick<UserDocument, 'email' | 'email_key' | 'name' | 'search_keys'>;

@Injectable()
export class MongooseUserRepository extends UserRepository {
  constructor(@InjectModel(UserDocument.name) private readonly users: Model<UserDocument>) {
    super();
  }

  async create({ email, name, role, passwordHash }: NewUser): Promise<User> {
    const document: UserDocument = {
      _id: objectId(newId()),
      ...textFields({ name, email }),
      role,
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
      created_at: new Date(),
    };
    await unlessTaken(this.users.collection.insertOne(document));
    return toUser(document);
  }

  async registerGuest(
    userId: string,
    { email, name, passwordHash }: Required<Omit<NewUser, 'role'>>,
  ): Promise<User | undefined> {
    const filter = { _id: objectId(userId), password_hash: { $exists: false } };
    const change = { $set: { ...textFields({ name, email }), role: 'CUSTOMER' as const, password_hash: passwordHash } };
    const user = await unlessTaken(
      this.users.findOneAndUpdate(filter, change, { returnDocument: 'after' }).lean<UserDocument>().exec(),
    );
    return user === null ? undefined : toUser(user);
  }

  async nameGuest(userId: string, person: Pick<NewUser, 'name' | 'email'>): Promise<User | undefined> {
    const filter = { _id: objectId(userId), password_hash: { $exists: false }, name: '' };
    const user = await this.users
      .findOneAndUpdate(filter, { $set: textFields(person) }, { returnDocument: 'after' })
      .lean<UserDocument>();
    return user === null ? undefined : toUser(user);
  }

  async findById(userId: string): Promise<User | undefined> {
    const user = await this.users.findById(objectId(userId)).lean<UserDocument>();
    return user === null ? undefined : toUser(user);
  }

  async findByIds(userIds: readonly string[]): Promise<readonly User[]> {
    const users = await this.users.find({ _id: { $in: userIds.map(objectId) } }).lean<UserDocument[]>();
    return users.map(toUser);
  }

  async findByWords(words: readonly string[], limit: number): Promise<FoundUsers> {
    const asked = words.flatMap((word) => keyToAsk(word) ?? []);
    // One letter has no key: alone it finds only words of one letter.
    const keys = asked.length === 0 ? words : asked;
    if (keys.length === 0) return { users: [], more: false };
    // Not sorted, since sorting would read everybody with the most common key.
    const found = this.users.find({ search_keys: { $all: [...keys] } }).limit(limit + 1);
    const users = (await found.lean<UserDocument[]>()).map(toUser);
    const fitting = users.slice(0, limit).filter((user) => isFoundBy(user, words));
    return { users: fitting, more: users.length > limit || asked.length === 0 };
  }

  async findCredentials(email: string): Promise<Credentials | undefined> {
    const keys = emailKeys(email);
    const filter = { email_key: { $in: keys }, password_hash: { $exists: true } };
    const found = await this.users.find(filter).lean<UserDocument[]>();
    const [user] = keys.flatMap((key) => found.filter(({ email_key }) => email_key === key));
    return toCredentials(user);
  }

  async findCredentialsById(userId: string): Promise<Credentials | undefined> {
    return toCredentials(await this.users.findById(objectId(userId)).lean<UserDocument>());
  }

  async changePassword(userId: string, passwordHash: string): Promise<void> {
    const fields = { ...literals({ password_hash: passwordHash }), ...withNews('password-changed') };
    await changeOne(this.users, { _id: objectId(userId) }, [{ $set: fields }]);
  }

  async proveEmail({ id, name, email: before }: User, email: string): Promise<User | undefined> {
    const isOther = !isSameEmail(before, email);
    const fields = {
      ...(isOther && { ...literals({ ...textFields({ name, email }) }), ...withNews('email-changed') }),
      email_proved_at: '$$NOW',
    };
    const seen = { _id: objectId(id), email: before, password_hash: { $exists: true } };
    const user = await unlessTaken(changeOne(this.users, seen, [{ $set: fields }]));
    return user === null ? undefined : toUser(user);
  }

  async findNews(limit: number): Promise<readonly AccountNews[]> {
    const due = this.users
      .find({ news_due: { $exists: true } })
      .sort({ news_due: 1 })
      .limit(limit);
    return (await due.lean<UserDocument[]>()).flatMap(({ _id, name, news = [] }) =>
      news.map((one) => ({ ...one, userId: _id.toHexString(), name })),
    );
  }

  async newsTold(userId: string, newsId: string): Promise<void> {
    const left = { $filter: { input: { $ifNull: ['$news', []] }, cond: { $ne: ['$$this.id', newsId] } } };
    const unlessEmpty = (value: unknown) => ({ $cond: [{ $eq: [left, []] }, '$$REMOVE', value] });
    const fields = { news: unlessEmpty(left), news_due: unlessEmpty('$news_due') };
    await changeOne(this.users, { _id: objectId(userId) }, [{ $set: fields }]);
  }

  async listStaff(): Promise<readonly User[]> {
    // With the condition of the index, so that no database reads the customers.
    const staff = { role: { $in: [...STAFF_ROLES] }, password_hash: { $exists: true } };
    return (await this.users.find(staff).sort({ created_at: 1, _id: 1 }).lean<UserDocument[]>()).map(toUser);
  }

  async changeStaffPassword(userId: string, passwordHash: string): Promise<boolean> {
    const filter = { _id: objectId(userId), role: { $in: [...STAFF_ROLES] } };
    const fields = { ...literals({ password_hash: passwordHash }), ...withNews('password-changed') };
    return (await changeOne(this.users, filter, [{ $set: fields }])) !== null;
  }

  async changeRole(userId: string, seen: StaffRole, role: Exclude<Role, 'GUEST'>): Promise<boolean> {
    const filter = { _id: objectId(userId), role: seen };
    return (await changeOne(this.users, filter, [{ $set: literals({ role }) }])) !== null;
  }
}

/** Fields by which the owner is told what this very write does, at the e-mail from before it. */
function withNews(kind: AccountNotice): Record<string, unknown> {
  const one = { id: newId(), kind, email: '$email' };
  return {
    news: { $concatArrays: [{ $ifNull: ['$news', []] }, [one]] },
    news_due: { $ifNull: ['$news_due', '$$NOW'] },
  };
}

async function unlessTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new DomainError('email-taken', 'There is an account with this e-mail; sign in, or use another e-mail.');
  }
}

/**
 * What a person has entered, with the keys that the person is found by: the key of the e-mail address (the address itself
 * when it cannot be read by the rule), and the beginnings of the words of name and e-mail.
 */
function textFields({ name, email }: Pick<NewUser, 'name' | 'email'>): TextFields {
  const { text, key } = readEmail(email) ?? { text: email, key: email };
  return { email: text, email_key: key, name, search_keys: searchKeys({ name, email: text }) };
}

function toCredentials(user: UserDocument | null | undefined): Credentials | undefined {
  return user?.password_hash === undefined ? undefined : { user: toUser(user), passwordHash: user.password_hash };
}

function toUser(user: UserDocument): User {
  const { _id, email, name, role, password_hash, created_at, email_proved_at } = user;
  const kind = password_hash === undefined ? 'GUEST' : 'REGISTERED';
  const isProved = email_proved_at !== undefined;
  return { id: _id.toHexString(), email, name, role, kind, createdAt: created_at, isProved };
}
