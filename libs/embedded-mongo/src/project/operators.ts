import { fault, locationFault, notImplemented } from '../errors';
import type { EvalContext } from '../aggregate/expressions';
import { compileFilter } from '../match';
import { bsonType, isDoc, isNumber, toWhole } from '../values';
import type { Shape } from './tree';

const SLICE_TYPE = 28667;
const SLICE_LIMIT = 28724;
const SLICE_ITEM = 28724;
const ELEM_MATCH_TYPE = 31274;
const ELEM_MATCH_NESTED = 31275;
const NO_MATCHED_ITEM = 51246;

/** `$slice` of a find: a number of items from the start or the end, or `[skip, limit]`. */
export function sliceShape(operand: unknown): Shape {
  const [start, count] = sliceBounds(operand);
  return (value) => {
    if (!Array.isArray(value)) return value;
    const from = start < 0 ? Math.max(0, value.length + start) : start;
    return value.slice(from, from + count);
  };
}

function sliceBounds(operand: unknown): readonly [start: number, count: number] {
  if (!Array.isArray(operand)) {
    const count = wholeOf(operand, SLICE_TYPE);
    return count < 0 ? [count, -count] : [0, count];
  }
  if (operand.length !== 2) throw locationFault(SLICE_TYPE, '$slice takes a number or an array of two numbers');
  const count = wholeOf(operand[1], SLICE_ITEM);
  if (count <= 0) throw locationFault(SLICE_LIMIT, '$slice limit must be positive');
  return [wholeOf(operand[0], SLICE_ITEM), count];
}

function wholeOf(value: unknown, code: number): number {
  const whole = isNumber(value) ? toWhole(value) : undefined;
  if (whole === undefined) throw locationFault(code, `$slice takes whole numbers, not ${bsonType(value)}`);
  return Number(whole);
}

/** `$elemMatch` of a find: the first item that matches, alone in an array. */
export function elemMatchShape(path: string, operand: unknown, context: EvalContext): Shape {
  if (!isDoc(operand)) throw locationFault(ELEM_MATCH_TYPE, 'elemMatch: Invalid argument, object required');
  if (path.includes('.')) {
    throw locationFault(ELEM_MATCH_NESTED, 'Cannot use $elemMatch projection on a nested field.');
  }
  const { matches } = compileFilter({ items: { $elemMatch: operand } }, context);
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const found = value.findIndex((item: unknown) => matches({ items: [item] }));
    return found < 0 ? undefined : [value[found]];
  };
}

/** `path.$`: the item by which the filter matched, alone in an array. */
export function positionalShape(path: string): Shape {
  if (path.includes('.')) throw notImplemented('the positional projection of a nested field');
  return (value, _root, matchedIndex) => {
    if (!Array.isArray(value)) return value;
    if (matchedIndex === undefined || matchedIndex >= value.length) {
      throw locationFault(NO_MATCHED_ITEM, "positional operator '.$' couldn't find a matching element in the array");
    }
    return [value[matchedIndex]];
  };
}

export function refuseMeta(): never {
  throw fault('BadValue', '$meta is not supported by the embedded database');
}
