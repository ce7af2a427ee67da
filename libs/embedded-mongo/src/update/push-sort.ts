import { fault, notImplemented } from '../errors';
import { compareValues, fieldName, isDoc, isNumber, toNumber } from '../values';

type Comparator = (a: unknown, b: unknown) => number;

/**
 * The order of `$push` with `$sort`: `1` or `-1` for whole items, or a document of fields for items that are documents
 * (an item without a field, or that is no document, counts as null there).
 */
export function pushSort(spec: unknown): Comparator {
  if (isNumber(spec)) {
    const direction = directionOf(spec, '$sort');
    return (a, b) => direction * compareValues(a, b);
  }
  if (!isDoc(spec)) throw invalid('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  const keys = Object.keys(spec);
  if (keys.length === 0) throw invalid('The $sort pattern is empty when it should be a set of fields.');
  const fields = keys.map((key) => ({ key, direction: directionOf(spec[key], checkName(fieldName(key))) }));
  return (a, b) => {
    for (const { key, direction } of fields) {
      const order = direction * compareValues(fieldOf(a, key), fieldOf(b, key));
      if (order !== 0) return order;
    }
    return 0;
  };
}

const invalid = (message: string): Error => fault('BadValue', message);

function checkName(name: string): string {
  if (name === '') throw invalid('The $sort field cannot be empty');
  if (name.includes('.')) throw notImplemented('a dotted field in the $sort of $push');
  return name;
}

function directionOf(value: unknown, name: string): 1 | -1 {
  const direction = isNumber(value) ? toNumber(value) : 0;
  if (direction !== 1 && direction !== -1) throw invalid(`The $sort element value must be either 1 or -1: ${name}`);
  return direction;
}

function fieldOf(item: unknown, key: string): unknown {
  const value = isDoc(item) ? item[key] : undefined;
  return value === undefined ? null : value;
}
