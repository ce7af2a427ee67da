import { type Doc, isDoc, isNumber, toNumber } from '../../values';
import { agree } from '../agree';
import type { Outcome } from '../case';
import type { Explains } from './deviation';
import { bothAnswer, docsOf, isEmptyArray, isEmptyDoc } from './inspect';

type Change = (value: unknown) => unknown;

/** Whether two answers are the same once both are rewritten, from the innermost values outwards. */
export const sameAfter = (change: Change): Explains => {
  const rewritten = (outcome: Outcome): Outcome => ({ docs: rewrite(docsOf(outcome), change) as readonly Doc[] });
  return (question, ours, theirs) => bothAnswer(ours, theirs) && agree(question, rewritten(ours), rewritten(theirs));
};

function rewrite(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return change(value.map((item) => rewrite(item, change)));
  if (!isDoc(value)) return change(value);
  return change(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewrite(item, change)])));
}

const fieldsWhere = (value: Doc, isKept: (item: unknown) => boolean): Doc =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => isKept(item)));

const itemsWhere = (value: unknown, isKept: (item: unknown) => boolean): unknown =>
  Array.isArray(value) ? value.filter(isKept) : value;

export const inNameOrder: Change = (value) =>
  isDoc(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;

const isZeroCount = (value: unknown): boolean =>
  isDoc(value) && Object.keys(value).length === 1 && isNumber(value['n']) && toNumber(value['n']) === 0;

export const withoutZeroCounts: Change = (value) => itemsWhere(inNameOrder(value), (item) => !isZeroCount(item));

export const withoutEmptyDocs: Change = (value) => itemsWhere(value, (item) => !isZeroCount(item) && !isEmptyDoc(item));

export const withoutNullItems: Change = (value) => itemsWhere(value, (item) => item !== null);

export const withoutNullFields: Change = (value) =>
  isDoc(value) ? fieldsWhere(value, (item) => item !== null) : value;

/** Without what is made on the way to a path: empty documents and arrays, and the null items before a place. */
export const withoutGaps: Change = (value) => {
  if (Array.isArray(value)) return value.filter((item) => item !== null && !isEmptyDoc(item));
  return isDoc(value) ? inNameOrder(fieldsWhere(value, (item) => !isEmptyArray(item) && !isEmptyDoc(item))) : value;
};
