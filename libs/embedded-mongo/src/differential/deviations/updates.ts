import { identicalValues, isDoc, isRegex } from '../../values';
import type { Case } from '../case';
import type { Deviation } from './deviation';
import { bothRefuse, codeOf, contains, has, hasPosition, onlyWeRefuse } from './inspect';
import { sameAfter, withoutGaps } from './rewrite';

const BAD_VALUE = 2;
const TYPE_MISMATCH = 14;
const PATH_NOT_VIABLE = 28;
const CONFLICT = 40;
const NOT_SINGLE_VALUE = 54;
const IMMUTABLE = 66;

/** Deviations of updates. */
export const OF_UPDATES: readonly Deviation[] = [
  {
    name: 'push of nothing',
    reason: '$push and $addToSet make the array even when nothing comes into it; the server makes none',
    explains: (question, ours, theirs) =>
      has(question, '$push', '$addToSet') && sameAfter(withoutGaps)(question, ours, theirs),
  },
  {
    name: 'documents on the way',
    reason: '$pull, $pop, $unset and $rename of a missing path make nothing; the server makes documents on the way',
    explains: (question, ours, theirs) =>
      has(question, '$pull', '$pop', '$unset', '$rename') && sameAfter(withoutGaps)(question, ours, theirs),
  },
  {
    name: 'update of nothing',
    reason: 'MongoDB reads an update before it looks for documents; the server not when it finds none',
    explains: (question, ours, theirs) =>
      isUpdate(question) &&
      codeOf(ours) !== undefined &&
      'docs' in theirs &&
      identicalValues(theirs.docs, question.docs),
  },
  {
    name: 'conflict with what is not applied',
    reason:
      'paths conflict even when $setOnInsert is not applied; $ conflicts with a number only when it stands for it',
    explains: (question, ours, theirs) =>
      (codeOf(ours) === CONFLICT && 'docs' in theirs) ||
      ([codeOf(ours), codeOf(theirs)].includes(CONFLICT) && (has(question, '$setOnInsert') || hasPosition(question))),
  },
  {
    name: 'one fault and its code',
    reason:
      'operands are checked (9, 14) before the document is looked at; a path that cannot be is 28 for every operator',
    explains: (question, ours, theirs) =>
      isUpdate(question) &&
      bothRefuse(ours, theirs) &&
      (has(question, '$pop', '$inc', '$mul') || codeOf(ours) === PATH_NOT_VIABLE),
  },
  {
    name: 'booleans are no numbers',
    reason: '$inc and $mul refuse a boolean, being no number; the server takes it for 0 or 1',
    explains: (question, ours, theirs) =>
      has(question, '$inc', '$mul') && codeOf(ours) === TYPE_MISMATCH && onlyWeRefuse(ours, theirs),
  },
  {
    name: 'rename onto itself',
    reason: '$rename to the same path is 2 before it is a conflict',
    explains: (question, ours, theirs) =>
      has(question, '$rename') && codeOf(ours) === BAD_VALUE && codeOf(theirs) === CONFLICT,
  },
  {
    name: 'rename of what is not there',
    reason: '$rename of a missing field does nothing, and fails when its path goes through a value; the server varies',
    explains: (question, ours, theirs) =>
      has(question, '$rename') && (bothRefuse(ours, theirs) || 'docs' in ours || codeOf(ours) === PATH_NOT_VIABLE),
  },
  {
    name: 'unset of what cannot be',
    reason: '$unset alone ignores a path that cannot be; the server refuses it where the path goes through an array',
    explains: (question, ours, theirs) => has(question, '$unset') && 'docs' in ours && 'code' in theirs,
  },
  {
    name: 'type of _id',
    reason: '_id keeps its very type here, so that no index need change; the server lets 0 become 0.0',
    explains: (_question, ours, theirs) => codeOf(ours) === IMMUTABLE && 'docs' in theirs,
  },
  {
    name: 'position without a match',
    reason: 'the positional operator needs an item that matched, whatever the operator does there',
    explains: (question, ours, theirs) =>
      codeOf(ours) === BAD_VALUE && onlyWeRefuse(ours, theirs) && hasPosition(question),
  },
  {
    name: 'seed of a replacement',
    reason: 'an upsert with a replacement takes _id alone from the filter; the server reads all of it',
    explains: (question, ours, theirs) =>
      question.kind === 'update' && question.upsert && 'docs' in ours && codeOf(theirs) === NOT_SINGLE_VALUE,
  },
  {
    name: 'seed of a list',
    reason:
      'for an upsert $in with one value is an equality and one with one pattern is none; the server has it reversed',
    explains: (question) => question.kind === 'update' && question.upsert && contains(question.filter, isListOfOne),
  },
];

const isUpdate = (question: Case): boolean => question.kind === 'update';

const isListOfOne = (value: unknown): boolean =>
  isDoc(value) && Array.isArray(value['$in']) && (value['$in'].length === 1 || value['$in'].some(isRegex));
