import type { Binary, BSONRegExp, Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import type { Doc } from './document';

/** The BSON types that this database stores, by the alias that `$type` uses; the deprecated ones are refused. */
export const BSON_TYPES = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
} as const;

export type BsonType = keyof typeof BSON_TYPES;

/** A number as a document holds it; plain `number` and `bigint` come from this program itself. */
export type NumberValue = number | bigint | Int32 | Double | Long | Decimal128;

const OF_CLASS = {
  ObjectId: 'objectId',
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  Decimal128: 'decimal',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  Code: 'javascript',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
} as const satisfies Record<string, BsonType>;

const INT32_MAX = 0x7fffffff;
const INT32_MIN = -0x80000000;

/** Whether a plain JavaScript number stands for a BSON int (else for a double). */
function isInt32(value: number): boolean {
  return (value | 0) === value && value <= INT32_MAX && value >= INT32_MIN && !Object.is(value, -0);
}

/** The BSON type of a value; `missing` for `undefined`, which stands for a field that is not there. */
export function bsonType(value: unknown): BsonType | 'missing' {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'bigint':
      return 'long';
    default:
      return typeOfObject(value as object | null);
  }
}

function typeOfObject(value: object | null): BsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  const className = (value as { _bsontype?: unknown })._bsontype;
  if (className === undefined) return value instanceof Uint8Array ? 'binData' : 'object';
  const type = OF_CLASS[className as keyof typeof OF_CLASS];
  if (type === undefined) throw new TypeError(`no BSON type for the class ${String(className)}`);
  return type;
}

/** MongoDB's order of the types; types with the same rank are compared by value. */
const RANKS: Readonly<Record<BsonType | 'missing', number>> = {
  minKey: -1,
  missing: 0,
  null: 5,
  int: 10,
  double: 10,
  long: 10,
  decimal: 10,
  string: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  javascript: 60,
  maxKey: 127,
};

/** A value's place in MongoDB's order of types; all numbers share one. A missing field comes before null. */
export function typeRank(value: unknown): number {
  return RANKS[bsonType(value)];
}

export function isDoc(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    (value as { _bsontype?: unknown })._bsontype === undefined &&
    !(value instanceof Uint8Array)
  );
}

export function isNumber(value: unknown): value is NumberValue {
  if (typeof value !== 'object') return typeof value === 'number' || typeof value === 'bigint';
  return value !== null && typeRank(value) === RANKS.int;
}

/** Whether an object is one of the driver's value classes. */
function hasClass(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && (value as { _bsontype?: unknown })._bsontype === name;
}

export const isObjectId = (value: unknown): value is ObjectId => hasClass(value, 'ObjectId');
export const isDouble = (value: unknown): value is Double => hasClass(value, 'Double');
export const isLong = (value: unknown): value is Long => hasClass(value, 'Long');
export const isDecimal = (value: unknown): value is Decimal128 => hasClass(value, 'Decimal128');
export const isRegex = (value: unknown): value is BSONRegExp => hasClass(value, 'BSONRegExp');

/** The bytes of a binary value and the subtype that tells what they mean. */
export function binaryParts(value: Binary | Uint8Array): { readonly bytes: Uint8Array; readonly subtype: number } {
  if (value instanceof Uint8Array) return { bytes: value, subtype: 0 };
  return { bytes: value.buffer.subarray(0, value.position), subtype: value.sub_type };
}
