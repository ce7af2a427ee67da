import type { FieldCondition } from '../match';
import { isDoc, isNaNValue, isNumber, typeRank } from '../values';

/** One end of an interval. */
export interface End {
  readonly value: unknown;
  readonly inclusive: boolean;
}

/** What the conditions on one field allow an index to look up. `exact`: nothing is left to check in the document. */
export type FieldBounds =
  | { readonly kind: 'points'; readonly values: readonly unknown[]; readonly exact: boolean }
  | { readonly kind: 'interval'; readonly low?: End; readonly high?: End; readonly exact: boolean };

/** Types whose ranges are simply those of the key bytes: numbers, strings, binaries, ids, booleans, dates, timestamps. */
const ORDERED_RANKS: ReadonlySet<number> = new Set([10, 15, 30, 35, 40, 45, 47]);
const REGEX_RANK = 50;
const LOWER = ['gt', 'gte'];
const UPPER = ['lt', 'lte'];

/** The bounds of a field under its AND-ed conditions; undefined when no index can use them. */
export function fieldBounds(conditions: readonly FieldCondition[]): FieldBounds | undefined {
  const points = conditions.map(pointsOf).find((found) => found !== undefined);
  if (points) return { ...points, exact: points.exact && conditions.length === 1 };
  return intervalOf(conditions);
}

function pointsOf({ op, value }: FieldCondition): Extract<FieldBounds, { kind: 'points' }> | undefined {
  const values = op === 'eq' ? [value] : op === 'in' && Array.isArray(value) ? value : undefined;
  if (!values || !values.every(isPoint)) return undefined;
  return { kind: 'points', values, exact: values.every((it) => ORDERED_RANKS.has(typeRank(it))) };
}

/** Equality with an array also means "contains", and with a regular expression "matches": no points of an index. */
const isPoint = (value: unknown): boolean => !Array.isArray(value) && typeRank(value) !== REGEX_RANK;

function intervalOf(conditions: readonly FieldCondition[]): FieldBounds | undefined {
  const usable = conditions.filter(({ op, value }) => (LOWER.includes(op) || UPPER.includes(op)) && isOrdered(value));
  const low = usable.find(({ op }) => LOWER.includes(op));
  const high = usable.find(({ op, value }) => UPPER.includes(op) && (!low || typeRank(value) === typeRank(low.value)));
  if (!low && !high) return undefined;
  const used = Number(low !== undefined) + Number(high !== undefined);
  return {
    kind: 'interval',
    ...(low && { low: { value: low.value, inclusive: low.op === 'gte' } }),
    ...(high && { high: { value: high.value, inclusive: high.op === 'lte' } }),
    exact: used === conditions.length,
  };
}

const isOrdered = (value: unknown): boolean =>
  ORDERED_RANKS.has(typeRank(value)) && !isDoc(value) && !(isNumber(value) && isNaNValue(value));
