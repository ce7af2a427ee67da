import { Double, Int32, Long } from 'bson';
import { fault, locationFault } from '../../errors';
import {
  bsonType,
  combine,
  DIFFERENCE,
  isNumber,
  type NumberKind,
  numberKind,
  type NumberValue,
  PRODUCT,
  SUM,
  toNumber,
  toWhole,
  wholeValue,
} from '../../values';
import { ANY, ONE, operator, TWO } from './arguments';
import type { OperatorCompiler, OperatorTable } from './scope';

const TWO_DATES = 16612;
const MOD_BY_ZERO = 16610;
const MOD_TYPES = 16611;
const NOT_NUMERIC = 28765;
const ABS_OF_LOWEST = 28680;
const MAX_DATE = 8.64e15;
const INT32_MAX = 2 ** 31 - 1;
const INT32_MIN = -(2 ** 31);

const isNullish = (value: unknown): value is null | undefined => value === null || value === undefined;
const mismatch = (message: string): Error => fault('TypeMismatch', message);

function dateOf(millis: number): Date {
  if (!(Math.abs(millis) <= MAX_DATE)) throw fault('Overflow', 'date overflow');
  return new Date(millis);
}

/** Half a millisecond goes away from zero. */
const roundedMillis = (value: NumberValue): number =>
  Math.sign(toNumber(value)) * Math.round(Math.abs(toNumber(value)));

/** Whole numbers beyond 64 bits go on as doubles. */
function plus(a: NumberValue, b: NumberValue): NumberValue {
  return combine(SUM, a, b) ?? new Double(toNumber(a) + toNumber(b));
}

function add(args: readonly unknown[]): unknown {
  let total: NumberValue = new Int32(0);
  let dates = 0;
  for (const arg of args) {
    if (isNullish(arg)) return null;
    if (arg instanceof Date && ++dates > 1)
      throw locationFault(TWO_DATES, 'only one date allowed in an $add expression');
    if (!(arg instanceof Date) && !isNumber(arg)) {
      throw mismatch(`$add only supports numeric or date types, not ${bsonType(arg)}`);
    }
    total = plus(total, arg instanceof Date ? Long.fromNumber(arg.getTime()) : arg);
  }
  return dates === 0 ? total : dateOf(roundedMillis(total));
}

function subtract([a, b]: readonly unknown[]): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (isNumber(a) && isNumber(b)) return combine(DIFFERENCE, a, b) ?? new Double(toNumber(a) - toNumber(b));
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && isNumber(b)) return dateOf(a.getTime() - Math.trunc(toNumber(b)));
  throw mismatch(`can't $subtract ${bsonType(b)} from ${bsonType(a)}`);
}

function multiply(args: readonly unknown[]): unknown {
  let product: NumberValue = new Int32(1);
  let asDouble = 1;
  for (const arg of args) {
    if (isNullish(arg)) return null;
    if (!isNumber(arg)) throw mismatch(`$multiply only supports numeric types, not ${bsonType(arg)}`);
    const exact: NumberValue | undefined = combine(PRODUCT, product, arg);
    asDouble *= toNumber(arg);
    product = exact === undefined || exact instanceof Double ? new Double(asDouble) : exact;
  }
  return product;
}

function divide([a, b]: readonly unknown[]): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumber(a) || !isNumber(b)) {
    throw mismatch(`$divide only supports numeric types, not ${bsonType(a)} and ${bsonType(b)}`);
  }
  refuseDecimals(a, b);
  if (toNumber(b) === 0) throw fault('BadValue', "can't $divide by zero");
  return new Double(toNumber(a) / toNumber(b));
}

function refuseDecimals(...values: readonly NumberValue[]): void {
  values.forEach(numberKind);
}

function mod([a, b]: readonly unknown[]): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumber(a) || !isNumber(b)) {
    throw locationFault(MOD_TYPES, `$mod only supports numeric types, not ${bsonType(a)} and ${bsonType(b)}`);
  }
  const [left, right]: [NumberKind, NumberKind] = [numberKind(a), numberKind(b)];
  if (toNumber(b) === 0) throw locationFault(MOD_BY_ZERO, "can't $mod by zero");
  if (left === 'double' || (right === 'double' && !fitsInt(toNumber(b)))) return new Double(toNumber(a) % toNumber(b));
  const kind = left === 'long' || right === 'long' ? 'long' : 'int';
  return wholeValue(kind, (toWhole(a) as bigint) % (toWhole(b) as bigint));
}

const fitsInt = (value: number): boolean => Number.isInteger(value) && value <= INT32_MAX && value >= INT32_MIN;

function abs(value: NumberValue): unknown {
  const kind = numberKind(value);
  if (kind === 'double') return new Double(Math.abs(toNumber(value)));
  const whole = toWhole(value) as bigint;
  const result = wholeValue(kind, whole < 0n ? -whole : whole);
  if (result === undefined) throw locationFault(ABS_OF_LOWEST, "can't take $abs of long long min");
  return result;
}

/** Whole numbers stay as they are. */
const rounding = (round: (value: number) => number) => {
  return (value: NumberValue): unknown => (numberKind(value) === 'double' ? new Double(round(toNumber(value))) : value);
};

function unary(name: string, act: (value: NumberValue) => unknown): OperatorCompiler {
  return operator(name, ONE, ([value]) => {
    if (isNullish(value)) return null;
    if (!isNumber(value))
      throw locationFault(NOT_NUMERIC, `${name} only supports numeric types, not ${bsonType(value)}`);
    return act(value);
  });
}

/** Arithmetic in the wider type of the operands; null or missing makes the result null. */
export const ARITHMETIC_OPERATORS: OperatorTable = {
  $add: operator('$add', ANY, add),
  $subtract: operator('$subtract', TWO, subtract),
  $multiply: operator('$multiply', ANY, multiply),
  $divide: operator('$divide', TWO, divide),
  $mod: operator('$mod', TWO, mod),
  $abs: unary('$abs', abs),
  $ceil: unary('$ceil', rounding(Math.ceil)),
  $floor: unary('$floor', rounding(Math.floor)),
};
