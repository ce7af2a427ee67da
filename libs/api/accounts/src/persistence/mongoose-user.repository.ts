import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { isDuplicateKey, newId, objectId } from '@modex/api-core';
import { DomainError } from '@modex/domain';
import { Model } from 'mongoose';
import { User } from '../user';
import { NewUser, UserRepository } from '../user.repository';
import { UserDocument } from './user.schema';

@Injectable()
export class MongooseUserRepository extends UserRepository {
  constructor(@InjectModel(UserDocument.name) private readonly users: Model<UserDocument>) {
    super();
  }

  async create({ email, name, role, passwordHash }: NewUser): Promise<User> {
    const document: UserDocument = {
      _id: objectId(newId()),
      email: email.toLowerCase(),
      name,
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
    const change = { $set: { email: email.toLowerCase(), name, password_hash: passwordHash } };
    const user = await unlessTaken(
      this.users.findOneAndUpdate(filter, change, { returnDocument: 'after' }).lean<UserDocument>().exec(),
    );
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

  async findCredentials(email: string): Promise<{ user: User; passwordHash: string } | undefined> {
    const filter = { email: email.toLowerCase(), password_hash: { $exists: true } };
    const user = await this.users.findOne(filter).lean<UserDocument>();
    return user?.password_hash === undefined ? undefined : { user: toUser(user), passwordHash: user.password_hash };
  }

  async changePassword(userId: string, passwordHash: string): Promise<void> {
    await this.users.updateOne({ _id: objectId(userId) }, { $set: { password_hash: passwordHash } });
  }
}

async function unlessTaken<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new DomainError('email-taken', 'There is an account with this e-mail; sign in, or use another e-mail.');
  }
}

function toUser({ _id, email, name, role, password_hash }: UserDocument): User {
  return { id: _id.toHexString(), email, name, role, kind: password_hash === undefined ? 'GUEST' : 'REGISTERED' };
}
