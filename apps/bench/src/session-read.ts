import { createHmac } from 'node:crypto';
import type { ObjectId } from 'mongodb';

/** Whose session it is, as far as a booking asks. */
export interface SessionOwner {
  readonly user_id: ObjectId;
}

/** The id of the session of a token, as Modex keeps it. */
export function sessionId(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64url');
}

/**
 * The session read of Modex: one command, which finds a session that lives by the database's clock together with its
 * person. Every side sends it.
 */
export function sessionRead(id: string) {
  return [
    { $match: { _id: id } },
    { $set: { live: { $gt: ['$expires_at', '$$NOW'] } } },
    { $match: { live: true } },
    { $lookup: { from: 'users', localField: 'user_id', foreignField: '_id', as: 'people' } },
  ];
}

/** The token of a request that carries one as Bearer. */
export function bearerOf(authorization: string | undefined): string {
  return authorization?.replace(/^Bearer /, '') ?? '';
}
