import { isNumber, toNumber } from '../../values';

/** Whether a value counts as true: all but false, null, missing and zero. */
export function isTrue(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumber(value) || toNumber(value) !== 0;
}
