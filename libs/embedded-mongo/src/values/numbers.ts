import type { Double, Int32 } from 'bson';
import { compareDecimals, decimalToNumber } from './decimal';
import { isDecimal, isLong, type NumberValue } from './types';

const EXACT_LIMIT = 2 ** 53;
const LONG_LIMIT = 2 ** 63;

/** A number as the nearest double. */
export function toNumber(value: NumberValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (isLong(value)) return value.toNumber();
  return isDecimal(value) ? decimalToNumber(value) : (value as Int32 | Double).value;
}

/** A number that is a whole one within 64 bits, exactly; else `undefined`. */
export function toWhole(value: NumberValue): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (isLong(value)) return value.toBigInt();
  const double = toNumber(value);
  if (!Number.isInteger(double) || double >= LONG_LIMIT || double < -LONG_LIMIT) return undefined;
  const whole = BigInt(double);
  return isDecimal(value) && compareDecimals(value, whole) !== 0 ? undefined : whole;
}

export function isNaNValue(value: NumberValue): boolean {
  return Number.isNaN(toNumber(value));
}

/** Compares numbers of any type by their exact value; NaN is equal to itself and below every other. */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  const x = toNumber(a);
  const y = toNumber(b);
  if (isDecimal(a) || isDecimal(b)) {
    if (!Number.isNaN(x) && !Number.isNaN(y)) return compareDecimals(exact(a), exact(b));
  } else {
    if (x < y) return -1;
    if (x > y) return 1;
    if (x === y) return isBeyondExact(x) ? compareWide(a, b) : 0;
  }
  return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : -1) : 1;
}

const isBeyondExact = (value: number): boolean => value >= EXACT_LIMIT || value <= -EXACT_LIMIT;

/** Two numbers that are the same as doubles may still differ as longs. */
function compareWide(a: NumberValue, b: NumberValue): number {
  const x = exact(a);
  const y = exact(b);
  if (typeof x === 'number' && typeof y === 'number') return 0;
  return compareDecimalFree(x, y);
}

function compareDecimalFree(x: ReturnType<typeof exact>, y: ReturnType<typeof exact>): number {
  // JavaScript compares a bigint with a number by their exact values.
  return x < y ? -1 : x > y ? 1 : 0;
}

function exact(value: NumberValue) {
  if (isDecimal(value)) return value;
  if (typeof value === 'bigint') return value;
  return isLong(value) ? value.toBigInt() : toNumber(value);
}
