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

/** The booking as long as nobody used a ticket of it or issued one anew since it was read. */
export function ticketsAsSeen({ tickets }: Booking): QueryFilter<BookingDocument> {
  return tickets === undefined ? { tickets: { $exists: false } } : { 'tickets.version': tickets.version };
}
