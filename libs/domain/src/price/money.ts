import * as currencies from 'dinero.js/currencies';

/** An amount of money: whole minor units (cents, or yen) of a currency by its ISO 4217 code. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** The highest amount of a price, in minor units. */
export const MOST_MONEY = 1_000_000_000;
/** A percentage is a whole number of hundredths of a percent: 19 % is 1,900. */
export const WHOLE = 10_000;

/** How many minor units each currency has, as ISO 4217 says; those of Intl differ for some. */
const DIGITS: ReadonlyMap<string, number> = new Map(
  Object.values(currencies).map(({ code, exponent }) => [code, exponent] as const),
);

export const CURRENCIES: readonly string[] = [...DIGITS.keys()].sort();

/** How many digits an amount in this currency has behind the point; undefined: no currency has this code. */
export function minorDigits(currency: string): number | undefined {
  return DIGITS.get(currency);
}

/** An amount as people of this locale read it: "12,50 €". */
export function moneyText({ amount, currency }: Money, locale: string): string {
  const digits = minorDigits(currency) ?? 2;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...format }).format(amount / 10 ** digits);
}

/** Minor units as a decimal with a point: 1250 → "12.50". @param digits behind the point, as the currency has them */
export function decimalText(amount: number, digits: number): string {
  const text = `${amount}`.padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A part of an amount, rounded half up: half a unit counts as a whole one. @param part in hundredths of a percent */
export function partOf(amount: number, part: number): number {
  return roundedRatio(amount * part, WHOLE);
}

/** The quotient of two whole numbers, rounded half up. */
export function roundedRatio(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}
