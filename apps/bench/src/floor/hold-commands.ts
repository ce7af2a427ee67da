import type { Collection, ObjectId } from 'mongodb';
import { type Commands, type Intent, LIVE, type Stored } from './commands';

const HOLD_MS = 600_000;
const CHANGE_MS = 10_000;
const UNCHANGING = { change: { $exists: false } } as const;

const HOLD_FIELDS = { user_id: 1, show_id: 1, seats: 1, status: 1, code: 1, created_at: 1 } as const;

/** A hold as its customer asks for it; only of their own. */
export interface HoldRef {
  readonly _id: ObjectId;
  readonly user_id: ObjectId;
}

/** A hold as it is stored. */
export interface Hold extends HoldRef {
  readonly show_id: ObjectId;
  readonly seats: readonly ObjectId[];
  readonly status: string;
  readonly code: string;
  readonly created_at: Date;
}

/** A change of a hold that has begun. */
export interface HoldChange {
  readonly hold: HoldRef;
  /** The seats that it is to have. */
  readonly seats: readonly ObjectId[];
  readonly version: number;
  /** It may lock seats until then. */
  readonly until: Date;
}

/** What is read back of a hold that was changed. */
interface Changed {
  readonly status: string;
  readonly lease_until: Date;
  readonly version: number;
  readonly change: { readonly until: Date };
}

/** The commands of holds, as light as those of bookings. The intent, the locks and the rollback are those of a booking. */
export class HoldCommands {
  private readonly bookings: Collection<Stored>;
  private readonly seats: Collection<Stored>;

  constructor({ bookings, seats }: Commands) {
    this.bookings = bookings;
    this.seats = seats;
  }

  /** PENDING → HELD. @returns until when it is held; undefined when the lease was over */
  async hold({ _id, user_id }: Intent): Promise<Date | undefined> {
    const end = { $cond: [LIVE, { $add: ['$$NOW', HOLD_MS] }, '$lease_until'] };
    const changes = { status: { $cond: [LIVE, 'HELD', '$status'] }, lease_until: end, sweep_at: end };
    const held = await this.change({ _id, user_id, status: 'PENDING' }, changes, { status: 1, lease_until: 1 });
    return held?.status === 'HELD' ? held.lease_until : undefined;
  }

  async find(hold: HoldRef): Promise<Hold | null> {
    return (await this.bookings.findOne({ ...hold }, { projection: HOLD_FIELDS })) as Hold | null;
  }

  /** Announces a change. @returns undefined when another is under way, or the hold is over */
  async begin({ _id, user_id }: HoldRef, seats: readonly ObjectId[]): Promise<HoldChange | undefined> {
    const soon = { $add: ['$$NOW', CHANGE_MS] };
    const until = { $cond: [{ $lt: [soon, '$lease_until'] }, soon, '$lease_until'] };
    const changes = {
      change: { $cond: [LIVE, { seats: [...seats], until }, '$$REMOVE'] },
      version: { $add: [{ $ifNull: ['$version', 0] }, 1] },
      sweep_at: until,
    };
    const filter = { _id, user_id, status: 'HELD', ...UNCHANGING };
    const begun = await this.change(filter, changes, { version: 1, 'change.until': 1 });
    const { version, change } = begun ?? {};
    return version === undefined || change === undefined
      ? undefined
      : { hold: { _id, user_id }, seats, version, until: change.until };
  }

  /** The hold has the wanted seats from now on. @returns until when; undefined when it was over */
  async commit({ hold: { _id, user_id }, seats, version }: HoldChange): Promise<Date | undefined> {
    const changes = {
      seats: { $cond: [LIVE, [...seats], '$seats'] },
      change: { $cond: [LIVE, '$$REMOVE', '$change'] },
    };
    const fields = { lease_until: 1, 'change.until': 1 };
    const changed = await this.change({ _id, user_id, status: 'HELD', version }, changes, fields);
    return changed?.change === undefined ? changed?.lease_until : undefined;
  }

  async drop({ hold, version }: HoldChange): Promise<void> {
    await this.bookings.updateOne({ ...hold, version } as object, { $unset: { change: 1 } });
  }

  /** HELD → CONFIRMED, with the seats that its customer saw. @returns false when it has others or is over */
  async confirm({ _id, user_id }: HoldRef, seen: readonly ObjectId[]): Promise<boolean> {
    const changes = {
      status: { $cond: [LIVE, 'CONFIRMED', '$status'] },
      confirmed_at: { $cond: [LIVE, '$$NOW', '$$REMOVE'] },
      open: { $cond: [LIVE, '$$REMOVE', '$open'] },
    };
    const filter = { _id, user_id, status: 'HELD', ...UNCHANGING, seats: [...seen] };
    return (await this.change(filter, changes, { status: 1 }))?.status === 'CONFIRMED';
  }

  /** The seats of a confirmed hold become BOOKED. */
  async follow({ _id, show_id, seats }: Hold): Promise<void> {
    await this.seats.updateMany({ show_id, _id: { $in: [...seats] }, booking_id: _id, status: 'HELD' } as object, {
      $set: { status: 'BOOKED' },
      $unset: { version: 1 },
    });
  }

  private async change(filter: object, changes: object, projection: object): Promise<Partial<Changed> | null> {
    const options = { returnDocument: 'after', projection } as const;
    return this.bookings.findOneAndUpdate(filter, [{ $set: changes }], options) as Promise<Partial<Changed> | null>;
  }
}
