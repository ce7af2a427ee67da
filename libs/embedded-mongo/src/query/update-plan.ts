import type { Collection } from '../catalog/collection';
import type { Filter } from '../plan/filter';
import { type CompiledUpdate, upsertSeed } from '../update';
import { encode, type Doc } from '../values';
import type { Match } from './matches';

/** What became of one document. */
export interface Applied {
  readonly doc: Doc;
  readonly isModified: boolean;
}

/** Changes one matching document; a change that changes nothing is not written. */
export function applyUpdate(collection: Collection, match: Match, filter: Filter, update: CompiledUpdate): Applied {
  const before = match.doc;
  const doc = update.apply(before, {
    isInsert: false,
    // Only an update with a positional `$` asks for it, and it takes another look at the document.
    get matchedIndex() {
      return filter.positional(before);
    },
  });
  if (doc === before) return { doc, isModified: false };
  collection.replace(match.recordId, before, { doc, bytes: encode(doc) });
  return { doc, isModified: true };
}

/** The fields of the document that an upsert inserts: the filter's equalities, then the update. */
export function upsertFields(filter: Doc, update: CompiledUpdate): Doc {
  return update.apply(upsertSeed(filter, update), { isInsert: true });
}
