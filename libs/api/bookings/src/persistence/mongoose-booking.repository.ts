import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { isDuplicateKey, literals, newId, objectId, PageRequest } from '@modex/api-core';
import { Booking, BOOKING_MOVES, BookingFailure, BookingStatus, isFinalFailure, statesBefore } from '@modex/domain';
import { Model, QueryFilter } from 'mongoose';
import { BookingClaim, BookingIntent, BookingRepository, OpenedBooking } from '../booking.repository';
import { BookingDocument } from './booking.schema';

/** Fields that a pipeline sets: expressions by field. */
type Changes = Readonly<Record<string, unknown>>;

/** Whether the lease lasts, told by the database's clock. */
const LIVE = { $gt: ['$lease_until', '$$NOW'] };

/** Bookings whose seats were released when they got this status; the sweep looks at them again. */
const GIVEN_UP: readonly BookingStatus[] = ['FAILED', 'EXPIRED'];

@Injectable()
export class MongooseBookingRepository extends BookingRepository {
  constructor(@InjectModel(BookingDocument.name) private readonly bookings: Model<BookingDocument>) {
    super();
  }

  async open(intent: BookingIntent, leaseMs: number): Promise<OpenedBooking> {
    const { userId, showId, seats, bookedBy, idempotencyKey } = intent;
    const fields = literals({
      user_id: objectId(userId),
      show_id: objectId(showId),
      seats: seats.map(objectId),
      status: 'PENDING' satisfies BookingStatus,
      booked_by: bookedBy === undefined ? undefined : objectId(bookedBy),
      idempotency_key: idempotencyKey,
    });
    const leaseEnd = { $add: ['$$NOW', leaseMs] };
    const times = { created_at: '$$NOW', lease_until: leaseEnd, sweep_at: leaseEnd };
    try {
      // An upsert, since only an update can ask the database for its time.
      const booking = await this.bookings
        .findOneAndUpdate({ _id: objectId(newId()) }, [{ $set: { ...fields, ...times } }], {
          upsert: true,
          returnDocument: 'after',
          updatePipeline: true,
        })
        .lean<BookingDocument>();
      return { kind: 'opened', booking: toBooking(booking as BookingDocument) };
    } catch (error) {
      if (!isDuplicateKey(error) || idempotencyKey === undefined) throw error;
      const known = await this.findByKey(userId, idempotencyKey);
      // Undefined when its booking failed for want of the storage in between, which freed the key.
      return known === undefined ? this.open(intent, leaseMs) : { kind: 'known', booking: known };
    }
  }

  async confirm(bookingId: string): Promise<Booking | undefined> {
    return this.move(bookingId, 'CONFIRMED', {
      status: { $cond: [LIVE, 'CONFIRMED', '$status'] },
      confirmed_at: { $cond: [LIVE, '$$NOW', '$$REMOVE'] },
      sweep_at: { $cond: [LIVE, '$$REMOVE', '$sweep_at'] },
    });
  }

  async fail(bookingId: string, failure: BookingFailure): Promise<Booking | undefined> {
    const { code, detail, seatIds } = failure;
    const reason = literals({ failure: { code, detail, seats: seatIds.map(objectId) } });
    // A final failure knows the outcome of every command; after any other a late one may still land.
    const end = isFinalFailure(failure) ? { sweep_at: '$$REMOVE' } : { idempotency_key: '$$REMOVE' };
    return this.move(bookingId, 'FAILED', { status: 'FAILED', ended_at: '$$NOW', ...reason, ...end });
  }

  async expire(bookingId: string): Promise<Booking | undefined> {
    return this.move(bookingId, 'EXPIRED', {
      status: { $cond: [LIVE, '$status', 'EXPIRED'] },
      ended_at: { $cond: [LIVE, '$$REMOVE', '$$NOW'] },
    });
  }

  async cancel(bookingId: string, userId: string | undefined): Promise<Booking | undefined> {
    const by = literals({ ended_by: userId === undefined ? undefined : objectId(userId) });
    return this.move(bookingId, 'CANCELLED', { status: 'CANCELLED', ended_at: '$$NOW', sweep_at: '$$NOW', ...by });
  }

  async findByKey(userId: string, idempotencyKey: string): Promise<Booking | undefined> {
    return this.findOne({ user_id: objectId(userId), idempotency_key: idempotencyKey });
  }

  async findById(bookingId: string): Promise<Booking | undefined> {
    return this.findOne({ _id: objectId(bookingId) });
  }

  async findByUser(userId: string, statuses: readonly BookingStatus[], page: PageRequest): Promise<readonly Booking[]> {
    return this.findPage({ user_id: objectId(userId), status: { $in: [...statuses] } }, page);
  }

  async findByShow(showId: string, statuses: readonly BookingStatus[], page: PageRequest): Promise<readonly Booking[]> {
    return this.findPage({ show_id: objectId(showId), status: { $in: [...statuses] } }, page);
  }

  async *eachOfShow(showId: string, statuses: readonly BookingStatus[]): AsyncIterable<Booking> {
    const filter = { show_id: objectId(showId), status: { $in: [...statuses] } };
    // In an order that never changes: else a cursor may meet a booking twice, or miss it, that ends between two batches.
    const found = this.bookings.find(filter).sort({ created_at: -1, _id: -1 }).lean<BookingDocument[]>();
    for await (const booking of found.cursor({ batchSize: 500 })) yield toBooking(booking);
  }

  async findBySeat(showId: string, seatId: string): Promise<readonly Booking[]> {
    const filter = { show_id: objectId(showId), seats: objectId(seatId) };
    return (await this.bookings.find(filter).lean<BookingDocument[]>()).map(toBooking);
  }

  async findClaims(bookingIds: readonly string[], graceMs: number): Promise<readonly BookingClaim[]> {
    const found = await this.bookings.aggregate<BookingDocument & { overdue: boolean }>([
      { $match: { _id: { $in: bookingIds.map(objectId) } } },
      {
        $set: {
          overdue: {
            $and: [
              { $lt: [{ $add: ['$lease_until', graceMs] }, '$$NOW'] },
              { $lt: [{ $add: [{ $ifNull: ['$ended_at', '$lease_until'] }, graceMs] }, '$$NOW'] },
            ],
          },
        },
      },
    ]);
    return found.map((document) => ({
      booking: toBooking(document),
      isOverdue: document.overdue && document.status !== 'CONFIRMED',
    }));
  }

  async findDue(limit: number): Promise<readonly Booking[]> {
    const due = await this.bookings.aggregate<BookingDocument>([
      { $match: { sweep_at: { $exists: true } } },
      { $set: { due: { $lte: ['$sweep_at', '$$NOW'] }, was_given_up: { $in: ['$status', GIVEN_UP] } } },
      { $match: { due: true } },
      { $sort: { was_given_up: 1, sweep_at: 1 } },
      { $limit: limit },
    ]);
    return due.map(toBooking);
  }

  async swept(bookingId: string, { pauseMs, watchMs }: { pauseMs: number; watchMs: number }): Promise<void> {
    const settled = {
      $or: [{ $eq: ['$status', 'CANCELLED'] }, { $gte: ['$$NOW', { $add: ['$lease_until', watchMs] }] }],
    };
    const sweepAt = { $cond: [settled, '$$REMOVE', { $add: ['$$NOW', pauseMs] }] };
    const ended: BookingStatus[] = ['FAILED', 'EXPIRED', 'CANCELLED'];
    await this.bookings
      .findOneAndUpdate({ _id: objectId(bookingId), status: { $in: ended } }, [{ $set: { sweep_at: sweepAt } }], {
        updatePipeline: true,
      })
      .lean();
  }

  /** One compare-and-set; the new status tells whether a move under a condition of time was made. */
  private async move(bookingId: string, to: BookingStatus, changes: Changes): Promise<Booking | undefined> {
    const filter = { _id: objectId(bookingId), status: { $in: [...statesBefore(BOOKING_MOVES, to)] } };
    const booking = await this.bookings
      .findOneAndUpdate(filter, [{ $set: changes }], { returnDocument: 'after', updatePipeline: true })
      .lean<BookingDocument>();
    return booking?.status === to ? toBooking(booking) : undefined;
  }

  private async findOne(filter: QueryFilter<BookingDocument>): Promise<Booking | undefined> {
    const booking = await this.bookings.findOne(filter).lean<BookingDocument>();
    return booking === null ? undefined : toBooking(booking);
  }

  private async findPage(
    filter: QueryFilter<BookingDocument>,
    { limit, after }: PageRequest,
  ): Promise<readonly Booking[]> {
    const conditions: QueryFilter<BookingDocument>[] = [filter];
    if (after !== undefined) {
      const { time, id } = after;
      conditions.push({
        $or: [{ created_at: { $lt: time } }, { created_at: time, _id: { $lt: objectId(id) } }],
      });
    }
    const found = this.bookings
      .find({ $and: conditions })
      .sort({ created_at: -1, _id: -1 })
      .limit(limit + 1);
    return (await found.lean<BookingDocument[]>()).map(toBooking);
  }
}

function toBooking(document: BookingDocument): Booking {
  const { failure, confirmed_at, ended_at, booked_by, ended_by } = document;
  return {
    id: document._id.toHexString(),
    userId: document.user_id.toHexString(),
    showId: document.show_id.toHexString(),
    seats: document.seats.map((seat) => seat.toHexString()),
    status: document.status,
    createdAt: document.created_at,
    leaseUntil: document.lease_until,
    ...(confirmed_at && { confirmedAt: confirmed_at }),
    ...(ended_at && { endedAt: ended_at }),
    ...(booked_by && { bookedBy: booked_by.toHexString() }),
    ...(ended_by && { endedBy: ended_by.toHexString() }),
    ...(failure && { failure: { ...failure, seatIds: failure.seats.map((seat) => seat.toHexString()) } }),
  };
}
