import { randomUUID } from 'node:crypto';
import { mongo } from 'mongoose';
import { isDuplicateKey } from '../storage-fault';

/** How long the holder may be silent until another instance takes over, in milliseconds. */
const LEASE_MS = 10_000;
const BEAT_MS = 2_000;
const LOOK_MS = 250;

interface LockDocument {
  readonly _id: 'preparation';
  readonly holder: string;
  readonly lease_until: Date;
}

/** What the holder of the lock may ask. */
export interface Held {
  /** Throws once another instance has taken over, since this one was silent for too long. */
  assertHeld(): void;
}

/**
 * Lets one instance at a time prepare the database. The lock is a document with a lease by the database's clock, renewed
 * while the work lasts: when its holder dies, the next instance goes on after ten seconds.
 */
export class PreparationLock {
  private readonly me = randomUUID();
  private readonly locks: mongo.Collection<LockDocument>;

  constructor(db: mongo.Db) {
    this.locks = db.collection<LockDocument>('locks');
  }

  /** @param waiting told once when another instance holds the lock */
  async hold<T>(work: (held: Held) => Promise<T>, waiting: () => void): Promise<T> {
    if (!(await this.take())) {
      waiting();
      do await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      while (!(await this.take()));
    }
    let isLost = false;
    const beat = setInterval(() => {
      // A beat that fails is made good by the next one; the lease decides.
      this.renew().then(
        (isMine) => (isLost ||= !isMine),
        () => undefined,
      );
    }, BEAT_MS);
    try {
      return await work({
        assertHeld: () => {
          if (isLost) throw new Error('Another instance has taken over the preparation of the database; start again.');
        },
      });
    } finally {
      clearInterval(beat);
      await this.release().catch(() => undefined);
    }
  }

  /** Takes the lock where it is free; sent twice, it is taken once. @returns whether it is ours now */
  private async take(): Promise<boolean> {
    const isFree = {
      $or: [
        { $eq: ['$holder', this.me] },
        { $lte: [{ $ifNull: ['$lease_until', { $literal: new Date(0) }] }, '$$NOW'] },
      ],
    };
    const change = {
      holder: { $cond: [isFree, this.me, '$holder'] },
      lease_until: { $cond: [isFree, { $add: ['$$NOW', LEASE_MS] }, '$lease_until'] },
    };
    try {
      const lock = await this.locks.findOneAndUpdate({ _id: 'preparation' }, [{ $set: change }], {
        upsert: true,
        returnDocument: 'after',
      });
      return lock?.holder === this.me;
    } catch (error) {
      // Two instances made the document at once; the other one has it.
      if (isDuplicateKey(error) || hasMetAnother(error)) return false;
      throw error;
    }
  }

  /**
   * Never makes the lock anew: another instance may have taken over and be done already, or this one may have released it
   * while the beat was under way. @returns whether it is still ours
   */
  private async renew(): Promise<boolean> {
    const change = { lease_until: { $add: ['$$NOW', LEASE_MS] } };
    const mine = await this.locks.updateOne({ _id: 'preparation', holder: this.me }, [{ $set: change }]);
    return mine.matchedCount > 0;
  }

  private async release(): Promise<void> {
    // Not deleteOne: DocumentDB's misses a document that is renewed in the same moment.
    await this.locks.deleteMany({ _id: 'preparation', holder: this.me });
  }
}

/** What DocumentDB says instead of a duplicate key where two upserts meet that ask for its time. */
function hasMetAnother(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && /\$\$NOW .*cannot be used/.test(error.message);
}
