import { compareValues, equalValues, isNaNValue, isNumber, isObjectId, isRegex, typeRank } from '../values';
import type { ElementTest } from './path';

export type RangeOp = '$gt' | '$gte' | '$lt' | '$lte';

const MIN_KEY_RANK = -1;
const MAX_KEY_RANK = 127;
const FEW = 8;

const expand = (accepts: ElementTest['accepts']): ElementTest => ({ leaf: 'expand', accepts });

/** Equality; null also stands for a missing field. */
export function equalTest(operand: unknown): ElementTest {
  if (operand === null) return expand((value) => value === null || value === undefined);
  if (typeof operand === 'string' || typeof operand === 'boolean') return expand((value) => value === operand);
  if (isObjectId(operand)) return expand((value) => isObjectId(value) && operand.equals(value));
  return expand((value) => equalValues(value, operand));
}

const FITS: Readonly<Record<RangeOp, (order: number) => boolean>> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

/** A range within the operand's type; only MinKey and MaxKey reach beyond it, and NaN is equal to NaN alone. */
export function rangeTest(op: RangeOp, operand: unknown): ElementTest {
  const rank = typeRank(operand);
  const fits = FITS[op];
  const inclusive = op === '$gte' || op === '$lte';
  if (operand === null) return expand((value) => inclusive && (value === null || value === undefined));
  if (rank === MIN_KEY_RANK || rank === MAX_KEY_RANK) return expand((value) => fits(compareValues(value, operand)));
  if (!isNumber(operand)) return expand((value) => typeRank(value) === rank && fits(compareValues(value, operand)));
  if (isNaNValue(operand)) return expand((value) => inclusive && isNumber(value) && isNaNValue(value));
  return expand((value) => isNumber(value) && !isNaNValue(value) && fits(compareValues(value, operand)));
}

/** Membership of a list of values; the patterns of an `$in` are tests of their own. */
export function inTest(operands: readonly unknown[], patterns: readonly ElementTest[]): ElementTest {
  const strings = new Set<unknown>();
  const ids = new Set<string>();
  const others: ElementTest[] = [...patterns];
  for (const operand of operands) {
    if (typeof operand === 'string') strings.add(operand);
    else if (isObjectId(operand) && operands.length > FEW) ids.add(operand.toHexString());
    else others.push(equalTest(operand));
  }
  return expand((value, hit) => {
    if (typeof value === 'string' && strings.has(value)) return true;
    if (ids.size > 0 && isObjectId(value) && ids.has(value.toHexString())) return true;
    return others.some((test) => test.accepts(value, hit));
  });
}

/** A pattern meets strings, and a stored pattern that is the same one. */
export function patternTest(pattern: RegExp, stored: unknown): ElementTest {
  return expand((value) =>
    typeof value === 'string' ? pattern.test(value) : isRegex(value) && equalValues(value, stored),
  );
}

export function typeTest(accepted: ReadonlySet<string>, typeOf: (value: unknown) => string): ElementTest {
  return expand((value) => value !== undefined && accepted.has(typeOf(value)));
}

export const existsTest: ElementTest = { leaf: 'whole', accepts: (value) => value !== undefined };

export function sizeTest(size: number): ElementTest {
  return { leaf: 'whole', accepts: (value) => Array.isArray(value) && value.length === size };
}
