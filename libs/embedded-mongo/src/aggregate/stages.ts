import { Int32 } from 'bson';
import { fault, locationFault } from '../errors';
import { compileFilter } from '../match';
import { compileSortKey, sortDocs } from '../project/sort';
import { type Doc, isDoc, storedName } from '../values';
import { wholeCount } from './accumulators';
import type { EvalContext } from './expressions';
import { collect, PAUSE } from './pause';

/** A stage ready for use: documents in, documents out, as they are asked for. */
export type Stage = (input: Iterable<Doc>) => Iterable<Doc>;

const MATCH_NOT_OBJECT = 15959;
const SORT_NOT_OBJECT = 15973;
const SORT_EMPTY = 15976;
const LIMIT_NOT_POSITIVE = 15958;
const LIMIT_INVALID = 5107201;
const SKIP_INVALID = 5107200;
const COUNT_NOT_STRING = 40156;
const COUNT_EMPTY = 40157;
const COUNT_DOLLAR = 40158;
const COUNT_DOT = 40160;

export function eachDoc(change: (doc: Doc) => Doc): Stage {
  return function* (input) {
    for (const doc of input) yield change(doc);
  };
}

export function compileMatch(filter: unknown, context: EvalContext): Stage {
  if (!isDoc(filter)) throw locationFault(MATCH_NOT_OBJECT, 'the match filter must be an expression in an object');
  const { matches } = compileFilter(filter, context);
  return function* (input) {
    for (const doc of input) if (matches(doc)) yield doc;
  };
}

export function compileSortStage(spec: unknown): Stage {
  if (!isDoc(spec)) throw locationFault(SORT_NOT_OBJECT, 'the $sort key specification must be an object');
  if (Object.keys(spec).length === 0) throw locationFault(SORT_EMPTY, '$sort stage must have at least one sort key');
  const sort = compileSortKey(spec);
  return function* (input) {
    yield* sortDocs(yield* collect(input), sort);
  };
}

export function compileLimit(operand: unknown): Stage {
  const limit = wholeCount(operand);
  if (limit === undefined || limit < 0) {
    throw locationFault(LIMIT_INVALID, 'invalid argument to $limit stage: Expected a non-negative number');
  }
  if (limit === 0) throw locationFault(LIMIT_NOT_POSITIVE, 'the limit must be positive');
  return function* (input) {
    let count = 0;
    for (const doc of input) {
      yield doc;
      if (doc !== PAUSE && ++count === limit) return;
    }
  };
}

export function compileSkip(operand: unknown): Stage {
  const skip = wholeCount(operand);
  if (skip === undefined || skip < 0) {
    throw locationFault(SKIP_INVALID, 'invalid argument to $skip stage: Expected a non-negative number');
  }
  return function* (input) {
    let count = 0;
    for (const doc of input) if (doc === PAUSE || ++count > skip) yield doc;
  };
}

export function compileCount(operand: unknown): Stage {
  const key = storedName(countName(operand));
  return function* (input) {
    let count = 0;
    for (const doc of input) {
      if (doc === PAUSE) yield PAUSE;
      else count++;
    }
    // Nothing counted is no document, not a zero.
    if (count > 0) yield { [key]: new Int32(count) };
  };
}

function countName(operand: unknown): string {
  if (typeof operand !== 'string') throw locationFault(COUNT_NOT_STRING, 'the count field must be a non-empty string');
  if (operand === '') throw locationFault(COUNT_EMPTY, 'the count field must be a non-empty string');
  if (operand.startsWith('$')) throw locationFault(COUNT_DOLLAR, 'the count field cannot be a $-prefixed path');
  if (operand.includes('.')) throw locationFault(COUNT_DOT, "the count field cannot contain '.'");
  if (operand === '_id') throw fault('BadValue', "the count field cannot be '_id'");
  return operand;
}
