import { bsonType, type Doc, identicalValues, isDoc, isNumber, toNumber } from '../values';
import { agree, mentions } from './agree';
import type { Case, Outcome } from './case';

/** A way in which the server of the comparison differs from MongoDB's manual or source; there ours is the answer. */
export type Deviation = {
  readonly name: string;
  readonly reason: string;
  readonly explains: (question: Case, ours: Outcome, theirs: Outcome) => boolean;
};

type Explains = Deviation['explains'];

const UNKNOWN_ERROR = 8;
const PARALLEL_ARRAYS = 2;
const BAD_VALUE = 2;
const CONFLICT = 40;
const IMMUTABLE = 66;
const INCLUSION_IN_EXCLUSION = 31253;
const EXCLUSION_IN_INCLUSION = 31254;

const codeOf = (outcome: Outcome): number | undefined => ('code' in outcome ? outcome.code : undefined);
const docsOf = (outcome: Outcome): readonly Doc[] => ('docs' in outcome ? outcome.docs : []);
const bothAnswer: Explains = (_question, ours, theirs) => 'docs' in ours && 'docs' in theirs;

/** What is asked, without the documents. */
function spec(question: Case): unknown {
  if (question.kind === 'find') return [question.filter, question.projection, question.sort];
  return question.kind === 'aggregate' ? question.pipeline : [question.filter, question.update];
}

/** A value rewritten throughout. */
function rewrite(value: unknown, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return change(value.map((item) => rewrite(item, change)));
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const key of Object.keys(value)) copy[key] = rewrite(value[key], change);
  return change(copy);
}

const inNameOrder = (value: unknown): unknown =>
  isDoc(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;

/** Whether the answers are the same once both are rewritten. */
const sameAfter = (change: (value: unknown) => unknown): Explains => {
  return (question, ours, theirs) => {
    if (!bothAnswer(question, ours, theirs)) return false;
    const [mine, others] = [ours, theirs].map((outcome) => ({
      docs: rewrite(docsOf(outcome), change) as readonly Doc[],
    }));
    return agree(question, mine as Outcome, others as Outcome);
  };
};

const isZeroCount = (value: unknown): boolean =>
  isDoc(value) && Object.keys(value).length === 1 && isNumber(value['n']) && toNumber(value['n']) === 0;

const withoutZeroCounts = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((item) => !isZeroCount(item)) : inNameOrder(value);

function contains(value: unknown, isWanted: (value: unknown) => boolean): boolean {
  if (isWanted(value)) return true;
  if (Array.isArray(value)) return value.some((item) => contains(item, isWanted));
  return isDoc(value) && Object.values(value).some((item) => contains(item, isWanted));
}

const isEmptyArray = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const mentionsSort = (question: Case): boolean =>
  (question.kind === 'find' && question.sort !== undefined) || mentions(spec(question), '$sort');
const hasText = (question: Case, text: string): boolean =>
  contains(spec(question), (value) => typeof value === 'string' && value.startsWith(text));

const isGroup = (question: Case): question is Extract<Case, { kind: 'aggregate' }> =>
  question.kind === 'aggregate' && mentions(question.pipeline, '$group');

/** How many operators a question has; each may be at fault. */
function operators(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + operators(item), 0);
  if (!isDoc(value)) return 0;
  return Object.keys(value).reduce((sum, key) => sum + (key.startsWith('$') ? 1 : 0) + operators(value[key]), 0);
}

/** How many parts of a question may be at fault; a path of an update that goes through `$` counts twice. */
function faultsOf(question: Case): number {
  if (question.kind !== 'update' || !isDoc(question.update)) return operators(spec(question));
  const paths = Object.values(question.update).flatMap((fields) => (isDoc(fields) ? Object.keys(fields) : []));
  const conditions = operators(question.update) - Object.keys(question.update).length;
  return paths.length + conditions + (paths.some((path) => path.includes('.$')) ? 1 : 0);
}

function groupIdOf(question: Case): unknown {
  if (question.kind !== 'aggregate') return undefined;
  return (question.pipeline.find((stage) => '$group' in stage)?.['$group'] as Doc | undefined)?.['_id'];
}

export const DEVIATIONS: readonly Deviation[] = [
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
    name: 'count of nothing',
    reason: '$count of no documents returns no document; the server returns a zero',
    explains: (question, ours, theirs) =>
      mentions(spec(question), '$count') && sameAfter(withoutZeroCounts)(question, ours, theirs),
  },
  {
    name: 'missing part of a compound group',
    reason: 'a missing value is left out of an _id of several fields; the server makes it null',
    explains: (question, ours, theirs) =>
      bothAnswer(question, ours, theirs) &&
      isGroup(question) &&
      isDoc(groupIdOf(question)) &&
      Object.keys(groupIdOf(question) as Doc).length > 1,
  },
  {
    name: 'missing group',
    reason: 'a missing value groups with null; the server makes a group without an _id of it',
    explains: (question, _ours, theirs) => isGroup(question) && docsOf(theirs).some((doc) => doc['_id'] === undefined),
  },
  {
    name: 'sort of an empty array',
    reason: 'an empty array sorts before null and a missing field; the server sorts it as null',
    explains: (question, ours, theirs) =>
      bothAnswer(question, ours, theirs) && mentionsSort(question) && contains(question.docs, isEmptyArray),
  },
  {
    name: 'parallel arrays',
    reason: 'a sort by two different arrays is refused; the server sorts',
    explains: (question, ours, theirs) =>
      codeOf(ours) === PARALLEL_ARRAYS && 'docs' in theirs && mentionsSort(question),
  },
  {
    name: 'push of nothing',
    reason: '$push makes the array even when nothing comes into it; the server makes none',
    explains: (question, ours, theirs) =>
      ['$push', '$addToSet'].some((name) => mentions(spec(question), name)) &&
      sameAfter((value) => (isDoc(value) ? withoutEmpty(value) : value))(question, ours, theirs),
  },
  {
    name: 'stages that are not run',
    reason: 'before a $count or a $group that needs none of its fields the server leaves stages out, with their errors',
    explains: (question, ours, theirs) =>
      question.kind === 'aggregate' &&
      codeOf(ours) !== undefined &&
      'docs' in theirs &&
      !mentions(question.pipeline, 'r'),
  },
  {
    name: 'evaluated in vain',
    reason: 'operands that do not decide and constants that no document needs are not evaluated; the server does it',
    explains: (question, ours, theirs) =>
      'docs' in ours && codeOf(theirs) !== undefined && question.kind !== 'update' && hasExpression(question),
  },
  {
    name: 'missing made null',
    reason: 'a missing path of a variable stays missing; the server makes null of it',
    explains: (question, ours, theirs) =>
      bothAnswer(question, ours, theirs) && (hasText(question, '$$') || mentions(spec(question), '$reduce')),
  },
  {
    name: 'nothing taken first',
    reason: '$first and $last of missing values are null in a group; the server leaves the field out',
    explains: (question, ours, theirs) => isGroup(question) && sameAfter(withoutNullFields)(question, ours, theirs),
  },
  {
    name: 'remainder',
    reason: '$mod is a double when its dividend is one, and exact for longs; the server makes a long or rounds',
    explains: (question, ours, theirs) => bothAnswer(question, ours, theirs) && mentions(spec(question), '$mod'),
  },
  {
    name: 'MinKey and missing',
    reason: 'MinKey comes before a missing value in expressions; the server puts it after',
    explains: (question, ours, theirs) =>
      bothAnswer(question, ours, theirs) && contains(question.docs, (value) => bsonType(value) === 'minKey'),
  },
  {
    name: 'places in nested arrays',
    reason: 'a sort by the place of an item expands an array there; the server takes it for missing',
    explains: (question, ours, theirs) =>
      bothAnswer(question, ours, theirs) && mentionsSort(question) && contains(question.docs, isNestedArray),
  },
  {
    name: 'numbers in paths',
    reason: 'in $unwind, $project and $unset a number names a field, in the localField of $lookup an item, too',
    explains: (question, ours, theirs) =>
      bothAnswer(question, ours, theirs) &&
      contains(question, (value) => typeof value === 'string' && /\.\d/.test(value)) &&
      ['$unwind', '$lookup', '$unset'].some((name) => mentions(spec(question), name)),
  },
  {
    name: 'null into a set',
    reason: 'a missing value does not come into $addToSet; where all are missing the server adds null',
    explains: (question, ours, theirs) =>
      mentions(spec(question), '$addToSet') && sameAfter(withoutNulls)(question, ours, theirs),
  },
  {
    name: 'update of nothing',
    reason: 'MongoDB reads an update before it looks for documents; the server not when it finds none',
    explains: (question, ours, theirs) =>
      question.kind === 'update' &&
      codeOf(ours) !== undefined &&
      'docs' in theirs &&
      identicalValues(theirs.docs, question.docs),
  },
  {
    name: 'conflict with what is not applied',
    reason:
      'paths conflict even when $setOnInsert is not applied or nothing matches; the server looks later or earlier',
    explains: (question, ours, theirs) =>
      question.kind === 'update' &&
      [codeOf(ours), codeOf(theirs)].includes(CONFLICT) &&
      (mentions(question.update, '$setOnInsert') || hasPosition(question.update)),
  },
  {
    name: 'documents on the way',
    reason: '$pull, $pop and $unset of a missing path make nothing; the server makes the documents on the way',
    explains: (question, ours, theirs) =>
      ['$pull', '$pop', '$unset'].some((name) => mentions(spec(question), name)) &&
      sameAfter((value) => withoutGaps(value))(question, ours, theirs),
  },
  {
    name: 'one fault and its code',
    reason: '$pop checks its operand first (9) and then the type of the array (14), a path through an array is 28',
    explains: (question, ours, theirs) =>
      question.kind === 'update' &&
      codeOf(ours) !== undefined &&
      codeOf(theirs) !== undefined &&
      !mentions(question.update, '$rename'),
  },
  {
    name: 'rename onto itself',
    reason: '$rename to the same path is 2 before it is a conflict',
    explains: (question, ours, theirs) =>
      mentions(spec(question), '$rename') && codeOf(ours) === BAD_VALUE && codeOf(theirs) === CONFLICT,
  },
  {
    name: 'below MaxKey',
    reason: 'MaxKey is above and MinKey below a missing field, too; the server does not match it',
    explains: (question, ours, theirs) =>
      bothAnswer(question, ours, theirs) &&
      contains(spec(question), (value) => ['minKey', 'maxKey'].includes(bsonType(value))),
  },
  {
    name: 'several faults',
    reason: 'both refuse; MongoDB reads all of an update, filter or pipeline before it looks at a document',
    explains: (question, ours, theirs) =>
      codeOf(ours) !== undefined && codeOf(theirs) !== undefined && faultsOf(question) > 1,
  },
  {
    name: 'rename out of an array',
    reason: '$rename of an item that is not there does nothing; the server refuses it',
    explains: (question, ours, theirs) =>
      mentions(spec(question), '$rename') && 'docs' in ours && codeOf(theirs) === BAD_VALUE,
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
      question.kind === 'update' && codeOf(ours) === BAD_VALUE && 'docs' in theirs && hasPosition(question.update),
  },
  {
    name: 'negative zero',
    reason: '$mul of a missing field by a negative double is minus zero, as their product is',
    explains: (question, ours, theirs) =>
      mentions(spec(question), '$mul') &&
      sameAfter((value) => value)(question, positiveZeros(ours), positiveZeros(theirs)),
  },
  {
    name: 'lazy operands',
    reason: 'MongoDB refuses a faulty operand when it reads the filter; the server when it comes to it',
    explains: (question, ours, theirs) =>
      codeOf(ours) === BAD_VALUE && 'docs' in theirs && mentions(spec(question), '$elemMatch'),
  },
  {
    name: 'which kind of projection',
    reason: 'an inclusion in an exclusion is 31253, an exclusion in an inclusion 31254; the server mixes them up',
    explains: (_question, ours, theirs) =>
      codeOf(ours) === INCLUSION_IN_EXCLUSION && codeOf(theirs) === EXCLUSION_IN_INCLUSION,
  },
  {
    name: 'unwind of a lookup',
    reason:
      'a path of $unwind names fields only; the server unwinds the joined documents when it goes through their array',
    explains: (question, ours, theirs) =>
      bothAnswer(question, ours, theirs) && mentions(spec(question), '$lookup') && mentions(spec(question), '$unwind'),
  },
  {
    name: 'empty documents',
    reason: 'documents without fields are results too; the server leaves them out of a facet',
    explains: (question, ours, theirs) =>
      mentions(spec(question), '$facet') && sameAfter(withoutEmptyDocs)(question, ours, theirs),
  },
];

const withoutNulls = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((item) => item !== null) : value;
const withoutEmptyDocs = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.filter((item) => !isZeroCount(item) && !(isDoc(item) && Object.keys(item).length === 0))
    : value;
const withoutNullFields = (value: unknown): unknown =>
  isDoc(value) ? Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null)) : value;
const withoutGaps = (value: unknown): unknown => {
  if (isDoc(value)) return inNameOrder(withoutEmpty(value));
  return Array.isArray(value)
    ? value.filter((item) => item !== null && !(isDoc(item) && Object.keys(item).length === 0))
    : value;
};
const isNestedArray = (value: unknown): boolean => Array.isArray(value) && value.some((item) => Array.isArray(item));
const hasExpression = (question: Case): boolean =>
  question.kind === 'aggregate' || (question.kind === 'find' && question.projection !== undefined);
const hasPosition = (value: unknown): boolean =>
  contains(value, (item) => isDoc(item) && Object.keys(item).some((key) => key.includes('.$')));

function positiveZeros(outcome: Outcome): Outcome {
  const positive = (value: unknown): unknown => {
    if (isDoc(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, positive(item)]));
    if (Array.isArray(value)) return value.map(positive);
    return isNumber(value) && toNumber(value) === 0 ? 0 : value;
  };
  return 'docs' in outcome ? { docs: outcome.docs.map(positive) as Doc[] } : outcome;
}

const withoutEmpty = (doc: Doc): Doc =>
  Object.fromEntries(
    Object.entries(doc).filter(
      ([, value]) => !isEmptyArray(value) && !(isDoc(value) && Object.keys(value).length === 0),
    ),
  );
