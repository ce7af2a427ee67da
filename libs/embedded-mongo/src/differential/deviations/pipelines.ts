import { type Doc, isDoc } from '../../values';
import type { Case } from '../case';
import type { Deviation } from './deviation';
import { bothAnswer, contains, docsOf, has, onlyWeRefuse, specOf } from './inspect';
import { sameAfter, withoutEmptyDocs, withoutNullFields, withoutNullItems, withoutZeroCounts } from './rewrite';

const NUMBER_IN_PATH = /\.\d/;

/** Deviations of aggregation stages. */
export const OF_PIPELINES: readonly Deviation[] = [
  {
    name: 'count of nothing',
    reason: '$count of no documents returns no document; the server returns a zero',
    explains: (question, ours, theirs) =>
      has(question, '$count') && sameAfter(withoutZeroCounts)(question, ours, theirs),
  },
  {
    name: 'missing part of a compound group',
    reason: 'a missing value is left out of an _id of several fields; the server makes it null',
    explains: (question, ours, theirs) => bothAnswer(ours, theirs) && isCompound(groupIdOf(question)),
  },
  {
    name: 'missing group',
    reason: 'a missing value groups with null; the server makes a group without an _id of it',
    explains: (question, _ours, theirs) =>
      has(question, '$group') && docsOf(theirs).some((doc) => doc['_id'] === undefined),
  },
  {
    name: 'nothing taken first',
    reason: '$first and $last of missing values are null in a group; the server leaves the field out',
    explains: (question, ours, theirs) =>
      has(question, '$group') && sameAfter(withoutNullFields)(question, ours, theirs),
  },
  {
    name: 'null into a set',
    reason: 'a missing value does not come into $addToSet; where all are missing the server adds null',
    explains: (question, ours, theirs) =>
      has(question, '$addToSet') && sameAfter(withoutNullItems)(question, ours, theirs),
  },
  {
    name: 'stages that are not run',
    reason: 'the server leaves out stages whose fields no later stage needs, with their errors',
    explains: (question, ours, theirs) =>
      question.kind === 'aggregate' && question.pipeline.length > 2 && onlyWeRefuse(ours, theirs),
  },
  {
    name: 'stages within a facet',
    reason: 'as above, for the stages of a facet',
    explains: (question, ours, theirs) => has(question, '$facet') && onlyWeRefuse(ours, theirs),
  },
  {
    name: 'numbers in paths',
    reason: 'in $unwind, $project and $unset a number names a field, in the localField of $lookup an item, too',
    explains: (question, ours, theirs) =>
      bothAnswer(ours, theirs) &&
      has(question, '$unwind', '$lookup', '$unset', '$project') &&
      contains(specOf(question), (value) => NUMBER_IN_PATH.test(typeof value === 'string' ? value : '')),
  },
  {
    name: 'unwind of a lookup',
    reason: 'the server joins and unwinds in one step, also where the path of $unwind does not reach the joined items',
    explains: (question, ours, theirs) =>
      bothAnswer(ours, theirs) && has(question, '$lookup') && has(question, '$unwind'),
  },
  {
    name: 'empty documents',
    reason: 'documents without fields are results too; the server leaves them out of a facet',
    explains: (question, ours, theirs) =>
      has(question, '$facet') && sameAfter(withoutEmptyDocs)(question, ours, theirs),
  },
];

const isCompound = (id: unknown): boolean => isDoc(id) && Object.keys(id).length > 1;

function groupIdOf(question: Case): unknown {
  if (question.kind !== 'aggregate') return undefined;
  return (question.pipeline.find((stage) => '$group' in stage)?.['$group'] as Doc | undefined)?.['_id'];
}
