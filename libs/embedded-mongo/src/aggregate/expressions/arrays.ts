import { Int32 } from 'bson';
import { locationFault } from '../../errors';
import { bsonType, equalValues, isNumber, toWhole } from '../../values';
import { ANY, ONE, operator, TWO } from './arguments';
import type { OperatorCompiler, OperatorTable } from './scope';

const IN_TYPES = 40081;
const SIZE_TYPES = 17124;
const NOT_AN_ARRAY = 28689;
const INDEX_TYPES = 28690;
const INDEX_NOT_WHOLE = 28691;
const CONCAT_TYPES = 28664;
const INT32_LIMIT = 2n ** 31n;

function isIn([value, list]: readonly unknown[]): boolean {
  if (!Array.isArray(list)) {
    throw locationFault(IN_TYPES, `$in requires an array as a second argument, found: ${bsonType(list)}`);
  }
  return list.some((item) => equalValues(item, value));
}

function size([list]: readonly unknown[]): unknown {
  if (!Array.isArray(list)) {
    throw locationFault(SIZE_TYPES, `The argument to $size must be an array, but was of type: ${bsonType(list)}`);
  }
  return new Int32(list.length);
}

function elementAt([list, index]: readonly unknown[]): unknown {
  if (list === null || list === undefined || index === null || index === undefined) return null;
  if (!Array.isArray(list)) {
    throw locationFault(NOT_AN_ARRAY, `$arrayElemAt's first argument must be an array, but is ${bsonType(list)}`);
  }
  if (!isNumber(index)) {
    throw locationFault(
      INDEX_TYPES,
      `$arrayElemAt's second argument must be a numeric value, but is ${bsonType(index)}`,
    );
  }
  const whole = toWhole(index);
  if (whole === undefined || whole >= INT32_LIMIT || whole < -INT32_LIMIT) {
    throw locationFault(INDEX_NOT_WHOLE, "$arrayElemAt's second argument must be representable as a 32-bit integer");
  }
  return list.at(Number(whole));
}

const end = (name: string, index: 0 | -1): OperatorCompiler =>
  operator(name, ONE, ([list]) => {
    if (list === null || list === undefined) return null;
    if (!Array.isArray(list))
      throw locationFault(NOT_AN_ARRAY, `${name}'s argument must be an array, but is ${bsonType(list)}`);
    return list.at(index);
  });

function concatArrays(args: readonly unknown[]): unknown {
  const result: unknown[] = [];
  for (const arg of args) {
    if (arg === null || arg === undefined) return null;
    if (!Array.isArray(arg))
      throw locationFault(CONCAT_TYPES, `$concatArrays only supports arrays, not ${bsonType(arg)}`);
    result.push(...(arg as unknown[]));
  }
  return result;
}

export const ARRAY_OPERATORS: OperatorTable = {
  $in: operator('$in', TWO, isIn),
  $size: operator('$size', ONE, size),
  $arrayElemAt: operator('$arrayElemAt', TWO, elementAt),
  $first: end('$first', 0),
  $last: end('$last', -1),
  $concatArrays: operator('$concatArrays', ANY, concatArrays),
  $isArray: operator('$isArray', ONE, ([value]) => Array.isArray(value)),
};
