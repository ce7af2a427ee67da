import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { changeOne, literals, newId, objectId, onlyIf } from '@modex/api-core';
import { BookingStatus, ChangingHold, HeldBooking, NamedSeat, seatsWithout } from '@modex/domain';
import { Model, QueryFilter } from 'mongoose';
import { BookingAsOf, BookingRef } from '../booking.repository';
import { HoldRepository, HoldTerms, HoldTimes, NewHoldChange, SeenHold } from '../holds/hold.repository';
import { NewBookingEvent } from '../outbox/booking-outbox';
import { Changes, least, LIVE, whileLive } from './booking-changes';
import { withEvent } from './booking-events';
import { named } from './booking-filters';
import { BookingDocument } from './booking.schema';
import { fromQuote } from './booking-price-document';
import { fromNamedSeat } from './seat-names';
import { toBooking } from './to-booking';

/** No change is under way. */
const UNCHANGING = { change: { $exists: false } } as const;
/** The sweep must look at it now. */
const DUE = '$$NOW';

@Injectable()
export class MongooseHoldRepository extends HoldRepository {
  constructor(@InjectModel(BookingDocument.name) private readonly bookings: Model<BookingDocument>) {
    super();
  }

  async hold(booking: BookingRef, { atMost, ...times }: HoldTerms): Promise<HeldBooking | undefined> {
    const end = endOf(times);
    const changes = {
      status: 'HELD',
      held_at: '$$NOW',
      written_at: '$$NOW',
      lease_until: end,
      sweep_at: end,
      ...literals({ at_most: atMost }),
    };
    const held = await this.move({ ...named(booking), status: 'PENDING' }, whileLive(changes));
    return held?.status === 'HELD' ? held : undefined;
  }

  async findOpen(userId: string, showId: string): Promise<BookingAsOf | undefined> {
    const [open] = await this.bookings.aggregate<BookingDocument & { as_of: Date }>([
      { $match: { user_id: objectId(userId), show_id: objectId(showId), open: true } },
      { $limit: 1 },
      { $set: { as_of: '$$NOW' } },
    ]);
    return open === undefined ? undefined : { booking: toBooking(open), asOf: open.as_of };
  }

  async begin(hold: BookingRef, { seats, leaseMs }: NewHoldChange): Promise<ChangingHold | undefined> {
    const id = newId();
    // The driver may send it twice; the second then finds the change that the first began.
    const mine = { 'change.id': objectId(id) };
    const until = least({ $add: ['$$NOW', leaseMs] }, '$lease_until');
    const isFirst = { $ne: ['$change.id', objectId(id)] };
    const changes = onlyIf(
      { $and: [LIVE, isFirst] },
      {
        change: { id: objectId(id), seats: { $literal: seats.map(objectId) }, until },
        version: { $add: [{ $ifNull: ['$version', 0] }, 1] },
        sweep_at: least('$sweep_at', until),
      },
    );
    const begun = await this.move({ ...held(hold), $or: [UNCHANGING, mine] }, changes);
    return begun?.hold.change?.id === id ? (begun as ChangingHold) : undefined;
  }

  async commit(begun: ChangingHold, names: readonly NamedSeat[]): Promise<HeldBooking | undefined> {
    const { seats } = begun.hold.change;
    const givenUp = seatsWithout(begun.seats, seats);
    const leaving =
      givenUp.length === 0
        ? { leaving: '$$REMOVE' }
        : { ...literals({ leaving: givenUp.map(objectId) }), sweep_at: DUE };
    const changed = literals({ seats: seats.map(objectId), seat_names: names.map(fromNamedSeat) });
    const stored = await this.move(
      changing(begun),
      whileLive({ ...changed, change: '$$REMOVE', written_at: '$$NOW', ...leaving }),
    );
    return stored?.hold.change === undefined ? stored : undefined;
  }

  async drop(begun: ChangingHold): Promise<void> {
    await this.bookings.updateOne(changingAny(begun), { $unset: { change: 1, leaving: 1 } });
  }

  async undo(seen: ChangingHold): Promise<HeldBooking | undefined> {
    const { change, leaving } = seen.hold;
    const left = [...new Set([...leaving, ...seatsWithout(change.seats, seen.seats)])];
    const isDead = { $lte: ['$change.until', '$$NOW'] };
    const undone = { change: '$$REMOVE', ...literals({ leaving: left.map(objectId) }), sweep_at: DUE };
    const stored = await this.move(changing(seen), onlyIf(isDead, undone));
    return stored?.hold.change === undefined ? stored : undefined;
  }

  async extend(hold: BookingRef, times: HoldTimes): Promise<HeldBooking | undefined> {
    const end = endOf(times);
    const later = { $cond: [{ $gt: [end, '$lease_until'] }, end, '$lease_until'] };
    const expired = onlyIf({ $not: [LIVE] }, { status: 'EXPIRED', ended_at: '$$NOW', sweep_at: DUE });
    const stored = await this.move(held(hold), {
      ...expired,
      ...whileLive({ lease_until: later, written_at: '$$NOW' }),
    });
    return stored?.status === 'HELD' ? stored : undefined;
  }

  async confirm(
    hold: BookingRef,
    { seats, price }: SeenHold,
    event?: NewBookingEvent,
  ): Promise<HeldBooking | undefined> {
    const changes = {
      status: 'CONFIRMED',
      confirmed_at: '$$NOW',
      sweep_at: DUE,
      open: '$$REMOVE',
      ...literals({ price: price && fromQuote(price) }),
      ...withEvent(event),
    };
    const filter = { ...held(hold), ...UNCHANGING, seats: seats.map(objectId) };
    const stored = await this.move(filter, whileLive(changes));
    return stored?.status === 'CONFIRMED' ? stored : undefined;
  }

  async release(hold: BookingRef, by: string): Promise<HeldBooking | undefined> {
    const changes = { ended_at: '$$NOW', sweep_at: DUE, ...literals({ status: 'RELEASED', ended_by: objectId(by) }) };
    return this.move(held(hold), changes);
  }

  /** One compare-and-set; what it leaves behind tells whether a move under a condition of time was made. */
  private async move(filter: QueryFilter<BookingDocument>, changes: Changes): Promise<HeldBooking | undefined> {
    const stored = await changeOne(this.bookings, filter, [{ $set: changes }]);
    return stored === null ? undefined : (toBooking(stored) as HeldBooking);
  }
}

function held(hold: BookingRef): QueryFilter<BookingDocument> {
  return { ...named(hold), status: 'HELD' satisfies BookingStatus };
}

/** The hold while this change of it is under way. */
function changing(begun: ChangingHold): QueryFilter<BookingDocument> {
  return { ...changingAny(begun), status: 'HELD' satisfies BookingStatus };
}

function changingAny({ hold: { change, version }, ...ref }: ChangingHold): QueryFilter<BookingDocument> {
  return { ...named(ref), 'change.id': objectId(change.id), version };
}

/** This long from now, but never beyond the longest life. */
function endOf({ holdMs, maxMs }: HoldTimes): unknown {
  return least({ $add: ['$$NOW', holdMs] }, { $add: ['$created_at', maxMs] });
}
