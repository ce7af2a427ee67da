import { objectId } from '@modex/api-core';
import { Booking } from '@modex/domain';
import { QueryFilter } from 'mongoose';
import { BookingRef } from '../booking.repository';
import { BookingDocument } from './booking.schema';

/** One booking, with its customer, which is the shard key. */
export function named({ id, userId }: BookingRef): QueryFilter<BookingDocument> {
  return { _id: objectId(id), user_id: objectId(userId) };
}

/** The booking as long as nothing of it was cancelled or given back since it was read. */
export function asSeen({ status, seats, ...ref }: Booking): QueryFilter<BookingDocument> {
  return { ...named(ref), status, seats: seats.map(objectId) };
}

/** The same, and only if no change of the hold has begun or ended since. */
export function asSwept(seen: Booking): QueryFilter<BookingDocument> {
  if (seen.hold === undefined) return asSeen(seen);
  const { version, change } = seen.hold;
  return {
    ...asSeen(seen),
    ...(version === 0 ? { version: { $exists: false } } : { version }),
    ...(change === undefined ? { change: { $exists: false } } : { 'change.id': objectId(change.id) }),
  };
}

/** The booking as long as this part of it, which counts how often it was written, is what it was when it was read. */
export function partAsSeen(part: 'tickets' | 'till', seen: Booking): QueryFilter<BookingDocument> {
  const version = seen[part]?.version;
  return version === undefined ? { [part]: { $exists: false } } : { [`${part}.version`]: version };
}
