import { Double, Timestamp } from 'bson';
import { fault } from '../errors';
import type { EvalContext } from '../aggregate/expressions';
import {
  bsonType,
  combine,
  compareValues,
  isDoc,
  isNumber,
  numberKind,
  type NumberValue,
  PRODUCT,
  SUM,
  wholeValue,
} from '../values';
import { addToSetChange, popChange, pullChange, pushChange } from './array-operators';
import { checkStorable } from './storable';
import { type Absent, type Change, REMOVED } from './write';

/** A compiled change, and what it does where its path does not exist. */
export type FieldChange = { readonly change: Change; readonly absent: Absent };

type Compiler = (operand: unknown, path: string, context: EvalContext) => FieldChange;

const creating = (change: Change): FieldChange => ({ change, absent: 'create' });
const taking = (change: Change): FieldChange => ({ change, absent: 'leave' });

const set: Compiler = (operand, path) => {
  checkStorable(operand, path);
  return creating(() => operand);
};

const arithmetic = (name: '$inc' | '$mul'): Compiler => {
  const verb = name === '$inc' ? 'increment' : 'multiply';
  return (operand, path) => {
    if (!isNumber(operand)) {
      throw fault('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${path}: ${bsonType(operand)}}`);
    }
    return creating((old) => computed(name, old, { operand, path }));
  };
};

function computed(
  name: '$inc' | '$mul',
  old: unknown,
  { operand, path }: { operand: NumberValue; path: string },
): unknown {
  if (old === undefined) return name === '$inc' ? operand : zeroLike(operand);
  if (!isNumber(old)) {
    throw fault('TypeMismatch', `Cannot apply ${name} to a value of non-numeric type: ${path} is ${bsonType(old)}`);
  }
  const result = combine(name === '$inc' ? SUM : PRODUCT, old, operand);
  if (result === undefined) throw fault('BadValue', `Failed to apply ${name} operations to current value of '${path}'`);
  return result;
}

/** A missing field times a number is a zero of the number's type, whatever the number. */
function zeroLike(operand: NumberValue): unknown {
  const kind = numberKind(operand);
  return kind === 'double' ? new Double(0) : wholeValue(kind, 0n);
}

const extreme = (replaces: (order: number) => boolean): Compiler => {
  return (operand, path) => {
    checkStorable(operand, path);
    return creating((old) => (old === undefined || replaces(compareValues(operand, old)) ? operand : old));
  };
};

const currentDate: Compiler = (operand, _path, context) => {
  if (typeof operand === 'boolean') return creating(() => context.now);
  if (!isDoc(operand)) {
    throw fault(
      'BadValue',
      `${bsonType(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  const keys = Object.keys(operand);
  const unknownKey = keys.find((key) => key !== '$type');
  if (unknownKey !== undefined) throw fault('BadValue', `Unrecognized $currentDate option: ${unknownKey}`);
  if (operand['$type'] === 'date') return creating(() => context.now);
  if (operand['$type'] === 'timestamp') return creating(() => timestampOf(context.now));
  throw fault(
    'BadValue',
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
  );
};

const timestampOf = (now: Date): Timestamp => new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });

/** The operators that change one field by its old value; `$rename` and `$setOnInsert` are built upon them. */
export const FIELD_OPERATORS: Readonly<Record<string, Compiler>> = {
  $set: set,
  $setOnInsert: set,
  $unset: () => ({ change: () => REMOVED, absent: 'ignore' }),
  $inc: arithmetic('$inc'),
  $mul: arithmetic('$mul'),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $currentDate: currentDate,
  $push: (operand, path) => creating(pushChange(operand, path)),
  $addToSet: (operand, path) => creating(addToSetChange(operand, path)),
  $pull: (operand, _path, context) => taking(pullChange(operand, context)),
  $pop: (operand, path) => taking(popChange(operand, path)),
};
