import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, objectId } from '@modex/api-core';
import { afterReading, Booking, BookingEvent } from '@modex/domain';
import { Model, QueryFilter } from 'mongoose';
import { BookingEventsRepository, UnreadEvents } from '../outbox/booking-events.repository';
import { Changes } from './booking-changes';
import { fromEvent, toEvent } from './booking-events';
import { BookingDocument } from './booking.schema';
import { toBooking } from './to-booking';

@Injectable()
export class MongooseBookingEventsRepository extends BookingEventsRepository {
  constructor(@InjectModel(BookingDocument.name) private readonly bookings: Model<BookingDocument>) {
    super();
  }

  async findUnread(limit: number): Promise<readonly UnreadEvents[]> {
    const found = await this.bookings.aggregate<BookingDocument>([
      { $match: { events_due: { $exists: true } } },
      { $set: { is_due: { $lte: ['$events_due', '$$NOW'] } } },
      { $match: { is_due: true } },
      { $sort: { events_due: 1 } },
      { $limit: limit },
    ]);
    return found.flatMap((document) => toUnread(document) ?? []);
  }

  async claim(seen: UnreadEvents, leaseMs: number): Promise<UnreadEvents | undefined> {
    const claims = { $add: [{ $ifNull: ['$event_claims', 0] }, 1] };
    const changes = { events_due: { $add: ['$$NOW', leaseMs] }, event_claims: claims };
    return this.write(seen.booking, { events_due: seen.due }, changes);
  }

  async markRead(
    claimed: UnreadEvents,
    { event, reader }: { readonly event: BookingEvent; readonly reader: string },
  ): Promise<UnreadEvents | undefined> {
    const left = afterReading(claimed.events, event, reader).map(stored);
    const lastSeen = claimed.events.at(-1)?.number ?? 0;
    // Nobody else takes events away, but more may have been added since they were read.
    const added = { $filter: { input: '$events', cond: { $gt: ['$$this.number', lastSeen] } } };
    const events = { $concatArrays: [{ $literal: left }, added] };
    const isEmpty = left.length === 0 ? { $eq: [added, []] } : false;
    return this.write(
      claimed.booking,
      { event_claims: claimed.claims },
      {
        events: { $cond: [isEmpty, '$$REMOVE', events] },
        events_due: { $cond: [isEmpty, '$$REMOVE', '$events_due'] },
      },
    );
  }

  private async write(
    { id, userId }: Booking,
    condition: QueryFilter<BookingDocument>,
    changes: Changes,
  ): Promise<UnreadEvents | undefined> {
    const filter = { _id: objectId(id), user_id: objectId(userId), ...condition };
    const written = await changeOne(this.bookings, filter, [{ $set: changes }]);
    return written === null ? undefined : toUnread(written);
  }
}

function stored({ number, at, ...event }: BookingEvent) {
  return { ...fromEvent(event), number, at };
}

function toUnread(document: BookingDocument): UnreadEvents | undefined {
  const { events = [], events_due: due, event_claims: claims = 0 } = document;
  return due && { booking: toBooking(document), events: events.map(toEvent), due, claims };
}
