import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import {
  changeOne,
  isDuplicateKey,
  literals,
  newId,
  objectId,
  pageConditions,
  PageRequest,
  Turns,
  whenNew,
} from '@modex/api-core';
import { Booking, BOOKING_MOVES, BookingFailure, BookingStatus, isFinalFailure, statesBefore } from '@modex/domain';
import { IndexDefinition, Model, QueryFilter } from 'mongoose';
import {
  BookingAsOf,
  BookingIntent,
  BookingOutline,
  BookingRef,
  BookingRepository,
  BookingsOfUser,
  BookingsSought,
  Cancellation,
  OpenedBooking,
  SweepLooks,
} from '../booking.repository';
import { NewBookingEvent } from '../outbox/booking-outbox';
import { Changes, ended, LIVE, whileLive, withFewer } from './booking-changes';
import { withEvent } from './booking-events';
import { newBookingCode } from './booking-code';
import { asSeen, asSwept, named, partAsSeen } from './booking-filters';
import { BookingDocument, OF_USERS } from './booking.schema';
import { fromQuote } from './booking-price-document';
import { nextLook } from './next-look';
import { fromNamedSeat } from './seat-names';
import { toBooking } from './to-booking';

/** Bookings whose seats were released when they got this status; the sweep looks at them again. */
const GIVEN_UP: readonly BookingStatus[] = ['FAILED', 'EXPIRED'];

@Injectable()
export class MongooseBookingRepository extends BookingRepository {
  private readonly openings = new Turns();

  constructor(@InjectModel(BookingDocument.name) private readonly bookings: Model<BookingDocument>) {
    super();
  }

  /**
   * What one index lets through only once goes to the database in turn. A server that lets such inserts wait for one
   * another, as DocumentDB does, comes to deadlocks among many of them, and all its connections wait with them.
   */
  async open(intent: BookingIntent, leaseMs: number): Promise<OpenedBooking> {
    if (!intent.isOnly) return this.openNow(intent, leaseMs);
    return this.openings.after(`${intent.userId} ${intent.showId}`, () => this.openNow(intent, leaseMs));
  }

  private async openNow(intent: BookingIntent, leaseMs: number): Promise<OpenedBooking> {
    const { userId, showId, seats, names, price, bookedBy, idempotencyKey, isOnly, origin } = intent;
    const fields = literals({
      code: newBookingCode(),
      show_id: objectId(showId),
      seats: seats.map(objectId),
      seat_names: names.map(fromNamedSeat),
      price: price && fromQuote(price),
      status: 'PENDING' satisfies BookingStatus,
      booked_by: bookedBy === undefined ? undefined : objectId(bookedBy),
      idempotency_key: idempotencyKey,
      open: isOnly === true ? true : undefined,
      origin,
    });
    const leaseEnd = { $add: ['$$NOW', leaseMs] };
    const times = { created_at: '$$NOW', lease_until: leaseEnd, sweep_at: leaseEnd };
    try {
      // An upsert, since only an update can ask the database for its time.
      const own = { _id: objectId(newId()), user_id: objectId(userId) };
      const booking = await changeOne(this.bookings, own, [whenNew({ ...fields, ...times })], { upsert: true });
      return { kind: 'opened', booking: toBooking(booking as BookingDocument) };
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const known = idempotencyKey === undefined ? undefined : await this.findByKey(userId, idempotencyKey);
      if (known !== undefined) return { kind: 'known', booking: known };
      // Undefined if the booking with the key failed in between because of the storage, which freed the key.
      return isOnly ? { kind: 'busy' } : this.openNow(intent, leaseMs);
    }
  }

  async confirm(booking: BookingRef, event?: NewBookingEvent): Promise<Booking | undefined> {
    const changes = {
      ...{ status: 'CONFIRMED', confirmed_at: '$$NOW', sweep_at: '$$REMOVE', open: '$$REMOVE' },
      ...withEvent(event),
    };
    return this.move(booking, 'CONFIRMED', whileLive(changes), ['PENDING']);
  }

  async fail(booking: BookingRef, failure: BookingFailure): Promise<Booking | undefined> {
    const { seatIds, ...why } = failure;
    const reason = literals({ failure: { ...why, seats: seatIds.map(objectId) } });
    // After a final failure the outcome of every command is known; after any other a late command may still succeed.
    const isFinal = isFinalFailure(failure);
    const end = isFinal ? { sweep_at: '$$REMOVE', open: '$$REMOVE' } : { idempotency_key: '$$REMOVE' };
    return this.move(booking, 'FAILED', { status: 'FAILED', ended_at: '$$NOW', ...reason, ...end });
  }

  async expire(booking: BookingRef): Promise<Booking | undefined> {
    return this.move(booking, 'EXPIRED', {
      status: { $cond: [LIVE, '$status', 'EXPIRED'] },
      ended_at: { $cond: [LIVE, '$$REMOVE', '$$NOW'] },
    });
  }

  async cancel(seen: Booking, cancellation: Cancellation, event?: NewBookingEvent): Promise<Booking | undefined> {
    const { seatIds = seen.seats } = cancellation;
    const kept = seen.seats.filter((seatId) => !seatIds.includes(seatId));
    const changes = kept.length === 0 ? ended(cancellation) : withFewer(kept, seatIds, cancellation);
    // Seats that somebody else gave back meanwhile must not return to the list, and nobody may have got in with one or paid.
    const filter: QueryFilter<BookingDocument> = {
      $and: [asSeen(seen), partAsSeen('tickets', seen), partAsSeen('till', seen), { status: 'CONFIRMED' }],
    };
    const stage = { $set: { ...changes, sweep_at: '$$NOW', ...withEvent(event) } };
    const booking = await changeOne(this.bookings, filter, [stage]);
    return booking === null ? undefined : toBooking(booking);
  }

  async findByKey(userId: string, idempotencyKey: string): Promise<Booking | undefined> {
    return this.findOne({ user_id: objectId(userId), idempotency_key: idempotencyKey });
  }

  async find(booking: BookingRef): Promise<Booking | undefined> {
    return this.findOne(named(booking));
  }

  async findById(bookingId: string): Promise<Booking | undefined> {
    return this.findOne({ _id: objectId(bookingId) });
  }

  async findByIds(bookingIds: readonly string[]): Promise<readonly Booking[]> {
    return this.findAll({ _id: { $in: bookingIds.map(objectId) } });
  }

  async findByCode(code: string, statuses: readonly BookingStatus[]): Promise<readonly Booking[]> {
    return this.findAll({ code, status: { $in: [...statuses] } });
  }

  async countSeatsBeside({ id, userId, showId }: Booking): Promise<number> {
    const mayHave: QueryFilter<BookingDocument>[] = [
      { status: { $in: ['PENDING', 'HELD', 'CONFIRMED'] } },
      { sweep_at: { $exists: true }, status: 'CANCELLED' },
    ];
    const others = await this.bookings
      .find({
        user_id: objectId(userId),
        show_id: objectId(showId),
        _id: { $ne: objectId(id) },
        booked_by: { $exists: false },
        $or: mayHave,
      })
      .select({ seats: 1, returned: 1, leaving: 1, sweep_at: 1 })
      .lean<Pick<BookingDocument, 'seats' | 'returned' | 'leaving' | 'sweep_at'>[]>();
    return others.reduce((sum, { seats, returned = [], leaving = [], sweep_at }) => {
      // What was given back may not be released yet.
      const notReleased = sweep_at === undefined ? 0 : returned.length + leaving.length;
      return sum + seats.length + notReleased;
    }, 0);
  }

  async countHoldsFrom(origin: string): Promise<number> {
    return this.bookings.countDocuments({ origin, open: true, status: { $in: ['PENDING', 'HELD'] } });
  }

  async findByUser(
    wanted: BookingsOfUser,
    statuses: readonly BookingStatus[],
    page: PageRequest,
  ): Promise<readonly Booking[]> {
    return this.findPage(ofUser(wanted, statuses), page);
  }

  async outlineByUser(wanted: BookingsOfUser, statuses: readonly BookingStatus[]): Promise<readonly BookingOutline[]> {
    const found = this.bookings.find(ofUser(wanted, statuses), { show_id: 1, status: 1 });
    return (await found.lean<Pick<BookingDocument, '_id' | 'show_id' | 'status'>[]>()).map((document) => ({
      id: document._id.toHexString(),
      showId: document.show_id.toHexString(),
      status: document.status,
    }));
  }

  async findByShow(showId: string, statuses: readonly BookingStatus[], page: PageRequest): Promise<readonly Booking[]> {
    return this.findPage({ show_id: objectId(showId), status: { $in: [...statuses] } }, page);
  }

  async findSought(
    { code, userIds, showId }: BookingsSought,
    statuses: readonly BookingStatus[],
    page: PageRequest,
  ): Promise<readonly Booking[]> {
    const ofShow = showId === undefined ? {} : { show_id: objectId(showId) };
    const some = { ...ofShow, status: { $in: [...statuses] } };
    const byPeople = { ...some, user_id: { $in: userIds.map(objectId) } };
    const [withCode, ofPeople] = await Promise.all([
      code === undefined ? [] : this.findPage({ ...some, code }, page, { code: 1 }),
      // A show may have far more bookings than these people, and its index has the order that is asked for.
      userIds.length === 0 ? [] : this.findPage(byPeople, page, OF_USERS),
    ]);
    const found = new Map([...withCode, ...ofPeople].map((booking) => [booking.id, booking]));
    return [...found.values()].toSorted(latestFirst).slice(0, page.limit + 1);
  }

  async *eachOfShow(showId: string, statuses: readonly BookingStatus[]): AsyncIterable<Booking> {
    const filter = { show_id: objectId(showId), status: { $in: [...statuses] } };
    // Sorted by a field that never changes: otherwise the cursor may read a booking twice or miss it, if it ends meanwhile.
    const found = this.bookings.find(filter).sort({ created_at: -1, _id: -1 }).lean<BookingDocument[]>();
    for await (const booking of found.cursor({ batchSize: 500 })) yield toBooking(booking);
  }

  async findBySeat(showId: string, seatId: string): Promise<readonly Booking[]> {
    const seat = objectId(seatId);
    return this.findAll({ show_id: objectId(showId), $or: [{ seats: seat }, { 'returned.seat': seat }] });
  }

  async findAsOf(bookingIds: readonly string[]): Promise<readonly BookingAsOf[]> {
    const found = await this.bookings.aggregate<BookingDocument & { as_of: Date }>([
      { $match: { _id: { $in: bookingIds.map(objectId) } } },
      { $set: { as_of: '$$NOW' } },
    ]);
    return found.map((document) => ({ booking: toBooking(document), asOf: document.as_of }));
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

  async swept(seen: Booking, looks: SweepLooks): Promise<void> {
    await changeOne(this.bookings, asSwept(seen), [{ $set: nextLook(seen, looks) }]);
  }

  /** One compare-and-set; the new status tells whether a move under a condition of time was made. */
  private async move(
    ref: BookingRef,
    to: BookingStatus,
    changes: Changes,
    from = statesBefore(BOOKING_MOVES, to),
  ): Promise<Booking | undefined> {
    const filter = { ...named(ref), status: { $in: [...from] } };
    const booking = await changeOne(this.bookings, filter, [{ $set: changes }]);
    return booking?.status === to ? toBooking(booking) : undefined;
  }

  private async findOne(filter: QueryFilter<BookingDocument>): Promise<Booking | undefined> {
    const booking = await this.bookings.findOne(filter).lean<BookingDocument>();
    return booking === null ? undefined : toBooking(booking);
  }

  private async findAll(filter: QueryFilter<BookingDocument>): Promise<readonly Booking[]> {
    return (await this.bookings.find(filter).lean<BookingDocument[]>()).map(toBooking);
  }

  private async findPage(
    filter: QueryFilter<BookingDocument>,
    page: PageRequest,
    index?: IndexDefinition,
  ): Promise<readonly Booking[]> {
    const found = this.bookings
      .find({ $and: [filter, ...pageConditions('created_at', page)] })
      .sort({ created_at: -1, _id: -1 })
      .limit(page.limit + 1);
    if (index !== undefined) void found.hint(index);
    return (await found.lean<BookingDocument[]>()).map(toBooking);
  }
}

function ofUser({ userId, showId }: BookingsOfUser, statuses: readonly BookingStatus[]): QueryFilter<BookingDocument> {
  const ofShow = showId === undefined ? {} : { show_id: objectId(showId) };
  return { user_id: objectId(userId), ...ofShow, status: { $in: [...statuses] } };
}

function latestFirst(a: Booking, b: Booking): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);
}
