import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, literals, objectId } from '@modex/api-core';
import { Role } from '@modex/domain';
import { Model, PipelineStage } from 'mongoose';
import { LiveSession, NewSession, OwnedSession, Renewal, SessionRepository } from '../session/session.repository';
import { isAnonymous } from '../user';
import { SessionDocument } from './session.schema';

/** A session that lives by the database's clock, with the milliseconds since its last noted use. */
type Found = SessionDocument & { readonly unused_ms: number };

/** The person of the session; none when the account is gone. */
interface WithPerson {
  readonly people: readonly { readonly role: Role; readonly name: string }[];
}

const LAST_USE = { $ifNull: ['$used_at', '$created_at'] };
/** Sessions that have not ended, with the times that only the database's clock can tell. */
const LIVE: (PipelineStage.Set | PipelineStage.Match)[] = [
  { $set: { live: { $gt: ['$expires_at', '$$NOW'] }, unused_ms: { $subtract: ['$$NOW', LAST_USE] } } },
  { $match: { live: true } },
];
const WITH_PEOPLE = { $lookup: { from: 'users', localField: 'user_id', foreignField: '_id', as: 'people' } };

@Injectable()
export class MongooseSessionRepository extends SessionRepository {
  constructor(@InjectModel(SessionDocument.name) private readonly sessions: Model<SessionDocument>) {
    super();
  }

  async open(digest: string, { userId, device, idleMs }: NewSession): Promise<void> {
    const fields = {
      ...literals({ user_id: objectId(userId), device }),
      created_at: '$$NOW',
      expires_at: { $add: ['$$NOW', idleMs] },
    };
    await changeOne(this.sessions, { _id: digest }, [{ $set: fields }], { upsert: true });
  }

  async find(digest: string): Promise<LiveSession | undefined> {
    const stages = [{ $match: { _id: digest } }, ...LIVE, WITH_PEOPLE];
    // By the driver itself, as `changeOne`: every request with a session asks this.
    const [session] = await this.sessions.collection.aggregate<Found & WithPerson>(stages).toArray();
    const person = session?.people[0];
    if (session === undefined || person === undefined) return undefined;
    const { role } = person;
    return { ...toSession(session), userId: session.user_id.toHexString(), role, isAnonymous: isAnonymous(person) };
  }

  async renew(digest: string, { idleMs, ageMs }: Renewal): Promise<void> {
    const [idleEnd, ageEnd] = [{ $add: ['$$NOW', idleMs] }, { $add: ['$created_at', ageMs] }];
    const end = { $cond: [{ $lt: [idleEnd, ageEnd] }, idleEnd, ageEnd] };
    // One that was ended meanwhile stays ended: nothing is inserted.
    const change = [{ $set: { used_at: '$$NOW', expires_at: end } }];
    await this.sessions.updateOne({ _id: digest }, change, { updatePipeline: true });
  }

  async listOf(userId: string, limit: number): Promise<readonly OwnedSession[]> {
    const mine = { $match: { user_id: objectId(userId) } };
    const newest: (PipelineStage.Sort | PipelineStage.Limit)[] = [
      { $sort: { created_at: -1, _id: 1 } },
      { $limit: limit },
    ];
    return (await this.sessions.aggregate<Found>([mine, ...LIVE, ...newest])).map(toSession);
  }

  async close(digest: string): Promise<boolean> {
    // Not deleteOne: DocumentDB's misses a session that is renewed in the same moment.
    return (await this.sessions.deleteMany({ _id: digest })).deletedCount > 0;
  }

  async closeAllOf(userId: string, but?: string): Promise<number> {
    const others = but === undefined ? {} : { _id: { $ne: but } };
    return (await this.sessions.deleteMany({ user_id: objectId(userId), ...others })).deletedCount;
  }
}

function toSession({ _id, created_at, used_at, device, unused_ms }: Found): OwnedSession {
  return {
    digest: _id,
    createdAt: created_at,
    usedAt: used_at ?? created_at,
    unusedMs: unused_ms,
    device,
  };
}
