import type { Binary } from 'bson';
import { MongoServerFault } from '../errors';
import { duplicateKey } from '../index/duplicate-key';
import type { RecordTable } from '../storage/record-table';
import type { Store } from '../storage/store';
import type { Doc } from '../values';
import type { CollectionIndex, IndexEntry } from './collection-index';

/** MongoDB's limit on one document. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** What a collection is called and stored as. */
export interface CollectionIdentity {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly uuid: Binary;
}

/** A document and its BSON. */
export interface Version {
  readonly doc: Doc;
  readonly bytes: Uint8Array;
}

/** The planned change of one index by one write. */
interface EntryChange {
  readonly index: CollectionIndex;
  readonly added: readonly IndexEntry[];
  readonly removed: readonly IndexEntry[];
}

/** A collection as it is found in the store. */
export interface StoredCollection {
  readonly identity: CollectionIdentity;
  readonly records: RecordTable;
  readonly indexes: CollectionIndex[];
  readonly count: number;
  readonly lastRecordId: number;
}

/** A collection: its documents and indexes, changed together, one document at a time. */
export class Collection {
  /** Set when the collection was dropped while a scan or cursor still refers to it. */
  dropped = false;
  readonly identity: CollectionIdentity;
  readonly records: RecordTable;
  readonly indexes: CollectionIndex[];
  count: number;
  private lastRecordId: number;
  private savedMultikey = 0;

  constructor(
    private readonly store: Store,
    { identity, records, indexes, count, lastRecordId }: StoredCollection,
    private readonly save: (collection: Collection) => void,
  ) {
    [this.identity, this.records, this.indexes] = [identity, records, indexes];
    [this.count, this.lastRecordId] = [count, lastRecordId];
  }

  get namespace(): string {
    return `${this.identity.db}.${this.identity.name}`;
  }

  get idIndex(): CollectionIndex {
    return this.indexes[0] as CollectionIndex;
  }

  /** The indexes that queries may use: a build in progress is not among them. */
  get readyIndexes(): readonly CollectionIndex[] {
    return this.indexes.filter((index) => index.building === undefined);
  }

  /**
   * Adds a document. `bytes` is its BSON.
   * @throws MongoServerFault 11000 for a duplicate key, 10334 for a document that is too large
   */
  insert(doc: Doc, bytes: Uint8Array): void {
    checkSize(bytes);
    const recordId = this.lastRecordId + 1;
    const changes = this.plan(recordId, (index) => ({ index, added: index.entriesOf(doc), removed: [] }));
    this.store.atomically(() => {
      this.records.insert(recordId, bytes);
      this.apply(recordId, changes);
    });
    this.lastRecordId = recordId;
    this.count++;
  }

  /** Replaces a document by another version of itself, whose BSON is `bytes`. @throws as insert */
  replace(recordId: number, before: Doc, { doc: after, bytes }: Version): void {
    checkSize(bytes);
    const changes = this.plan(recordId, (index) =>
      index.isTouchedBy(before, after)
        ? difference(index, index.entriesOf(before), index.entriesOf(after))
        : { index, added: [], removed: [] },
    );
    this.store.atomically(() => {
      this.records.replace(recordId, bytes);
      this.apply(recordId, changes);
    });
  }

  remove(recordId: number, doc: Doc): void {
    const changes = this.plan(recordId, (index) => ({ index, added: [], removed: index.entriesOf(doc) }));
    this.store.atomically(() => {
      this.records.remove(recordId);
      this.apply(recordId, changes);
    });
    this.count--;
  }

  /** Works out all changes and checks all unique keys before the first write. */
  private plan(recordId: number, change: (index: CollectionIndex) => EntryChange): EntryChange[] {
    const changes = this.indexes.filter((index) => index.covers(recordId)).map(change);
    for (const { index, added } of changes) {
      if (index.spec.unique) for (const entry of added) this.checkUnique(index, entry, recordId);
    }
    this.saveMultikey();
    return changes;
  }

  /** Enters records into an index that is being built. @throws MongoServerFault 11000 */
  enter(index: CollectionIndex, records: readonly { readonly recordId: number; readonly doc: Doc }[]): void {
    this.store.atomically(() => {
      for (const { recordId, doc } of records) {
        const added = index.entriesOf(doc);
        if (index.spec.unique) for (const entry of added) this.checkUnique(index, entry, recordId);
        this.apply(recordId, [{ index, added, removed: [] }]);
      }
    });
  }

  /** @throws MongoServerFault 11000 when another document holds the key */
  private checkUnique(index: CollectionIndex, entry: IndexEntry, recordId: number): void {
    const owner = index.table.owner(entry.key);
    if (owner !== undefined && owner !== recordId) throw duplicateKey(this.namespace, index.spec, entry.values);
  }

  private apply(recordId: number, changes: readonly EntryChange[]): void {
    for (const { index, removed } of changes) for (const { key } of removed) index.table.remove(key, recordId);
    for (const { index, added } of changes) for (const { key } of added) index.table.add(key, recordId);
  }

  /** The file has to know of arrays before it holds the entry that came from one. */
  private saveMultikey(): void {
    const count = this.indexes.reduce((sum, index) => sum + index.multikeyFields.size, 0);
    if (count === this.savedMultikey) return;
    this.store.atomically(() => this.save(this));
    this.savedMultikey = count;
  }
}

function difference(index: CollectionIndex, before: readonly IndexEntry[], after: readonly IndexEntry[]): EntryChange {
  const isIn = (entries: readonly IndexEntry[], entry: IndexEntry) =>
    entries.some(({ key }) => Buffer.compare(key, entry.key) === 0);
  return {
    index,
    added: after.filter((entry) => !isIn(before, entry)),
    removed: before.filter((entry) => !isIn(after, entry)),
  };
}

function checkSize(bytes: Uint8Array): void {
  if (bytes.length <= MAX_DOCUMENT_BYTES) return;
  const message = `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`;
  throw new MongoServerFault(10334, 'BSONObjectTooLarge', message);
}
