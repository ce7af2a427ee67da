import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { Connection, mongo } from 'mongoose';
import { DatabaseIndexes } from './database-indexes';
import type { Migration } from './migrations/migration';
import { Migrator } from './migrations/migrator';
import { PreparationLock } from './migrations/preparation-lock';

/** The work before the first request, done by one instance at a time. */
export interface PreparationPlan {
  /** All migrations there ever were, the first one first. */
  readonly migrations: readonly Migration[];
  /** What else must exist, after the migrations and the indexes. */
  readonly finish: () => Promise<void>;
  /** One line for the person at the terminal. */
  readonly say: (line: string) => void;
}

/** Migrations, then indexes, then what must exist; beside other instances that start at the same moment. */
@Injectable()
export class DatabasePreparation {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly indexes: DatabaseIndexes,
  ) {}

  /** @throws NewerDatabase, before anything is touched */
  async prepare({ migrations, finish, say }: PreparationPlan): Promise<void> {
    const db = this.connection.db as mongo.Db;
    const migrator = new Migrator(db, migrations, say);
    await migrator.refuseNewer();
    await new PreparationLock(db).hold(
      async (held) => {
        await migrator.migrate(held);
        await this.indexes.ensure();
        await finish();
      },
      () => say('  Another instance is preparing the database; waiting for it.'),
    );
  }
}
