import type { Collection } from '../catalog/collection';
import type { CollectionIndex } from '../catalog/collection-index';
import type { Pausable } from '../query/ordered';
import type { ScanPosition } from '../storage/index-table';
import { decode, type Doc } from '../values';
import type { Command, Reply } from './command';
import { existing } from './indexes';

const RECORDS_PER_STEP = 64;
const WHOLE = { from: new Uint8Array(0), to: Uint8Array.of(0xff) };

/**
 * `validate`: whether every document can be read, and every index holds exactly the entries of the documents. While
 * others write it may see an entry before its document and tell of a difference that is none: it is for quiet times.
 */
export const validate: Command = {
  fields: ['validate', 'full', 'repair', 'metadata', 'checkBSONConformance', 'background'],
  run: function* (context): Pausable<Reply> {
    const collection = existing(context);
    const errors: string[] = [];
    const expected = yield* checkRecords(collection, errors);
    for (const index of collection.readyIndexes) yield* checkIndex(index, expected.get(index) ?? 0, errors);
    if (collection.count !== expected.get(collection.idIndex)) {
      errors.push(`the collection counts ${collection.count} documents, its _id index has another number`);
    }
    return report(collection, expected, errors);
  },
};

/** Looks up every entry of every document; the answer is how many entries each index should have. */
function* checkRecords(collection: Collection, errors: string[]): Pausable<Map<CollectionIndex, number>> {
  const expected = new Map<CollectionIndex, number>();
  let after = 0;
  for (;;) {
    const step = collection.records.next(after, RECORDS_PER_STEP);
    const last = step.at(-1);
    if (!last) return expected;
    for (const { recordId, bytes } of step) {
      const doc = decode(bytes);
      for (const index of collection.readyIndexes) {
        const entries = index.entriesOf(doc);
        expected.set(index, (expected.get(index) ?? 0) + entries.length);
        const missing = entries.filter(({ key }) => !index.table.has(key, recordId)).length;
        if (missing > 0) errors.push(`index ${index.name} lacks ${missing} entries of record ${recordId}`);
      }
    }
    after = last.recordId;
    yield;
  }
}

/** With no entry missing, an index of the right size has no entry too many. */
function* checkIndex(index: CollectionIndex, expected: number, errors: string[]): Pausable<void> {
  let found = 0;
  for (let after: ScanPosition | undefined, more = true; more;) {
    const step = index.table.nextEntries(WHOLE, { limit: 2000, ...(after && { after }) });
    found += step.length;
    after = step.at(-1);
    more = after !== undefined;
    yield;
  }
  if (found !== expected) errors.push(`index ${index.name} has ${found} entries, the documents make ${expected}`);
}

function report(
  collection: Collection,
  expected: ReadonlyMap<CollectionIndex, number>,
  errors: readonly string[],
): Doc {
  return {
    ns: collection.namespace,
    nrecords: expected.get(collection.idIndex) ?? 0,
    nIndexes: collection.readyIndexes.length,
    keysPerIndex: Object.fromEntries(collection.readyIndexes.map((index) => [index.name, expected.get(index) ?? 0])),
    valid: errors.length === 0,
    warnings: [],
    errors,
    ok: 1,
  };
}
