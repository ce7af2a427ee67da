import type { Catalog } from '../catalog/catalog';
import type { Collection } from '../catalog/collection';
import type { CollectionIndex } from '../catalog/collection-index';
import { openMatches } from '../query/matches';
import type { Pausable } from '../query/ordered';
import { readFilter } from '../plan/filter';

/** Removes the documents whose TTL index says that their time is over. */
export function* expireDocuments(catalog: Catalog, now: Date): Pausable<number> {
  let removed = 0;
  for (const collection of [...catalog.collections]) {
    for (const index of collection.readyIndexes) removed += yield* expireByIndex(collection, index, now);
  }
  return removed;
}

/** Only documents that the index holds expire: not those outside its partial filter, nor those without a date. */
function* expireByIndex(collection: Collection, index: CollectionIndex, now: Date): Pausable<number> {
  const { expireAfterSeconds, fields, name } = index.spec;
  const [field] = fields;
  if (expireAfterSeconds === undefined || !field) return 0;
  const oldest = new Date(now.getTime() - expireAfterSeconds * 1000);
  const filter = readFilter({ [field.parts.join('.')]: { $lte: oldest } }, { now });
  const matches = openMatches(collection, { filter, hint: name }, 64);
  let removed = 0;
  for (let step = matches?.next(); step && !collection.dropped; step = matches?.next()) {
    for (const match of step) {
      collection.remove(match.recordId, match.doc);
      removed++;
    }
    yield;
  }
  return removed;
}
