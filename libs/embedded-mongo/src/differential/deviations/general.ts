import { bsonType, isNumber, toNumber } from '../../values';
import type { Deviation } from './deviation';
import {
  bothAnswer,
  bothRefuse,
  codeOf,
  contains,
  has,
  hasPosition,
  hasSort,
  isEmptyArray,
  isNestedArray,
  operatorsIn,
  specOf,
} from './inspect';
import { inNameOrder, sameAfter } from './rewrite';
import type { Case } from '../case';

const UNKNOWN_ERROR = 8;
const BAD_VALUE = 2;
const OVERFLOW = 15;
const INCLUSION_IN_EXCLUSION = 31253;
const EXCLUSION_IN_INCLUSION = 31254;

/** Deviations of filters, sorts, projections and expressions, wherever they stand. */
export const GENERAL: readonly Deviation[] = [
  {
    name: 'internal error',
    reason: 'the server answers 8 UnknownError where MongoDB has a code of its own or an answer',
    explains: (_question, _ours, theirs) => codeOf(theirs) === UNKNOWN_ERROR,
  },
  {
    name: 'field order',
    reason: 'MongoDB adds new fields in the order of their paths, sets existing ones in place and moves no _id',
    explains: sameAfter(inNameOrder),
  },
  {
    name: 'several faults',
    reason: 'both refuse; MongoDB reads all of an update, filter or pipeline before it looks at a document',
    explains: (question, ours, theirs) => bothRefuse(ours, theirs) && partsOf(question) > 1,
  },
  {
    name: 'sort of an empty array',
    reason: 'an empty array sorts before null and a missing field, says the manual; the server sorts it as null',
    explains: (question, ours, theirs) =>
      bothAnswer(ours, theirs) && hasSort(question) && contains(question.docs, isEmptyArray),
  },
  {
    name: 'parallel arrays',
    reason: 'a sort by two different arrays is refused; the server sorts',
    explains: (question, ours, theirs) => codeOf(ours) === BAD_VALUE && 'docs' in theirs && hasSort(question),
  },
  {
    name: 'places in nested arrays',
    reason: 'a sort by the place of an item expands an array there; the server takes it for missing',
    explains: (question, ours, theirs) =>
      bothAnswer(ours, theirs) && hasSort(question) && contains(question.docs, isNestedArray),
  },
  {
    name: 'lazy operands',
    reason: 'MongoDB refuses a faulty operand when it reads the filter; the server when it comes to it',
    explains: (question, ours, theirs) => codeOf(ours) === BAD_VALUE && 'docs' in theirs && has(question, '$elemMatch'),
  },
  {
    name: 'MinKey and MaxKey',
    reason: 'MinKey is below and MaxKey above a missing field and value, too; the server does not compare them',
    explains: (question, ours, theirs) =>
      bothAnswer(ours, theirs) &&
      contains([specOf(question), question.docs], (value) => ['minKey', 'maxKey'].includes(bsonType(value))),
  },
  {
    name: 'which kind of projection',
    reason: 'an inclusion in an exclusion is 31253, an exclusion in an inclusion 31254; the server mixes them up',
    explains: (_question, ours, theirs) =>
      codeOf(ours) === INCLUSION_IN_EXCLUSION && codeOf(theirs) === EXCLUSION_IN_INCLUSION,
  },
  {
    name: 'evaluated in vain',
    reason: 'operands that do not decide and constants that no document needs are not evaluated; the server does it',
    explains: (question, ours, theirs) => 'docs' in ours && codeOf(theirs) !== undefined && hasExpression(question),
  },
  {
    name: 'missing made null',
    reason: 'a missing path of a variable stays missing; the server makes null of it',
    explains: (question, ours, theirs) =>
      bothAnswer(ours, theirs) &&
      (has(question, '$reduce') ||
        contains(specOf(question), (value) => typeof value === 'string' && value.startsWith('$$'))),
  },
  {
    name: 'dates without end',
    reason: 'a date that goes beyond the years of JavaScript is refused (15); the server keeps or wraps it',
    explains: (_question, ours, theirs) => codeOf(ours) === OVERFLOW && 'docs' in theirs,
  },
  {
    name: 'null added to a date',
    reason: 'a sum with null is null; the server makes a date of one with a date',
    explains: (question, ours, theirs) =>
      bothAnswer(ours, theirs) && has(question, '$add', '$subtract') && contains(specOf(question), isDate),
  },
  {
    name: 'remainder',
    reason: '$mod is a double when its dividend is one, and exact for longs; the server makes a long or rounds',
    explains: (question, ours, theirs) => bothAnswer(ours, theirs) && has(question, '$mod'),
  },
  {
    name: 'numbers that are true',
    reason: 'every number but zero counts as true; the server takes 0.5 and the lowest long for zero',
    explains: (question, ours, theirs) =>
      bothAnswer(ours, theirs) &&
      has(question, '$expr', '$cond', '$and', '$or', '$not', '$switch', '$filter') &&
      contains([specOf(question), question.docs], isOddTruth),
  },
];

const isDate = (value: unknown): boolean => value instanceof Date;
const LOWEST_LONG = -(2 ** 63);

function isOddTruth(value: unknown): boolean {
  const number = isNumber(value) ? toNumber(value) : 0;
  return (Math.abs(number) < 1 && number !== 0) || number === LOWEST_LONG;
}

const hasExpression = (question: Case): boolean =>
  question.kind === 'aggregate' ||
  (question.kind === 'find' && question.projection !== undefined) ||
  (question.kind === 'update' && Array.isArray(question.update));

/** How many parts of a question may be at fault; a path of an update that goes through `$` counts twice. */
function partsOf(question: Case): number {
  const nested = operatorsIn(specOf(question));
  if (question.kind !== 'update' || Array.isArray(question.update)) return nested;
  const operators = Object.keys(question.update);
  const paths = Object.values(question.update).flatMap((fields) => Object.keys(Object(fields)));
  return paths.length + operatorsIn(question.update) - operators.length + (hasPosition(question) ? 1 : 0);
}
