import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { lazyStatement, type Columns } from './statement';

/** One stored document: its record id (ascending by insertion, never reused while running) and its BSON. */
export interface StoredRecord {
  readonly recordId: number;
  readonly bytes: Uint8Array;
}

/** The documents of one collection, as BSON by record id. */
export class RecordTable {
  readonly name: string;
  private readonly selectOne: () => StatementSync;
  private readonly selectAfter: () => StatementSync;
  private readonly selectBefore: () => StatementSync;
  private readonly insertOne: () => StatementSync;
  private readonly updateOne: () => StatementSync;
  private readonly deleteOne: () => StatementSync;

  constructor(
    private readonly database: DatabaseSync,
    collectionId: number,
  ) {
    this.name = `records_${collectionId}`;
    const { name } = this;
    this.selectOne = lazyStatement(database, `SELECT bytes FROM ${name} WHERE id = ?`);
    this.selectAfter = lazyStatement(database, `SELECT id, bytes FROM ${name} WHERE id > ? ORDER BY id LIMIT ?`);
    this.selectBefore = lazyStatement(database, `SELECT id, bytes FROM ${name} WHERE id < ? ORDER BY id DESC LIMIT ?`);
    this.insertOne = lazyStatement(database, `INSERT INTO ${name} (id, bytes) VALUES (?, ?)`);
    this.updateOne = lazyStatement(database, `UPDATE ${name} SET bytes = ? WHERE id = ?`);
    this.deleteOne = lazyStatement(database, `DELETE FROM ${name} WHERE id = ?`);
  }

  create(): void {
    this.database.exec(`CREATE TABLE ${this.name} (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)`);
  }

  /** Removes the first rows, about `limit`; the answer is how many. */
  removeFirst(limit: number): number {
    const first = `SELECT max(id) FROM (SELECT id FROM ${this.name} ORDER BY id LIMIT ${limit})`;
    return Number(this.database.prepare(`DELETE FROM ${this.name} WHERE id <= (${first})`).run().changes);
  }

  drop(): void {
    this.database.exec(`DROP TABLE ${this.name}`);
  }

  get(recordId: number): Uint8Array | undefined {
    const row = this.selectOne().get(recordId) as Columns<[Uint8Array]> | undefined;
    return row?.[0];
  }

  /** The next `limit` documents after a record id, in the order of insertion; `reverse`: those before it. */
  next(from: number, limit: number, reverse = false): StoredRecord[] {
    const statement = reverse ? this.selectBefore() : this.selectAfter();
    const rows = statement.all(from, limit) as unknown as Columns<[number, Uint8Array]>[];
    return rows.map(([recordId, bytes]) => ({ recordId, bytes }));
  }

  insert(recordId: number, bytes: Uint8Array): void {
    this.insertOne().run(recordId, bytes);
  }

  replace(recordId: number, bytes: Uint8Array): void {
    this.updateOne().run(bytes, recordId);
  }

  remove(recordId: number): void {
    this.deleteOne().run(recordId);
  }

  /** The highest record id in use; 0 when empty. */
  lastRecordId(): number {
    const statement = lazyStatement(this.database, `SELECT coalesce(max(id), 0) FROM ${this.name}`);
    return (statement().get() as unknown as Columns<[number]>)[0];
  }

  count(): number {
    const statement = lazyStatement(this.database, `SELECT count(*) FROM ${this.name}`);
    return (statement().get() as unknown as Columns<[number]>)[0];
  }
}
