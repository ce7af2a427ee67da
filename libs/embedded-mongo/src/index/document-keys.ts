import { MongoServerFault } from '../errors';
import { isDoc } from '../values';
import { EMPTY_ARRAY } from './key-encoding';

/** The values of one index entry, a field each; `undefined` stands for a missing field. */
export type KeyValues = readonly unknown[];

/** What a document contributes to an index: its entries, and which fields went through an array. */
export interface DocumentKeys {
  readonly entries: readonly KeyValues[];
  readonly multikeyFields: readonly number[];
}

/** How far one path has been followed into the document. */
interface Walk {
  readonly value: unknown;
  readonly next: number;
  readonly done: boolean;
}

/**
 * The entries of a document under some paths (each a list of stored names). An array gives one entry per item; paths
 * through the same array stay together, item by item.
 * @throws MongoServerFault 171 when two paths go through different arrays
 */
export function documentKeys(doc: unknown, paths: readonly (readonly string[])[]): DocumentKeys {
  const entries: KeyValues[] = [];
  const multikey = new Set<number>();
  const start = paths.map((): Walk => ({ value: doc, next: 0, done: false }));
  expand(start, paths, { entries, multikey });
  return { entries, multikeyFields: [...multikey] };
}

interface Found {
  readonly entries: KeyValues[];
  readonly multikey: Set<number>;
}

function expand(walks: readonly Walk[], paths: readonly (readonly string[])[], found: Found): void {
  const reached = walks.map((walk, field) => follow(walk, paths[field] as readonly string[]));
  const atArray = reached.flatMap((walk, field) => (walk.done ? [] : [field]));
  const [first] = atArray;
  if (first === undefined) {
    found.entries.push(reached.map((walk) => walk.value));
    return;
  }
  const array = reached[first]?.value as readonly unknown[];
  const stranger = atArray.find((field) => reached[field]?.value !== array);
  if (stranger !== undefined) throw parallelArrays(paths[first], paths[stranger]);
  for (const field of atArray) found.multikey.add(field);
  const items = array.length > 0 ? array : [EMPTY_ARRAY];
  for (const item of items) {
    expand(
      reached.map((walk, field) => (walk.done ? walk : enter(item, walk.next, paths[field] as readonly string[]))),
      paths,
      found,
    );
  }
}

/** Goes down until the value is found, is missing, or is an array. */
function follow(walk: Walk, path: readonly string[]): Walk {
  let { value, next } = walk;
  while (!walk.done) {
    if (Array.isArray(value)) return { value, next, done: false };
    if (next === path.length) break;
    if (!isDoc(value)) return { value: undefined, next, done: true };
    value = value[path[next] as string];
    next++;
  }
  return { value, next, done: true };
}

/** An item of an array: an array in an array is indexed as one value and not looked into. */
function enter(item: unknown, next: number, path: readonly string[]): Walk {
  if (next === path.length) return { value: item, next, done: true };
  if (isDoc(item)) return { value: item, next, done: false };
  return { value: undefined, next, done: true };
}

function parallelArrays(a: readonly string[] | undefined, b: readonly string[] | undefined): MongoServerFault {
  const message = `cannot index parallel arrays [${b?.at(-1)}] [${a?.at(-1)}]`;
  return new MongoServerFault(171, 'CannotIndexParallelArrays', message);
}
