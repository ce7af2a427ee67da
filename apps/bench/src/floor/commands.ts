import { randomInt } from 'node:crypto';
import { type Collection, type Db, ObjectId } from 'mongodb';
import { type SessionOwner, sessionRead } from '../session-read';

/** Characters of a booking's code. */
const CODE_ALPHABET = '23456789ACDEFGHJKMNPQRTVWXY';
const LEASE_MS = 30_000;
/** The lease lasts, by the database's clock. */
export const LIVE = { $gt: ['$lease_until', '$$NOW'] };

/** A booking under way. */
export interface Intent {
  readonly _id: ObjectId;
  readonly user_id: ObjectId;
  readonly show_id: ObjectId;
  /** In the order in which they are locked. */
  readonly seats: readonly ObjectId[];
  readonly code: string;
  readonly created_at: Date;
  readonly lease_until: Date;
}

/** What a customer sends. */
export interface Wanted extends Pick<Intent, 'user_id' | 'show_id' | 'seats'> {
  /** Seats to hold: it is the one hold of this customer in the show. */
  readonly isHold?: boolean;
}

/** Seats to lock for a booking until its lease is over. */
export interface Locking extends Pick<Intent, '_id' | 'show_id' | 'seats' | 'lease_until'> {
  /** That of the hold; without one the seats are sold at once. */
  readonly version?: number;
}

/** A document of any shape. */
export interface Stored {
  readonly _id: ObjectId;
}

/**
 * The commands of the booking protocol, each as light as possible: answers have only what is read, and constants are not
 * wrapped. What the protocol needs is kept: one command each, time by the database's clock, no lock after the lease.
 */
export class Commands {
  private readonly sessions: Collection<{ _id: string }>;
  readonly bookings: Collection<Stored>;
  readonly seats: Collection<Stored>;

  constructor(db: Db) {
    this.sessions = db.collection('sessions');
    this.bookings = db.collection('bookings');
    this.seats = db.collection('seats');
  }

  async findSession(id: string): Promise<SessionOwner | undefined> {
    const [session] = await this.sessions.aggregate<SessionOwner>(sessionRead(id)).toArray();
    return session;
  }

  async open({ user_id, show_id, seats, isHold }: Wanted): Promise<Intent> {
    const _id = new ObjectId();
    const leaseEnd = { $add: ['$$NOW', LEASE_MS] };
    const fields = { code: newCode(), show_id, seats: [...seats], status: 'PENDING', ...(isHold && { open: true }) };
    const times = { created_at: '$$NOW', lease_until: leaseEnd, sweep_at: leaseEnd };
    const opened = await this.bookings.findOneAndUpdate(
      { _id, user_id } as object,
      [{ $set: { ...fields, ...times } }],
      {
        upsert: true,
        returnDocument: 'after',
        projection: { created_at: 1, lease_until: 1 },
      },
    );
    const { created_at, lease_until } = opened as unknown as Intent;
    return { _id, user_id, show_id, seats, code: fields.code, created_at, lease_until };
  }

  /** @returns whether the booking has the seat now */
  async lock(locking: Locking, seat: ObjectId): Promise<boolean> {
    const filter = { show_id: locking.show_id, _id: seat, status: 'AVAILABLE' };
    const found = await this.seats.findOneAndUpdate(filter, lockOf(locking), {
      returnDocument: 'after',
      projection: { status: 1 },
    });
    return (found as { status?: string } | null)?.status === statusOf(locking);
  }

  async release({ _id, show_id }: Locking, seats: readonly ObjectId[]): Promise<void> {
    await this.seats.updateMany(
      { show_id, _id: { $in: [...seats] }, booking_id: _id },
      { $set: { status: 'AVAILABLE' }, $unset: { booking_id: 1, version: 1 } },
    );
  }

  /** @returns false when the lease was over */
  async confirm(intent: Intent): Promise<boolean> {
    const changes = {
      status: { $cond: [LIVE, 'CONFIRMED', '$status'] },
      confirmed_at: { $cond: [LIVE, '$$NOW', '$$REMOVE'] },
      sweep_at: { $cond: [LIVE, '$$REMOVE', '$sweep_at'] },
    };
    return (await this.move(intent, changes)) === 'CONFIRMED';
  }

  async fail(intent: Intent): Promise<void> {
    await this.move(intent, { status: 'FAILED', ended_at: '$$NOW', sweep_at: '$$REMOVE', open: '$$REMOVE' });
  }

  private async move({ _id, user_id }: Intent, changes: object): Promise<string | undefined> {
    const moved = await this.bookings.findOneAndUpdate(
      { _id, user_id, status: 'PENDING' } as object,
      [{ $set: changes }],
      {
        returnDocument: 'after',
        projection: { status: 1 },
      },
    );
    return (moved as { status?: string } | null)?.status;
  }
}

/** What a seat becomes for a booking whose lease lasts. */
export function lockOf(locking: Locking): { $set: object }[] {
  const { _id, lease_until, version } = locking;
  const live = { $lt: ['$$NOW', lease_until] };
  const status = { $cond: [live, statusOf(locking), '$status'] };
  const ofHold = version === undefined ? {} : { version: { $cond: [live, version, '$version'] } };
  return [{ $set: { status, booking_id: { $cond: [live, _id, '$booking_id'] }, ...ofHold } }];
}

function statusOf({ version }: Locking): 'BOOKED' | 'HELD' {
  return version === undefined ? 'BOOKED' : 'HELD';
}

function newCode(): string {
  return Array.from({ length: 8 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}
