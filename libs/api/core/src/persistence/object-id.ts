import { Types } from 'mongoose';

/** A new unique id, 24 hex digits, not derived from anything. */
export function newId(): string {
  return new Types.ObjectId().toHexString();
}

/** The stored form of an id. */
export function objectId(id: string): Types.ObjectId {
  return Types.ObjectId.createFromHexString(id);
}
