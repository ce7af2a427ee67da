import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { databaseFile, LOG_PAGES, openDatabaseFile, type Durability, type Place } from './database-file';
import { messageOf, storageFault, StorageFault } from './storage-fault';
import { lazyStatement, type Columns } from './statement';

/** A stored description of a collection: its id and its BSON. */
export interface CatalogRow {
  readonly id: number;
  readonly entry: Uint8Array;
}

/**
 * The SQLite file: its transactions and the rows of the catalog. A transaction begins with the first write and
 * ends when the batch of commands that share it is committed (see Scheduler).
 */
export class Store {
  readonly database: DatabaseSync;
  readonly file: string;
  readonly isOnDisk: boolean;
  commits = 0;
  isFrozen = false;
  private hasBegun = false;
  private readonly run: Record<'begin' | 'commit' | 'savepoint' | 'release' | 'undo', () => StatementSync>;

  constructor(place: Place, durability: Durability) {
    this.file = databaseFile(place);
    this.isOnDisk = 'path' in place;
    this.database = openDatabaseFile(place, durability);
    this.run = {
      begin: lazyStatement(this.database, 'BEGIN IMMEDIATE'),
      commit: lazyStatement(this.database, 'COMMIT'),
      savepoint: lazyStatement(this.database, 'SAVEPOINT statement'),
      release: lazyStatement(this.database, 'RELEASE statement'),
      undo: lazyStatement(this.database, 'ROLLBACK TO statement'),
    };
  }

  /**
   * Runs one statement's writes: all of them are kept or none. Joins the batch's transaction.
   * @throws StorageFault when SQLite has rolled the whole transaction back (a full or failing disk)
   */
  atomically<T>(write: () => T): T {
    if (!this.hasBegun) {
      this.run.begin().run();
      this.hasBegun = true;
    }
    this.run.savepoint().run();
    try {
      const result = write();
      this.run.release().run();
      return result;
    } catch (error) {
      this.undoStatement(error);
      throw error;
    }
  }

  private undoStatement(error: unknown): void {
    const fault = storageFault(error, this.file);
    if (this.database.isTransaction) {
      this.run.undo().run();
      this.run.release().run();
    }
    if (fault) throw fault;
  }

  /** SQLite itself has rolled back what the batch had written so far: a full or failing disk. */
  get isTransactionLost(): boolean {
    return this.hasBegun && !this.database.isTransaction;
  }

  /**
   * Makes the batch durable. After a failure nobody can know what reached the disk, so the caller has to end.
   * @throws StorageFault `commit-failed`
   */
  commit(): void {
    if (!this.hasBegun) return;
    try {
      this.run.commit().run();
      this.hasBegun = false;
      this.commits++;
    } catch (error) {
      throw new StorageFault('commit-failed', `COMMIT failed on ${this.file}: ${messageOf(error)}.`, error);
    }
  }

  rollback(): void {
    this.hasBegun = false;
    if (this.database.isTransaction) this.database.exec('ROLLBACK');
  }

  /**
   * Brings everything committed into the file and lets it stand from then on: later commits stay in the log beside
   * it. False, with nothing done, while a transaction is open.
   */
  freeze(): boolean {
    if (this.hasBegun) return false;
    const { busy } = this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
    if (busy !== 0) return false;
    this.database.exec('PRAGMA wal_autocheckpoint = 0');
    this.isFrozen = true;
    return true;
  }

  /** Lets the log flow into the file again. */
  thaw(): void {
    this.database.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
    this.isFrozen = false;
  }

  /** Lets the file grow to this many bytes and no further. */
  limitBytes(bytes: number): void {
    const { page_size: pageSize } = this.database.prepare('PRAGMA page_size').get() ?? {};
    this.database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(bytes / Number(pageSize)))}`);
  }

  catalogRows(): CatalogRow[] {
    const statement = lazyStatement(this.database, 'SELECT id, entry FROM catalog ORDER BY id');
    const rows = statement().all() as unknown as Columns<[number, Uint8Array]>[];
    return rows.map(([id, entry]) => ({ id, entry }));
  }

  tableNames(): string[] {
    const statement = lazyStatement(this.database, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    return (statement().all() as unknown as Columns<[string]>[]).map(([name]) => name);
  }

  saveCatalogRow({ id, entry }: CatalogRow): void {
    this.database.prepare('INSERT OR REPLACE INTO catalog (id, entry) VALUES (?, ?)').run(id, entry);
  }

  removeCatalogRow(id: number): void {
    this.database.prepare('DELETE FROM catalog WHERE id = ?').run(id);
  }

  close(): void {
    if (this.database.isOpen) this.database.close();
  }
}
