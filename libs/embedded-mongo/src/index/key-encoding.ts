import type { BSONRegExp, Code, ObjectId, Timestamp } from 'bson';
import { binaryParts, fieldName, typeRank, type Doc, type NumberValue } from '../values';
import { writeNumber } from './number-encoding';
import { KeyBuffer } from './key-buffer';

/** Stands for an empty array in an index: it sorts before null and is no array's member. */
export const EMPTY_ARRAY = Symbol('empty array');

/** Type bytes start at 1, so that 0 can end a document or an array before any of its longer kin. */
const RANK_SHIFT = 2;
const EMPTY_ARRAY_BYTE = 2;
const MISSING_RANK = 0;
const NULL_RANK = 5;
const END = 0;

const buffer = new KeyBuffer();

/**
 * The key of an index entry: bytes whose memcmp order is MongoDB's order of the values, field after field.
 * `directions` holds 1 or -1 per field; a descending field has all its bits flipped. A missing field counts as null.
 * Every value ends by itself, so the key of some leading values is a prefix of the keys that begin with them.
 */
export function encodeKey(values: readonly unknown[], directions: readonly number[]): Uint8Array {
  buffer.reset();
  for (let i = 0; i < values.length; i++) {
    const start = buffer.length;
    writeValue(values[i]);
    if (directions[i] === -1) buffer.flipFrom(start);
  }
  return buffer.copy();
}

/** The byte that starts every value of the type of `value`: the bracket within which ranges compare. */
export function typeByte(value: unknown): number {
  if (value === EMPTY_ARRAY) return EMPTY_ARRAY_BYTE;
  const rank = typeRank(value);
  return (rank === MISSING_RANK ? NULL_RANK : rank) + RANK_SHIFT;
}

/** The lowest key above all keys that start with `prefix`; undefined when there is none. */
export function afterPrefix(prefix: Uint8Array): Uint8Array | undefined {
  for (let last = prefix.length - 1; last >= 0; last--) {
    const byte = prefix[last] as number;
    if (byte === 0xff) continue;
    const after = Uint8Array.from(prefix.subarray(0, last + 1));
    after[last] = byte + 1;
    return after;
  }
  return undefined;
}

function writeValue(value: unknown): void {
  if (typeof value === 'string') {
    buffer.byte(15 + RANK_SHIFT);
    return buffer.text(value);
  }
  buffer.byte(typeByte(value));
  if (value === EMPTY_ARRAY) return;
  switch (typeRank(value)) {
    case 10:
      return writeNumber(buffer, value as NumberValue);
    case 20:
      return writeDocument(value as Doc);
    case 25:
      for (const item of value as readonly unknown[]) writeValue(item);
      return buffer.byte(END);
    case 35:
      return buffer.bytes((value as ObjectId).id);
    case 40:
      return buffer.byte(value === true ? 1 : 0);
    case 45:
      return buffer.int64((value as Date).getTime());
    default:
      return writeRareValue(value);
  }
}

function writeRareValue(value: unknown): void {
  switch (typeRank(value)) {
    case 30:
      return writeBinary(value as Uint8Array);
    case 47:
      return buffer.unsigned64(BigInt.asUintN(64, (value as Timestamp).toBigInt()));
    case 50:
      buffer.text((value as BSONRegExp).pattern);
      return buffer.text((value as BSONRegExp).options);
    case 60:
      return buffer.text((value as Code).code.toString());
    default:
      return; // null, MinKey, MaxKey: the type is the value
  }
}

/** As MongoDB compares documents: a field's type counts before its name, its name before its value. */
function writeDocument(doc: Doc): void {
  for (const key of Object.keys(doc)) {
    if (doc[key] === undefined) continue;
    buffer.byte(typeByte(doc[key]));
    buffer.text(fieldName(key));
    writeValue(doc[key]);
  }
  buffer.byte(END);
}

function writeBinary(value: Uint8Array): void {
  const { bytes, subtype } = binaryParts(value);
  buffer.unsigned32(bytes.length);
  buffer.byte(subtype);
  buffer.bytes(bytes);
}
