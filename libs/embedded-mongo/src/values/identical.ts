import { compareValues } from './compare';
import type { Doc } from './document';
import { toNumber } from './numbers';
import { bsonType, isDoc, isNumber } from './types';

/**
 * Whether two values are stored as the same bytes: unlike for `equalValues`, `1` and `1.0` are not, nor are `0.0` and
 * `-0.0`. An update that sets a value to an identical one changes nothing.
 */
export function identicalValues(a: unknown, b: unknown): boolean {
  if (a === b) return typeof a !== 'number' || a !== 0 || Object.is(a, b);
  if (bsonType(a) !== bsonType(b)) return false;
  if (Array.isArray(a)) return identicalLists(a, b as readonly unknown[]);
  if (isDoc(a)) return identicalDocs(a, b as Doc);
  if (isNumber(a) && isNumber(b)) return sameNumber(a, b);
  return compareValues(a, b) === 0;
}

function sameNumber(a: Parameters<typeof toNumber>[0], b: Parameters<typeof toNumber>[0]): boolean {
  const type = bsonType(a);
  if (type === 'double') return Object.is(toNumber(a), toNumber(b));
  return String(a) === String(b);
}

function identicalLists(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => identicalValues(item, b[i]));
}

function identicalDocs(a: Doc, b: Doc): boolean {
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return keys.length === others.length && keys.every((key, i) => key === others[i] && identicalValues(a[key], b[key]));
}
