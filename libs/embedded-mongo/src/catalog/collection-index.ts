import type { Store } from '../storage/store';
import { IndexTable } from '../storage/index-table';
import { documentKeys, type KeyValues } from '../index/document-keys';
import type { IndexSpec } from '../index/index-spec';
import { encodeKey } from '../index/key-encoding';
import { compileFilter } from '../match';
import type { Doc } from '../values';

/** One entry of a document in an index: its values and their key bytes. */
export interface IndexEntry {
  readonly key: Uint8Array;
  readonly values: KeyValues;
}

/** The progress of an index that is being built: records up to this id are in it and kept up to date by writers. */
export interface Building {
  builtUpTo: number;
}

/** An index of a collection: what it is, its entries, and what a document contributes to it. */
export class CollectionIndex {
  readonly table: IndexTable;
  readonly directions: readonly number[];
  readonly paths: readonly (readonly string[])[];
  building: Building | undefined;
  private readonly accepts: (doc: Doc) => boolean;
  private readonly roots: readonly string[];

  constructor(
    store: Store,
    readonly id: number,
    readonly spec: IndexSpec,
    readonly multikeyFields: Set<number>,
    records: string,
  ) {
    this.table = new IndexTable(store.database, id, spec.unique, records);
    this.directions = spec.fields.map((field) => field.direction);
    this.paths = spec.fields.map((field) => field.parts);
    this.roots = this.paths.map((parts) => parts[0] as string);
    const { partialFilter } = spec;
    const partial = partialFilter && compileFilter(partialFilter, { now: new Date() });
    this.accepts = partial ? (doc) => partial.matches(doc) : () => true;
  }

  get name(): string {
    return this.spec.name;
  }

  get isMultikey(): boolean {
    return this.multikeyFields.size > 0;
  }

  /** Whether writes of this record have to be entered here; a record the build has not reached is left to the build. */
  covers(recordId: number): boolean {
    return this.building === undefined || recordId <= this.building.builtUpTo;
  }

  /** Whether a change of the document can change its entries. The updater keeps what it does not touch. */
  isTouchedBy(before: Doc, after: Doc): boolean {
    return this.spec.partialFilter !== undefined || this.roots.some((root) => before[root] !== after[root]);
  }

  /** The distinct entries of a document, none when it is outside a partial or sparse index. */
  entriesOf(doc: Doc): IndexEntry[] {
    if (!this.accepts(doc)) return [];
    const { entries, multikeyFields } = documentKeys(doc, this.paths);
    if (this.spec.sparse && entries.every((values) => values.every((value) => value === undefined))) return [];
    for (const field of multikeyFields) this.multikeyFields.add(field);
    const distinct = new Map<string, IndexEntry>();
    for (const values of entries) {
      const key = encodeKey(values, this.directions);
      distinct.set(entries.length > 1 ? Buffer.from(key).toString('latin1') : '', { key, values });
    }
    return [...distinct.values()];
  }
}
