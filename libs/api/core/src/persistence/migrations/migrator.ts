import type { mongo } from 'mongoose';
import { isDuplicateKey } from '../storage-fault';
import type { Migration } from './migration';
import type { Held } from './preparation-lock';

/** A line of progress at most this often, in milliseconds. */
const TELL_MS = 2_000;

interface AppliedMigration {
  readonly _id: string;
  readonly applied_at: Date;
}

/** The database was written by a newer version of the program than this one; nothing was touched. */
export class NewerDatabase extends Error {}

/** Brings what is stored to the shape that this version of the program expects: each migration once, in order. */
export class Migrator {
  private readonly applied: mongo.Collection<AppliedMigration>;

  constructor(
    private readonly db: mongo.Db,
    private readonly migrations: readonly Migration[],
    /** One line for the person at the terminal. */
    private readonly say: (line: string) => void,
  ) {
    this.applied = db.collection<AppliedMigration>('migrations');
  }

  /** @throws NewerDatabase when a migration was applied that this version does not know */
  async refuseNewer(): Promise<void> {
    await this.knownApplied();
  }

  /** Applies what is missing; call it under the lock. @throws NewerDatabase as above */
  async migrate({ assertHeld }: Held): Promise<void> {
    const applied = await this.knownApplied();
    for (const migration of this.migrations.filter(({ id }) => !applied.has(id))) {
      await migration.run(this.db, this.teller(migration, assertHeld));
      assertHeld();
      await this.record(migration);
    }
  }

  /** The ids of the migrations that were applied, all of which this version knows. */
  private async knownApplied(): Promise<ReadonlySet<string>> {
    const applied = (await this.applied.find().toArray()).map(({ _id }) => _id);
    const known = new Set(this.migrations.map(({ id }) => id));
    const unknown = applied.find((id) => !known.has(id));
    if (unknown === undefined) return new Set(applied);
    throw new NewerDatabase(
      `The database was written by a newer version of Modex (${unknown}); start that version, or restore a backup.`,
    );
  }

  private teller({ what }: Migration, assertHeld: () => void) {
    let toldAt = 0;
    return (done: number, total: number): void => {
      assertHeld();
      const now = performance.now();
      if (done < total && now - toldAt < TELL_MS) return;
      toldAt = now;
      this.say(`  Preparing the data: ${what}, ${done} of ${total}`);
    };
  }

  private async record({ id }: Migration): Promise<void> {
    try {
      await this.applied.insertOne({ _id: id, applied_at: new Date() });
    } catch (error) {
      // The answer to an insert that was made can be lost, and the driver sends it again.
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
