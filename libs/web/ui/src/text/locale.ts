/**
 * How the site writes numbers, amounts of money and times: as its words are, so in British English until the words of another
 * language are loaded. That happens before any module of the site is.
 */
export const LOCALE = $localize.locale ?? 'en-GB';

/** A number as the site writes it: 1,240 in English, 1.240 in German. `mostDecimals` behind the point. */
export function writeNumber(value: number, mostDecimals = 0): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: mostDecimals }).format(value);
}
