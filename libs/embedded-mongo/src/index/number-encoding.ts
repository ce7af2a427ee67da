import { compareNumbers, isDecimal, toNumber, type NumberValue } from '../values';
import type { KeyBuffer } from './key-buffer';

/**
 * All numbers share one order, whatever their type, so they share one encoding: the largest double that is not above
 * the number, then 0 when that is the number itself, or 1 and the number's decimal digits. Ints and doubles always end
 * after the 0; longs beyond 2^53 and most decimals need the digits.
 */
export function writeNumber(buffer: KeyBuffer, value: NumberValue): void {
  const nearest = toNumber(value);
  if (Number.isNaN(nearest) || isExactAsDouble(value, nearest)) return writeExact(buffer, nearest);
  const difference = compareNumbers(value, nearest);
  if (difference === 0) return writeExact(buffer, nearest);
  buffer.double(difference < 0 ? nextBelow(nearest) : nearest);
  buffer.byte(1);
  writeDigits(buffer, isDecimal(value) ? value.toString() : BigInt(String(value)).toString());
}

function writeExact(buffer: KeyBuffer, value: number): void {
  buffer.double(value);
  buffer.byte(0);
}

const isExactAsDouble = (value: NumberValue, nearest: number): boolean =>
  typeof value === 'number' || (!isDecimal(value) && Math.abs(nearest) < Number.MAX_SAFE_INTEGER);

const bits = new DataView(new ArrayBuffer(8));

/** The next double towards minus infinity. */
function nextBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return bits.getFloat64(0);
}

const DECIMAL = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/i;
const EXPONENT_BIAS = 0x8000;

/** Power of ten of the first digit, then the digits, each one above its value, then 0: this sorts as the numbers do. */
function writeDigits(buffer: KeyBuffer, text: string): void {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '');
  const power = Number(exponent) - fraction.length + digits.length;
  const start = buffer.length;
  buffer.unsigned16(EXPONENT_BIAS + power);
  for (const digit of digits.replace(/0+$/, '')) buffer.byte(Number(digit) + 1);
  buffer.byte(0);
  if (sign) buffer.flipFrom(start);
}
