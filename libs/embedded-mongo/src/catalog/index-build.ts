import { MongoServerFault } from '../errors';
import type { IndexSpec } from '../index/index-spec';
import type { Pausable } from '../query/ordered';
import { decode } from '../values';
import type { Catalog } from './catalog';
import type { Collection } from './collection';
import type { CollectionIndex } from './collection-index';

const RECORDS_PER_STEP = 64;

/**
 * Builds an index while the collection is in use. Records are entered in the order of their ids; writers keep up to
 * date what the build has passed, and leave the rest to it. Until the end no query sees the index, and a crash leaves
 * nothing of it.
 * @throws MongoServerFault 11000 when a unique index meets a duplicate, 276 when the collection goes away
 */
export function* buildIndex(catalog: Catalog, collection: Collection, spec: IndexSpec): Pausable<void> {
  const index = catalog.newIndex(collection, spec);
  const building = { builtUpTo: 0 };
  index.building = building;
  catalog.startIndex(collection, index);
  let isComplete = false;
  try {
    for (;;) {
      if (!isWanted(collection, index)) throw aborted(index);
      const records = collection.records.next(building.builtUpTo, RECORDS_PER_STEP);
      const last = records.at(-1);
      if (!last) break;
      collection.enter(
        index,
        records.map(({ recordId, bytes }) => ({ recordId, doc: decode(bytes) })),
      );
      building.builtUpTo = last.recordId;
      yield;
    }
    catalog.finishIndex(collection, index);
    isComplete = true;
  } finally {
    // Also when maxTimeMS ends the command in the middle.
    if (!isComplete && isWanted(collection, index)) catalog.dropIndex(collection, index);
  }
}

const isWanted = (collection: Collection, index: CollectionIndex): boolean =>
  !collection.dropped && collection.indexes.includes(index);

const aborted = ({ name }: CollectionIndex): MongoServerFault =>
  new MongoServerFault(276, 'IndexBuildAborted', `Index build aborted: ${name}`);
