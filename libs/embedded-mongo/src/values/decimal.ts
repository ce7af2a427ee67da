import type { Decimal128 } from 'bson';

/** A finite decimal number: `digits` times ten to the power of `exponent`. */
type Finite = { readonly digits: bigint; readonly exponent: number };

const PRECISION = 34;
const FAR_APART = 7000;
const BINARY_FRACTION_BITS = 52;
const SMALLEST_EXPONENT = -1074;
const PARTS = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/i;

/**
 * Compares a decimal with a decimal, a long or a double; the double counts with its exact value rounded to the 34
 * digits of a decimal, as MongoDB does. Neither may be NaN.
 */
export function compareDecimals(a: Decimal128 | bigint | number, b: Decimal128 | bigint | number): number {
  const x = finite(a);
  const y = finite(b);
  if (typeof x === 'number' || typeof y === 'number') {
    return Math.sign(infinityOf(x) - infinityOf(y));
  }
  return compareFinite(x, y);
}

/** A decimal as the nearest double, for what needs no more. */
export function decimalToNumber(value: Decimal128): number {
  return Number(value.toString());
}

const infinityOf = (value: Finite | number): number => (typeof value === 'number' ? Math.sign(value) : 0);

function finite(value: Decimal128 | bigint | number): Finite | number {
  if (typeof value === 'bigint') return { digits: value, exponent: 0 };
  if (typeof value === 'number') return Number.isFinite(value) ? ofDouble(value) : value;
  const text = value.toString();
  const parts = PARTS.exec(text);
  if (parts === null) return text.startsWith('-') ? -Infinity : Infinity;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  return { digits: BigInt(`${sign}${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
}

/** A double's exact value, rounded half to even to 34 digits: it is an integer times a power of two. */
function ofDouble(value: number): Finite {
  if (Number.isInteger(value)) return rounded(BigInt(value), 0);
  let power = 0;
  let scaled = value;
  while (!Number.isInteger(scaled) && power > SMALLEST_EXPONENT - BINARY_FRACTION_BITS) {
    scaled *= 2;
    power--;
  }
  return rounded(BigInt(scaled) * 5n ** BigInt(-power), power);
}

function rounded(digits: bigint, exponent: number): Finite {
  const excess = (digits < 0n ? -digits : digits).toString().length - PRECISION;
  if (excess <= 0) return { digits, exponent };
  const unit = 10n ** BigInt(excess);
  const rest = digits % unit;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const truncated = digits / unit;
  const up = twice > unit || (twice === unit && truncated % 2n !== 0n);
  return { digits: up ? truncated + (digits < 0n ? -1n : 1n) : truncated, exponent: exponent + excess };
}

function compareFinite(a: Finite, b: Finite): number {
  const signs = signOf(a.digits) - signOf(b.digits);
  if (signs !== 0) return Math.sign(signs);
  if (a.digits === 0n) return 0;
  const apart = magnitude(a) - magnitude(b);
  if (Math.abs(apart) > 1 || Math.abs(a.exponent - b.exponent) > FAR_APART) return Math.sign(apart) * signOf(a.digits);
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = a.digits * 10n ** BigInt(a.exponent - exponent) - b.digits * 10n ** BigInt(b.exponent - exponent);
  return signOf(difference);
}

const signOf = (value: bigint): number => (value < 0n ? -1 : value > 0n ? 1 : 0);

const magnitude = (value: Finite): number =>
  (value.digits < 0n ? -value.digits : value.digits).toString().length + value.exponent;
