import { decimalText } from '@modex/domain';
import { writeNumber } from '@modex/web-ui';

const DECIMAL = /^(\d+)[.,](\d+)$/;
const GROUPED = /^([1-9]\d{0,2}(?:([.,'’ \u00a0\u202f])\d{3})(?:\2\d{3})*|\d+)(?:([.,])(\d+))?$/;
const NO_DIGIT = /\D/g;
const PERCENT_DIGITS = 2;
/** What stands before the decimals in the language of the site. */
const POINT = writeNumber(0.5, 1).includes(',') ? ',' : '.';

/**
 * An amount as people type it: 12,50 or 12.50 or 1,250. No number with a point is made on the way.
 * @param digits behind the point, as the currency has them @returns minor units; NaN for what is no amount
 */
export function readAmount(typed: string, digits: number): number {
  const text = typed.trim();
  const [, units = '', part = ''] = DECIMAL.exec(text) ?? [];
  if (units !== '' && part.length <= digits) return Number(units + part.padEnd(digits, '0'));
  const [, whole, group, point, rest = ''] = GROUPED.exec(text) ?? [];
  if (whole === undefined || rest.length > digits || (point !== undefined && point === group)) return NaN;
  return Number(whole.replace(NO_DIGIT, '') + rest.padEnd(digits, '0'));
}

/** "7,7" or "7.7 %" in hundredths of a percent; NaN for what is no percentage. */
export function readPercent(typed: string): number {
  return readAmount(typed.replace(/\s*%\s*$/, ''), PERCENT_DIGITS);
}

/** Minor units as somebody would type them in the language of the site: 1250 → "12.50". @param digits as of `readAmount` */
export function typeAmount(amount: number, digits: number): string {
  return decimalText(amount, digits).replace('.', POINT);
}

/** Hundredths of a percent as somebody would type them: 770 → "7.7". */
export function typePercent(percent: number): string {
  return typeAmount(percent, PERCENT_DIGITS).replace(/[.,]?0+$/, '');
}
