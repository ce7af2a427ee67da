import { literals, objectId } from '@modex/api-core';
import { BookingEvent } from '@modex/domain';
import { NewBookingEvent } from '../outbox/booking-outbox';
import { Changes } from './booking-changes';
import { BookingEventDocument } from './booking.schema';

/** The fields of a booking's events, as set by the write that makes an event true. */
export function withEvent(event: NewBookingEvent | undefined): Changes {
  if (event === undefined) return {};
  const number = { $add: [{ $ifNull: ['$event_count', 0] }, 1] };
  const written = { ...literals(fromEvent(event)), number, at: '$$NOW' };
  return {
    event_count: number,
    events: { $concatArrays: [{ $ifNull: ['$events', []] }, [written]] },
    // The process that is handing over earlier events continues with this one.
    events_due: { $ifNull: ['$events_due', '$$NOW'] },
  };
}

/** The stored fields of an event, without its number and its time. */
export function fromEvent({ kind, seats, left, by, reason, readers }: NewBookingEvent) {
  return {
    kind,
    seats: seats.map(objectId),
    left: left.map(objectId),
    readers: [...readers],
    ...(by !== undefined && { by: objectId(by) }),
    ...(reason !== undefined && { reason }),
  };
}

export function toEvent(document: BookingEventDocument): BookingEvent {
  const { number, at, kind, seats, left, by, reason, readers } = document;
  return {
    ...{ number, at, kind, readers },
    seats: seats.map((seat) => seat.toHexString()),
    left: left.map((seat) => seat.toHexString()),
    ...(by && { by: by.toHexString() }),
    ...(reason !== undefined && { reason }),
  };
}
