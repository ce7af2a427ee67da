import { Int32 } from 'bson';
import { locationFault, notImplemented } from '../../errors';
import { bsonType, isDoc, isObjectId } from '../../values';
import { namedArguments } from './arguments';
import type { Node, OperatorCompiler, OperatorTable } from './scope';

const NOT_A_DATE = 16006;
const PART_CODES = { notObject: 40535, unknown: 40535, missing: 40539 };
const FORMAT_CODES = { notObject: 18629, unknown: 18534, missing: 18628 };
const BAD_FORMAT_TYPE = 18533;
const UNKNOWN_SPECIFIER = 18536;
const UNMATCHED_PERCENT = 18535;
const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ';
const LAST_PLAIN_YEAR = 9999;

function dateOf(value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value;
  if (isObjectId(value)) return value.getTimestamp();
  if (bsonType(value) === 'timestamp') throw notImplemented('a date operator on a timestamp');
  throw locationFault(NOT_A_DATE, `can't convert from BSON type ${bsonType(value)} to Date`);
}

/** A part of a date in UTC; a time zone is not supported. */
function part(name: string, read: (date: Date) => number): OperatorCompiler {
  return (operand, scope, compile) => {
    const list: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
    if (list.length !== 1) throw locationFault(PART_CODES.unknown, `${name} accepts exactly one argument`);
    const node = compile(dateOperand(name, list[0]), scope);
    return { constant: false, evaluate: (frame) => partOf(node.evaluate(frame), read) };
  };
}

function partOf(value: unknown, read: (date: Date) => number): Int32 | null {
  const date = dateOf(value);
  return date === null ? null : new Int32(read(date));
}

function dateOperand(name: string, operand: unknown): unknown {
  if (!isDoc(operand) || (Object.keys(operand)[0] ?? '$').startsWith('$')) return operand;
  if (operand['timezone'] !== undefined) throw notImplemented(`the timezone of ${name}`);
  return namedArguments(name, operand, { required: ['date'], optional: [], codes: PART_CODES })['date'];
}

const digits = (value: number, count: number): string => String(value).padStart(count, '0');

const SPECIFIERS: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => digits(date.getUTCFullYear(), 4),
  m: (date) => digits(date.getUTCMonth() + 1, 2),
  d: (date) => digits(date.getUTCDate(), 2),
  H: (date) => digits(date.getUTCHours(), 2),
  M: (date) => digits(date.getUTCMinutes(), 2),
  S: (date) => digits(date.getUTCSeconds(), 2),
  L: (date) => digits(date.getUTCMilliseconds(), 3),
  '%': () => '%',
};
const REAL_BUT_UNSUPPORTED = 'GVuUjzZbB';

function checkFormat(format: unknown): string {
  if (typeof format !== 'string')
    throw locationFault(BAD_FORMAT_TYPE, "$dateToString requires that 'format' be a string");
  for (const [, specifier = ''] of format.matchAll(/%([\s\S]?)/g)) {
    if (specifier === '') throw locationFault(UNMATCHED_PERCENT, "Unmatched '%' at end of format string");
    if (REAL_BUT_UNSUPPORTED.includes(specifier)) throw notImplemented(`%${specifier} of $dateToString`);
    if (SPECIFIERS[specifier] === undefined) {
      throw locationFault(UNKNOWN_SPECIFIER, `Invalid format character '%${specifier}' in format string`);
    }
  }
  return format;
}

function formatted(date: Date, format: string): string {
  const year = date.getUTCFullYear();
  if (year < 0 || year > LAST_PLAIN_YEAR)
    throw locationFault(18537, `$dateToString is only defined on year 0-9999, not ${year}`);
  return format.replace(/%([\s\S])/g, (_, specifier: string) => SPECIFIERS[specifier]?.(date) ?? '');
}

const dateToString: OperatorCompiler = (operand, scope, compile) => {
  if (isDoc(operand) && operand['timezone'] !== undefined) throw notImplemented('the timezone of $dateToString');
  const spec = { required: ['date'], optional: ['format', 'onNull'], codes: FORMAT_CODES };
  const named = namedArguments('$dateToString', operand, spec);
  const date = compile(named['date'], scope);
  const format = checkFormat(named['format'] ?? DEFAULT_FORMAT);
  const onNull: Node | undefined = named['onNull'] === undefined ? undefined : compile(named['onNull'], scope);
  return {
    constant: false,
    evaluate: (frame) => {
      const value = dateOf(date.evaluate(frame));
      if (value === null) return onNull === undefined ? null : onNull.evaluate(frame);
      return formatted(value, format);
    },
  };
};

/** Dates in UTC. */
export const DATE_OPERATORS: OperatorTable = {
  $year: part('$year', (date) => date.getUTCFullYear()),
  $month: part('$month', (date) => date.getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', (date) => date.getUTCDate()),
  $dayOfWeek: part('$dayOfWeek', (date) => date.getUTCDay() + 1),
  $hour: part('$hour', (date) => date.getUTCHours()),
  $minute: part('$minute', (date) => date.getUTCMinutes()),
  $second: part('$second', (date) => date.getUTCSeconds()),
  $millisecond: part('$millisecond', (date) => date.getUTCMilliseconds()),
  $dateToString: dateToString,
};
