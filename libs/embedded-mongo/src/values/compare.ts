import type { BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { fieldName, type Doc } from './document';
import { compareNumbers } from './numbers';
import { binaryParts, isObjectId, type NumberValue, typeRank } from './types';

const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;

/**
 * MongoDB's total order of values: first by type, then by value; numbers of all types among one another by their exact
 * value, strings by their UTF-8 bytes, documents field by field. `undefined` stands for a missing field and comes
 * before null. Negative, zero or positive.
 */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b && typeof a === 'string') return 0;
  const rank = typeRank(a);
  const ranks = rank - typeRank(b);
  return ranks !== 0 ? ranks : compareSameRank(rank, a, b);
}

/** Whether two values are one and the same to MongoDB: `1` and `1.0` are, `{a: 1, b: 2}` and `{b: 2, a: 1}` are not. */
export function equalValues(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (isObjectId(a)) return isObjectId(b) && a.equals(b);
  return compareValues(a, b) === 0;
}

function compareSameRank(rank: number, a: unknown, b: unknown): number {
  switch (rank) {
    case 10:
      return compareNumbers(a as NumberValue, b as NumberValue);
    case 15:
      return compareStrings(a as string, b as string);
    case 20:
      return compareDocs(a as Doc, b as Doc);
    case 25:
      return compareArrays(a as unknown[], b as unknown[]);
    case 35:
      return compareIds(a as ObjectId, b as ObjectId);
    case 40:
      return Number(a as boolean) - Number(b as boolean);
    case 45:
      return (a as Date).getTime() - (b as Date).getTime();
    default:
      return compareRare(rank, a, b);
  }
}

function compareRare(rank: number, a: unknown, b: unknown): number {
  switch (rank) {
    case 30:
      return compareBinaries(a as Uint8Array, b as Uint8Array);
    case 47:
      return compareUnsigned(a as Timestamp, b as Timestamp);
    case 50:
      return (
        compareStrings((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
        compareStrings((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case 60:
      return compareStrings((a as Code).code.toString(), (b as Code).code.toString());
    default:
      return 0;
  }
}

/** Compares two strings by their UTF-8 bytes, which differs from JavaScript's order where surrogates come in. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return byteOrder(x) - byteOrder(y);
  }
  return a.length - b.length;
}

/** Half of a character beyond U+FFFF counts more than any other code unit. */
const byteOrder = (unit: number): number => (unit >= SURROGATES && unit < AFTER_SURROGATES ? unit + 0x10000 : unit);

function compareDocs(a: Doc, b: Doc): number {
  const keysA = Object.keys(a);
  const keysB = Object.keys(b);
  const length = Math.min(keysA.length, keysB.length);
  for (let i = 0; i < length; i++) {
    const difference = compareFields(a, keysA[i] as string, b, keysB[i] as string);
    if (difference !== 0) return difference;
  }
  return keysA.length - keysB.length;
}

/** A field's type counts before its name, and its name before its value. */
function compareFields(a: Doc, keyA: string, b: Doc, keyB: string): number {
  const x = a[keyA];
  const y = b[keyB];
  const rank = typeRank(x);
  const ranks = rank - typeRank(y);
  if (ranks !== 0) return ranks;
  if (keyA !== keyB) return compareStrings(fieldName(keyA), fieldName(keyB));
  return compareSameRank(rank, x, y);
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = compareValues(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareBinaries(a: Uint8Array, b: Uint8Array): number {
  const x = binaryParts(a);
  const y = binaryParts(b);
  return x.bytes.length - y.bytes.length || x.subtype - y.subtype || Buffer.compare(x.bytes, y.bytes);
}

function compareIds(a: ObjectId, b: ObjectId): number {
  if (a.equals(b)) return 0;
  return a.toHexString() < b.toHexString() ? -1 : 1;
}

function compareUnsigned(a: Timestamp, b: Timestamp): number {
  const x = BigInt.asUintN(64, a.toBigInt());
  const y = BigInt.asUintN(64, b.toBigInt());
  return x < y ? -1 : x > y ? 1 : 0;
}
