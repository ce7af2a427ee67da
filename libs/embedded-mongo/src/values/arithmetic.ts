import { Double, Int32, Long } from 'bson';
import { notImplemented } from '../errors';
import { toNumber, toWhole } from './numbers';
import { bsonType, type NumberValue } from './types';

const INT32_LIMIT = 2n ** 31n;
const INT64_LIMIT = 2n ** 63n;

/** The kinds of numbers this database computes with, the widest last; decimals can be stored and compared only. */
export type NumberKind = 'int' | 'long' | 'double';

const WIDTH: Readonly<Record<NumberKind, number>> = { int: 0, long: 1, double: 2 };

/** Throws NotImplemented (238) for a decimal. */
export function numberKind(value: NumberValue): NumberKind {
  const type = bsonType(value);
  if (type === 'decimal') throw notImplemented('arithmetic with Decimal128');
  return type as NumberKind;
}

export function widest(a: NumberKind, b: NumberKind): NumberKind {
  return WIDTH[a] >= WIDTH[b] ? a : b;
}

/** A whole number as an int where it fits and the kind allows it, else as a long; `undefined` beyond 64 bits. */
export function wholeValue(kind: 'int' | 'long', value: bigint): Int32 | Long | undefined {
  if (kind === 'int' && value < INT32_LIMIT && value >= -INT32_LIMIT) return new Int32(Number(value));
  if (value >= INT64_LIMIT || value < -INT64_LIMIT) return undefined;
  return Long.fromBigInt(value);
}

/** An operation on two numbers of the same kind. */
export type Arithmetic = {
  readonly whole: (a: bigint, b: bigint) => bigint;
  readonly real: (a: number, b: number) => number;
};

export const SUM: Arithmetic = { whole: (a, b) => a + b, real: (a, b) => a + b };
export const DIFFERENCE: Arithmetic = { whole: (a, b) => a - b, real: (a, b) => a - b };
export const PRODUCT: Arithmetic = { whole: (a, b) => a * b, real: (a, b) => a * b };

/**
 * The result in the wider kind of the two; ints that do not fit become a long. `undefined` when whole numbers go
 * beyond 64 bits.
 */
export function combine(operation: Arithmetic, a: NumberValue, b: NumberValue): Int32 | Long | Double | undefined {
  const kind = widest(numberKind(a), numberKind(b));
  if (kind === 'double') return new Double(operation.real(toNumber(a), toNumber(b)));
  return wholeValue(kind, operation.whole(toWhole(a) as bigint, toWhole(b) as bigint));
}
