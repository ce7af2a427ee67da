import type { FieldCondition } from '../match';
import { compareValues, equalValues, typeRank, type Doc } from '../values';
import { readFilter } from './filter';

/**
 * Whether every document that satisfies the conditions of a query is in a partial index. Only what can be read off
 * condition by condition is recognised; anything else counts as not implied, which costs speed and never a document.
 */
export function impliesPartialFilter(conditions: readonly FieldCondition[], partialFilter: Doc): boolean {
  const wanted = readFilter(partialFilter, { now: new Date() });
  if (!wanted.isListed) return false;
  return wanted.conditions.every((want) =>
    conditions.some((have) => have.path === want.path && impliesCondition(have, want)),
  );
}

/** Whether every document that satisfies the conditions has a value under one of the paths, as a sparse index needs. */
export function impliesPresence(conditions: readonly FieldCondition[], paths: readonly string[]): boolean {
  return conditions.some(
    (have) => paths.includes(have.path) && impliesCondition(have, { path: have.path, op: 'exists', value: true }),
  );
}

function impliesCondition(have: FieldCondition, want: FieldCondition): boolean {
  if (have.op === want.op && equalValues(have.value, want.value)) return true;
  if (have.op === 'eq') return meets(have.value, want);
  if (have.op === 'in') return Array.isArray(have.value) && have.value.every((value) => meets(value, want));
  if (want.op === 'exists') return isBound(have.op) && have.value !== null;
  return isBound(have.op) && isTighter(have, want);
}

const isBound = (op: string): boolean => ['gt', 'gte', 'lt', 'lte'].includes(op);

/** Whether a value that a field is equal to meets a condition. Null also stands for missing, so it meets nothing. */
function meets(value: unknown, want: FieldCondition): boolean {
  if (value === null || value === undefined || Array.isArray(value)) return false;
  if (want.op === 'exists') return want.value === true;
  if (want.op === 'eq') return equalValues(value, want.value);
  if (want.op === 'in') return Array.isArray(want.value) && want.value.some((it) => equalValues(value, it));
  return isBound(want.op) && typeRank(value) === typeRank(want.value) && isWithin(value, want);
}

function isWithin(value: unknown, { op, value: end }: FieldCondition): boolean {
  const order = compareValues(value, end);
  if (op === 'gt') return order > 0;
  if (op === 'gte') return order >= 0;
  if (op === 'lt') return order < 0;
  return order <= 0;
}

/** Whether an open or closed end lies within another one of the same side. */
function isTighter(have: FieldCondition, want: FieldCondition): boolean {
  if (have.op.slice(0, 2) !== want.op.slice(0, 2) || typeRank(have.value) !== typeRank(want.value)) return false;
  const order = compareValues(have.value, want.value);
  if (order === 0) return want.op.length === 3 || have.op.length === 2;
  return have.op.startsWith('gt') ? order > 0 : order < 0;
}
