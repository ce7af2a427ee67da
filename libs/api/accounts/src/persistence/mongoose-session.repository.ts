import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { literals, objectId } from '@modex/api-core';
import { Model } from 'mongoose';
import { SessionRepository } from '../session.repository';
import { Caller } from '../user';
import { SessionDocument } from './session.schema';

@Injectable()
export class MongooseSessionRepository extends SessionRepository {
  constructor(@InjectModel(SessionDocument.name) private readonly sessions: Model<SessionDocument>) {
    super();
  }

  async open(digest: string, { userId, role }: Caller, lifetimeMs: number): Promise<void> {
    const fields = {
      ...literals({ user_id: objectId(userId), role }),
      created_at: '$$NOW',
      expires_at: { $add: ['$$NOW', lifetimeMs] },
    };
    const options = { upsert: true, updatePipeline: true };
    await this.sessions.findOneAndUpdate({ _id: digest }, [{ $set: fields }], options).lean();
  }

  async findCaller(digest: string): Promise<Caller | undefined> {
    const [session] = await this.sessions.aggregate<SessionDocument & { live: boolean }>([
      { $match: { _id: digest } },
      { $set: { live: { $gt: ['$expires_at', '$$NOW'] } } },
    ]);
    return session?.live ? { userId: session.user_id.toHexString(), role: session.role } : undefined;
  }

  async close(digest: string): Promise<void> {
    await this.sessions.deleteOne({ _id: digest });
  }

  async closeAllOf(userId: string): Promise<void> {
    await this.sessions.deleteMany({ user_id: objectId(userId) });
  }
}
