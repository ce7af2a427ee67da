import { randomUUID } from 'node:crypto';
import { UUID, type Binary } from 'bson';
import { ID_INDEX, readIndexSpec, type IndexSpec } from '../index/index-spec';
import type { Pausable } from '../query/ordered';
import { RecordTable } from '../storage/record-table';
import type { CatalogRow, Store } from '../storage/store';
import { decode, encode, toNumber, type Doc, type NumberValue } from '../values';
import { Collection, type CollectionIdentity } from './collection';
import { CollectionIndex } from './collection-index';
import { checkNamespace } from './namespace';

/** How many rows of a table are removed at a stretch. */
const ROWS_AT_ONCE = 1000;

/** The collections and indexes that there are, in memory and in the file. */
export class Catalog {
  private readonly byNamespace = new Map<string, Collection>();
  private lastId = 0;

  constructor(private readonly store: Store) {
    this.load();
    this.dropOrphans();
  }

  /** Reads everything again from the file, after SQLite has rolled a transaction back. */
  load(): void {
    this.byNamespace.clear();
    for (const row of this.store.catalogRows()) {
      const collection = this.open(row);
      this.byNamespace.set(collection.namespace, collection);
    }
  }

  get collections(): Iterable<Collection> {
    return this.byNamespace.values();
  }

  inDatabase(db: string): Collection[] {
    return [...this.byNamespace.values()].filter(({ identity }) => identity.db === db);
  }

  find(db: string, name: string): Collection | undefined {
    return this.byNamespace.get(`${db}.${name}`);
  }

  /** The collection of a name, created when it is not there yet, as MongoDB does at the first write. */
  ensure(db: string, name: string): Collection {
    return this.find(db, name) ?? this.create(db, name);
  }

  /** @throws MongoServerFault 73 for a name that MongoDB does not allow */
  create(db: string, name: string): Collection {
    checkNamespace(db, name);
    const identity = { id: ++this.lastId, db, name, uuid: new UUID(randomUUID()) };
    const records = new RecordTable(this.store.database, identity.id);
    const collection = this.assemble(identity, records, []);
    collection.indexes.push(this.newIndex(collection, readIndexSpec(ID_INDEX)));
    this.store.atomically(() => {
      records.create();
      collection.idIndex.table.create();
      this.save(collection);
    });
    this.byNamespace.set(collection.namespace, collection);
    return collection;
  }

  /**
   * Removes a collection. Its name is free at once; its rows go step by step, since a table of a million documents
   * cannot be dropped at a stretch. What a crash leaves of it goes at the next start.
   */
  *drop(collection: Collection): Pausable<void> {
    this.store.atomically(() => this.store.removeCatalogRow(collection.identity.id));
    collection.dropped = true;
    this.byNamespace.delete(collection.namespace);
    const isLarge = collection.count > ROWS_AT_ONCE;
    for (const table of [...collection.indexes.map((index) => index.table), collection.records]) {
      for (let removed = Number(isLarge); removed > 0;) {
        removed = this.store.atomically(() => table.removeFirst(ROWS_AT_ONCE));
        yield;
      }
      this.store.atomically(() => table.drop());
    }
  }

  /** An index that is not yet part of its collection; its table is for the caller to create. */
  newIndex(collection: Collection, spec: IndexSpec): CollectionIndex {
    return new CollectionIndex(this.store, ++this.lastId, spec, new Set(), collection.records.name);
  }

  /** Makes the table of an index and lets writers keep it up to date; queries do not see it yet. */
  startIndex(collection: Collection, index: CollectionIndex): void {
    this.store.atomically(() => index.table.create());
    collection.indexes.push(index);
  }

  /** The index is complete: from here on it is part of the collection. */
  finishIndex(collection: Collection, index: CollectionIndex): void {
    index.building = undefined;
    this.store.atomically(() => this.save(collection));
  }

  dropIndex(collection: Collection, index: CollectionIndex): void {
    this.store.atomically(() => {
      index.table.drop();
      collection.indexes.splice(collection.indexes.indexOf(index), 1);
      this.save(collection);
    });
  }

  /** Writes the description of a collection; a build in progress is left out, so that a crash forgets it. */
  save(collection: Collection): void {
    const { id, db, name, uuid } = collection.identity;
    const indexes = collection.readyIndexes.map((index) => ({
      id: index.id,
      spec: index.spec.document,
      multikey: [...index.multikeyFields],
    }));
    this.store.saveCatalogRow({ id, entry: encode({ db, name, uuid, indexes }) });
  }

  private open({ id, entry }: CatalogRow): Collection {
    const doc = decode(entry);
    const identity = { id, db: String(doc['db']), name: String(doc['name']), uuid: doc['uuid'] as Binary };
    const records = new RecordTable(this.store.database, id);
    const indexes = (doc['indexes'] as Doc[]).map((index) => {
      const indexId = toNumber(index['id'] as NumberValue);
      const multikey = new Set((index['multikey'] as NumberValue[]).map(toNumber));
      this.lastId = Math.max(this.lastId, indexId);
      return new CollectionIndex(this.store, indexId, readIndexSpec(index['spec']), multikey, records.name);
    });
    this.lastId = Math.max(this.lastId, id);
    return this.assemble(identity, records, indexes);
  }

  private assemble(identity: CollectionIdentity, records: RecordTable, indexes: CollectionIndex[]): Collection {
    // The entries of the _id index are counted rather than the documents: one each, and far fewer pages to read.
    const count = indexes[0]?.table.countAll() ?? 0;
    const lastRecordId = indexes.length > 0 ? records.lastRecordId() : 0;
    return new Collection(this.store, { identity, records, indexes, count, lastRecordId }, (it) => this.save(it));
  }

  /** Removes the tables of index builds that a crash has cut off. */
  private dropOrphans(): void {
    const known = new Set(
      [...this.collections].flatMap(({ records, indexes }) => [
        records.name,
        ...indexes.map(({ table }) => table.name),
      ]),
    );
    const orphans = this.store.tableNames().filter((name) => /^(records|index)_\d+$/.test(name) && !known.has(name));
    if (orphans.length === 0) return;
    this.store.atomically(() => orphans.forEach((name) => this.store.database.exec(`DROP TABLE ${name}`)));
    this.store.commit();
  }
}
