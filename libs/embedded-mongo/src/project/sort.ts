import { locationFault } from '../errors';
import { parsePath } from '../match/path';
import { compareValues, type Doc, fieldName, isDoc, isNumber, toNumber } from '../values';
import { keyRows } from './sort-key';

const BAD_DIRECTION = 15975;
const BAD_VALUE = 15974;
const EMPTY_NAME = 40352;

/** The values by which a document is sorted, one for each field of the sort. */
export type SortKey = readonly unknown[];

/** A sort ready for use; `keyOf` once for each document and `compareKeys` is the fast way to sort many. */
export type CompiledSort = {
  readonly keyOf: (doc: Doc) => SortKey;
  readonly compareKeys: (a: SortKey, b: SortKey) => number;
};

/**
 * The order of a sort specification, across all types as MongoDB has it. An array counts with its lowest item in an
 * ascending and its highest in a descending order; an empty array comes before null, a missing field is null.
 * Throws 15975 for a direction other than 1 and -1.
 */
export function compileSort(spec: Doc): (a: Doc, b: Doc) => number {
  const { keyOf, compareKeys } = compileSortKey(spec);
  const keys = new WeakMap<Doc, SortKey>();
  const cachedKey = (doc: Doc): SortKey => {
    const known = keys.get(doc);
    if (known !== undefined) return known;
    const key = keyOf(doc);
    keys.set(doc, key);
    return key;
  };
  return (a, b) => compareKeys(cachedKey(a), cachedKey(b));
}

export function compileSortKey(spec: Doc): CompiledSort {
  const names = Object.keys(spec);
  const paths = names.map((key) => parsePath(sortName(fieldName(key))));
  const directions = names.map((key) => directionOf(spec[key], key));
  const compareKeys = (a: SortKey, b: SortKey): number => {
    for (let i = 0; i < directions.length; i++) {
      const order = compareValues(a[i], b[i]);
      if (order !== 0) return order * (directions[i] as number);
    }
    return 0;
  };
  return { keyOf: (doc) => first(keyRows(doc, paths), compareKeys), compareKeys };
}

/** The documents in a new array, sorted; those that are equal keep their order. */
export function sortDocs(docs: readonly Doc[], { keyOf, compareKeys }: CompiledSort): Doc[] {
  const keyed = docs.map((doc) => ({ doc, key: keyOf(doc) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  return keyed.map(({ doc }) => doc);
}

function first(rows: readonly SortKey[], compareKeys: (a: SortKey, b: SortKey) => number): SortKey {
  let best = rows[0] as SortKey;
  for (const row of rows) if (compareKeys(row, best) < 0) best = row;
  return best;
}

function sortName(name: string): string {
  if (name === '') throw locationFault(EMPTY_NAME, 'FieldPath cannot be constructed with empty string');
  return name;
}

function directionOf(value: unknown, key: string): number {
  if (isDoc(value) || !isNumber(value))
    throw locationFault(BAD_VALUE, `Illegal key in $sort specification: ${fieldName(key)}`);
  const direction = toNumber(value);
  if (direction !== 1 && direction !== -1) {
    throw locationFault(BAD_DIRECTION, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  return direction;
}
