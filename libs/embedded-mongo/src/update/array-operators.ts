import { fault } from '../errors';
import type { EvalContext } from '../aggregate/expressions';
import { compileFilter, isOperatorDoc } from '../match';
import { ValueSet } from '../aggregate/value-set';
import { bsonType, type Doc, equalValues, isDoc, isNumber, isRegex, toNumber, toWhole } from '../values';
import { pushSort } from './push-sort';
import { checkStorable } from './storable';
import type { Change } from './write';

const PUSH_CLAUSES = ['$each', '$slice', '$sort', '$position'];
const LOGICAL = ['$and', '$or', '$nor', '$not', '$expr', '$comment'];

const bad = (message: string): Error => fault('BadValue', message);

/** The array that an operator works on: empty for a missing field. */
function arrayOf(old: unknown, refusal: (type: string) => Error): readonly unknown[] {
  if (old === undefined) return [];
  if (!Array.isArray(old)) throw refusal(bsonType(old));
  return old;
}

/** Whether an operand is the form with `$each`. */
const hasEach = (operand: unknown): operand is Doc => isDoc(operand) && operand['$each'] !== undefined;

export function pushChange(operand: unknown, path: string): Change {
  const clauses: Doc = hasEach(operand) ? operand : { $each: [operand] };
  for (const key of Object.keys(clauses)) {
    if (!PUSH_CLAUSES.includes(key)) throw bad(`Unrecognized clause in $push: ${key}`);
  }
  const items = clauses['$each'];
  if (!Array.isArray(items)) {
    throw bad(`The argument to $each in $push must be an array but it was of type: ${bsonType(items)}`);
  }
  checkStorable(items, path);
  const position = wholeClause(clauses, '$position');
  const slice = wholeClause(clauses, '$slice');
  const sort = clauses['$sort'] === undefined ? undefined : pushSort(clauses['$sort']);
  return (old) => {
    const current = arrayOf(old, (type) => bad(`The field '${path}' must be an array but is of type ${type}`));
    const inserted = insertAt(current, items, position);
    const sorted = sort === undefined ? inserted : inserted.toSorted(sort);
    return slice === undefined ? sorted : slice >= 0 ? sorted.slice(0, slice) : sorted.slice(slice);
  };
}

function wholeClause(clauses: Doc, name: '$position' | '$slice'): number | undefined {
  const value = clauses[name];
  if (value === undefined) return undefined;
  const whole = isNumber(value) ? toWhole(value) : undefined;
  if (whole === undefined) throw bad(`The value for ${name} must be an integer value, not of type: ${bsonType(value)}`);
  return Number(whole);
}

/** A negative position counts from the end. */
function insertAt(current: readonly unknown[], items: readonly unknown[], position = current.length): unknown[] {
  const at = position < 0 ? Math.max(0, current.length + position) : Math.min(position, current.length);
  return [...current.slice(0, at), ...items, ...current.slice(at)];
}

export function addToSetChange(operand: unknown, path: string): Change {
  const items = hasEach(operand) ? eachOfAddToSet(operand) : [operand];
  checkStorable(items, path);
  return (old) => {
    const current = arrayOf(old, (type) => bad(`Cannot apply $addToSet to non-array field '${path}' of type ${type}`));
    const known = ValueSet.of(current);
    const added = ValueSet.of(items)
      .values()
      .filter((item) => !known.has(item));
    return added.length === 0 && old !== undefined ? old : [...current, ...added];
  };
}

function eachOfAddToSet(operand: Doc): readonly unknown[] {
  const items = operand['$each'];
  if (!Array.isArray(items)) {
    throw fault(
      'TypeMismatch',
      `The argument to $each in $addToSet must be an array but it was of type ${bsonType(items)}`,
    );
  }
  const other = Object.keys(operand).find((key) => key !== '$each');
  if (other !== undefined) throw bad(`Found unexpected fields after $each in $addToSet: ${other}`);
  return items;
}

export function pullChange(operand: unknown, context: EvalContext): Change {
  const isPulled = pullTest(operand, context);
  return (old) => {
    if (old === undefined) return undefined;
    const current = arrayOf(old, () => bad('Cannot apply $pull to a non-array value'));
    const kept = current.filter((item) => !isPulled(item));
    return kept.length === current.length ? old : kept;
  };
}

/** Operators and patterns are put to the items themselves, other documents to the items that are documents. */
function pullTest(operand: unknown, context: EvalContext): (item: unknown) => boolean {
  const isCondition = isOperatorDoc(operand) && !LOGICAL.includes(Object.keys(operand)[0] as string);
  if (isCondition || isRegex(operand)) {
    const { matches } = compileFilter({ item: operand }, context);
    return (item) => matches({ item });
  }
  if (!isDoc(operand)) return (item) => equalValues(item, operand);
  const { matches } = compileFilter(operand, context);
  return (item) => isDoc(item) && matches(item);
}

export function popChange(operand: unknown, path: string): Change {
  const end = isNumber(operand) ? toNumber(operand) : undefined;
  if (end !== 1 && end !== -1) throw fault('FailedToParse', '$pop expects 1 or -1');
  return (old) => {
    if (old === undefined) return undefined;
    const items = arrayOf(old, (type) =>
      fault('TypeMismatch', `Path '${path}' contains an element of non-array type '${type}'`),
    );
    if (items.length === 0) return old;
    return end === 1 ? items.slice(0, -1) : items.slice(1);
  };
}
