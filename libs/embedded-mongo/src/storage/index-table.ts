import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoredRecord } from './record-table';
import { lazyStatement, type Columns } from './statement';

/** A half-open range of index keys in memcmp order: `from` is inside, `to` is not. */
export interface KeyRange {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/** One entry of an index, with the document it points to. */
export interface IndexedRecord extends StoredRecord {
  readonly key: Uint8Array;
}

/** Where a scan stands: it goes on after this entry. */
export interface ScanPosition {
  readonly key: Uint8Array;
  readonly recordId: number;
}

/** How far and which way one step of a scan goes. */
export interface ScanStep {
  readonly limit: number;
  readonly reverse: boolean;
  readonly after?: ScanPosition;
}

/** Record ids start at 1: a position at -1 lies before every entry of its key. */
const BEFORE_ALL = -1;

/** The ordered entries (key bytes, record id) of one index. SQLite compares the keys by memcmp. */
export class IndexTable {
  readonly name: string;
  private readonly statements: Record<'owner' | 'add' | 'remove' | 'has', () => StatementSync>;
  private readonly scans: Record<'ascending' | 'descending' | 'keysAscending', () => StatementSync>;

  constructor(
    private readonly database: DatabaseSync,
    indexId: number,
    private readonly unique: boolean,
    records: string,
  ) {
    this.name = `index_${indexId}`;
    const { name } = this;
    const documents = `SELECT i.key, i.id, r.bytes FROM ${name} i CROSS JOIN ${records} r ON r.id = i.id`;
    const ascending = 'WHERE (i.key, i.id) > (?, ?) AND i.key < ? ORDER BY i.key, i.id LIMIT ?';
    const descending = 'WHERE (i.key, i.id) < (?, ?) AND i.key >= ? ORDER BY i.key DESC, i.id DESC LIMIT ?';
    this.statements = {
      owner: lazyStatement(database, `SELECT id FROM ${name} WHERE key = ? LIMIT 1`),
      add: lazyStatement(database, `INSERT INTO ${name} (key, id) VALUES (?, ?)`),
      remove: lazyStatement(database, `DELETE FROM ${name} WHERE key = ? AND id = ?`),
      has: lazyStatement(database, `SELECT 1 FROM ${name} WHERE key = ? AND id = ?`),
    };
    this.scans = {
      ascending: lazyStatement(database, `${documents} ${ascending}`),
      descending: lazyStatement(database, `${documents} ${descending}`),
      keysAscending: lazyStatement(database, `SELECT i.key, i.id FROM ${name} i ${ascending}`),
    };
  }

  /** In a unique index the key alone is the primary key: SQLite itself cannot hold a duplicate. */
  create(): void {
    const primaryKey = this.unique ? 'key' : 'key, id';
    const columns = `key BLOB NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (${primaryKey})`;
    this.database.exec(`CREATE TABLE ${this.name} (${columns}) WITHOUT ROWID`);
  }

  /** Removes the first rows, about `limit`; the answer is how many. */
  removeFirst(limit: number): number {
    const first = `SELECT max(key) FROM (SELECT key FROM ${this.name} ORDER BY key LIMIT ${limit})`;
    return Number(this.database.prepare(`DELETE FROM ${this.name} WHERE key <= (${first})`).run().changes);
  }

  drop(): void {
    this.database.exec(`DROP TABLE ${this.name}`);
  }

  /** The record that stands first under exactly this key. */
  owner(key: Uint8Array): number | undefined {
    const row = this.statements.owner().get(key) as Columns<[number]> | undefined;
    return row?.[0];
  }

  add(key: Uint8Array, recordId: number): void {
    this.statements.add().run(key, recordId);
  }

  remove(key: Uint8Array, recordId: number): void {
    this.statements.remove().run(key, recordId);
  }

  /** The next documents of a range, in key order. */
  next(range: KeyRange, step: ScanStep): IndexedRecord[] {
    const rows = this.scan(step.reverse ? this.scans.descending() : this.scans.ascending(), range, step);
    return (rows as [Uint8Array, number, Uint8Array][]).map(([key, recordId, bytes]) => ({ key, recordId, bytes }));
  }

  /** The next entries of a range without their documents, ascending. */
  nextEntries(range: KeyRange, step: Omit<ScanStep, 'reverse'>): ScanPosition[] {
    const rows = this.scan(this.scans.keysAscending(), range, { ...step, reverse: false });
    return (rows as [Uint8Array, number][]).map(([key, recordId]) => ({ key, recordId }));
  }

  /** Whether this entry is there. */
  has(key: Uint8Array, recordId: number): boolean {
    return this.statements.has().get(key, recordId) !== undefined;
  }

  /** How many entries there are. */
  countAll(): number {
    const statement = lazyStatement(this.database, `SELECT count(*) FROM ${this.name}`);
    return (statement().get() as unknown as Columns<[number]>)[0];
  }

  private scan(statement: StatementSync, range: KeyRange, step: ScanStep): unknown[] {
    const start = step.after ?? { key: step.reverse ? range.to : range.from, recordId: BEFORE_ALL };
    const end = step.reverse ? range.from : range.to;
    return statement.all(start.key, start.recordId, end, step.limit);
  }
}
