import { type Doc, isDoc } from '../../values';
import { mentions } from '../agree';
import type { Case, Outcome } from '../case';

export const codeOf = (outcome: Outcome): number | undefined => ('code' in outcome ? outcome.code : undefined);
export const docsOf = (outcome: Outcome): readonly Doc[] => ('docs' in outcome ? outcome.docs : []);
export const bothAnswer = (ours: Outcome, theirs: Outcome): boolean => 'docs' in ours && 'docs' in theirs;
export const bothRefuse = (ours: Outcome, theirs: Outcome): boolean => 'code' in ours && 'code' in theirs;
export const onlyWeRefuse = (ours: Outcome, theirs: Outcome): boolean => 'code' in ours && 'docs' in theirs;

/** What is asked, without the documents. */
export function specOf(question: Case): unknown {
  if (question.kind === 'find') return [question.filter, question.projection, question.sort];
  return question.kind === 'aggregate' ? question.pipeline : [question.filter, question.update];
}

/** Whether a case has any of these operators or stages. */
export const has = (question: Case, ...names: readonly string[]): boolean =>
  names.some((name) => mentions(specOf(question), name));

/** Whether a value or one within it is wanted. */
export function contains(value: unknown, isWanted: (value: unknown) => boolean): boolean {
  if (isWanted(value)) return true;
  if (Array.isArray(value)) return value.some((item) => contains(item, isWanted));
  return isDoc(value) && Object.values(value).some((item) => contains(item, isWanted));
}

export const isEmptyArray = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
export const isEmptyDoc = (value: unknown): boolean => isDoc(value) && Object.keys(value).length === 0;
export const isNestedArray = (value: unknown): boolean =>
  Array.isArray(value) && value.some((item) => Array.isArray(item));

export const hasSort = (question: Case): boolean =>
  (question.kind === 'find' && question.sort !== undefined) || has(question, '$sort');

/** Whether an update names the item by which the filter matched. */
export const hasPosition = (question: Case): boolean =>
  question.kind === 'update' &&
  contains(question.update, (item) => isDoc(item) && Object.keys(item).some((key) => key.includes('.$')));

/** How many operators a value has; each may be at fault. */
export function operatorsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + operatorsIn(item), 0);
  if (!isDoc(value)) return 0;
  return Object.keys(value).reduce((sum, key) => sum + (key.startsWith('$') ? 1 : 0) + operatorsIn(value[key]), 0);
}
