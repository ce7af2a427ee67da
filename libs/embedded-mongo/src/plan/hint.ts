import type { Collection } from '../catalog/collection';
import type { CollectionIndex } from '../catalog/collection-index';
import { fault } from '../errors';
import { encode, isDoc, isNumber, toNumber } from '../values';
import type { Query } from './query';

/** The direction of a `$natural` hint or sort; undefined when there is none. */
export function naturalHint({ hint, sort }: Query): number | undefined {
  if (hint === '$natural') return 1;
  const natural = isDoc(hint) ? hint['$natural'] : undefined;
  if (isNumber(natural)) return toNumber(natural);
  return sort?.find(({ path }) => path === '$natural')?.direction;
}

/**
 * The index that a hint names, by its name or its key.
 * @throws MongoServerFault 2 when there is no such index
 */
export function hintedIndex(collection: Collection, hint: unknown): CollectionIndex | undefined {
  if (hint === undefined || hint === '' || (isDoc(hint) && Object.keys(hint).length === 0)) return undefined;
  const found = collection.readyIndexes.find(({ name, spec }) => name === hint || hasKey(spec.document['key'], hint));
  if (found) return found;
  const cause = 'hint provided does not correspond to an existing index';
  throw fault('BadValue', `error processing query: planner returned error :: caused by :: ${cause}`);
}

/** Whether a key pattern is that of an index, whatever number types it is written with. */
export const hasKey = (key: unknown, hint: unknown): boolean =>
  isDoc(key) && isDoc(hint) && Buffer.compare(canonical(key), canonical(hint)) === 0;

function canonical(key: Record<string, unknown>): Uint8Array {
  return encode(Object.fromEntries(Object.entries(key).map(([name, it]) => [name, isNumber(it) ? toNumber(it) : it])));
}
