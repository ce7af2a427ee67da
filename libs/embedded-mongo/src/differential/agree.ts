import { compareValues, type Doc, identicalValues, isDoc } from '../values';
import type { Case, Outcome } from './case';

const UNORDERED = ['$setUnion', '$setIntersection', '$setDifference', '$addToSet'];
const NOT_IMPLEMENTED = 238;

/** Whether this database refuses the case as something it does not do. */
export function isRefused(ours: Outcome): boolean {
  return 'code' in ours && ours.code === NOT_IMPLEMENTED;
}

/** Whether two answers to a case are the same; what MongoDB leaves open (the order of groups and sets) may differ. */
export function agree(question: Case, ours: Outcome, theirs: Outcome): boolean {
  if ('code' in ours || 'code' in theirs) return 'code' in ours && 'code' in theirs && ours.code === theirs.code;
  const anyOrder = question.kind === 'aggregate' && question.pipeline.some((stage) => '$group' in stage);
  const asSets = UNORDERED.some((name) => mentions(computedBy(question), name));
  const mine = normalized(ours.docs, anyOrder, asSets);
  const others = normalized(theirs.docs, anyOrder, asSets);
  return identicalValues(mine, others);
}

/** Where a case has expressions; an update's own `$addToSet` keeps the order of the array. */
function computedBy(question: Case): unknown {
  if (question.kind === 'find') return question.projection;
  if (question.kind === 'aggregate') return question.pipeline;
  return Array.isArray(question.update) ? question.update : undefined;
}

function normalized(docs: readonly Doc[], anyOrder: boolean, asSets: boolean): readonly unknown[] {
  const given = asSets ? (sortedSets(docs) as readonly Doc[]) : docs;
  return anyOrder ? given.toSorted(compareValues) : given;
}

function sortedSets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedSets).toSorted(compareValues);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const key of Object.keys(value)) copy[key] = sortedSets(value[key]);
  return copy;
}

export function mentions(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item) => mentions(item, name));
  return isDoc(value) && Object.keys(value).some((key) => key === name || mentions(value[key], name));
}
