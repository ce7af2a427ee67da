import type { BSONRegExp, Code, Double, Int32, Long, ObjectId, Timestamp } from 'bson';
import { fault } from '../errors';
import { MAX_DEPTH } from './decode';
import { fieldName, type Doc } from './document';
import { binaryParts, bsonType, BSON_TYPES, type BsonType, isDecimal } from './types';

const FIRST_CAPACITY = 1 << 14;
const MAX_ASCII_LOOP = 48;

/**
 * The BSON bytes of a document, a fresh array that nobody else holds.
 *
 * Plain numbers become an int when they are one, else a double; `bigint` becomes a long, `Uint8Array` a binary of
 * subtype 0; fields that are `undefined` are left out. Throws Overflow (15) for more than 200 levels.
 */
export function encode(doc: Doc): Uint8Array {
  const writer = new Writer();
  writer.document(doc, 1);
  return writer.finish();
}

/** The space in which documents are written before they are copied out; it belongs to one `encode` at a time. */
let scratch = Buffer.allocUnsafe(FIRST_CAPACITY);

class Writer {
  private at = 0;

  finish(): Uint8Array {
    return Uint8Array.prototype.slice.call(scratch, 0, this.at);
  }

  document(doc: Doc, depth: number): void {
    const start = this.enter(depth);
    for (const key in doc) {
      const value = doc[key];
      if (value !== undefined) this.field(fieldName(key), value, depth);
    }
    this.leave(start);
  }

  private array(items: readonly unknown[], depth: number): void {
    const start = this.enter(depth);
    for (let i = 0; i < items.length; i++) {
      if (items[i] === undefined) throw new TypeError('an array has an item that is undefined');
      this.field(String(i), items[i], depth);
    }
    this.leave(start);
  }

  private enter(depth: number): number {
    if (depth > MAX_DEPTH) throw fault('Overflow', `a document may be nested ${MAX_DEPTH} levels deep`);
    return this.reserve(4);
  }

  private leave(start: number): void {
    this.byte(0);
    scratch.writeInt32LE(this.at - start, start);
  }

  private field(name: string, value: unknown, depth: number): void {
    const type = bsonType(value) as BsonType;
    this.byte(BSON_TYPES[type] & 0xff);
    this.cstring(name);
    this.value(type, value, depth);
  }

  private value(type: BsonType, value: unknown, depth: number): void {
    switch (type) {
      case 'string':
        return this.string(value as string);
      case 'object':
        return this.document(value as Doc, depth + 1);
      case 'array':
        return this.array(value as unknown[], depth + 1);
      case 'int':
        return this.int32(typeof value === 'number' ? value : (value as Int32).value);
      case 'double':
        return this.double(typeof value === 'number' ? value : (value as Double).value);
      case 'bool':
        return this.byte(value === true ? 1 : 0);
      case 'date':
        return this.millis((value as Date).getTime());
      case 'objectId':
        return this.raw((value as ObjectId).id);
      default:
        return this.rareValue(type, value);
    }
  }

  private rareValue(type: BsonType, value: unknown): void {
    if (type === 'long') this.int64(typeof value === 'bigint' ? value : (value as Long).toBigInt());
    else if (type === 'timestamp') this.int64((value as Timestamp).toBigInt());
    else if (type === 'javascript') this.string((value as Code).code.toString());
    else if (type === 'binData') this.binary(value as Uint8Array);
    else if (type === 'regex') {
      this.cstring((value as BSONRegExp).pattern);
      this.cstring((value as BSONRegExp).options);
    } else if (isDecimal(value)) this.raw(value.bytes);
  }

  private string(text: string): void {
    const start = this.reserve(4);
    this.text(text);
    this.byte(0);
    scratch.writeInt32LE(this.at - start - 4, start);
  }

  private cstring(text: string): void {
    if (text.includes('\u0000')) throw fault('BadValue', 'a field name or a pattern contains a zero byte');
    this.text(text);
    this.byte(0);
  }

  /** Short ASCII text is faster written by hand than by a call into the runtime. */
  private text(text: string): void {
    const start = this.reserve(text.length * 3);
    const { length } = text;
    if (length > MAX_ASCII_LOOP || !putAscii(scratch, text, start)) {
      this.at = start + scratch.write(text, start, 'utf8');
    } else this.at = start + length;
  }

  private millis(value: number): void {
    const start = this.reserve(8);
    scratch.writeInt32LE(value | 0, start);
    scratch.writeInt32LE(Math.floor(value / 2 ** 32), start + 4);
  }

  private binary(value: Uint8Array): void {
    const { bytes, subtype } = binaryParts(value);
    this.int32(bytes.length);
    this.byte(subtype);
    this.raw(bytes);
  }

  private byte(value: number): void {
    const start = this.reserve(1);
    scratch[start] = value;
  }

  private int32(value: number): void {
    const start = this.reserve(4);
    scratch.writeInt32LE(value, start);
  }

  private int64(value: bigint): void {
    const start = this.reserve(8);
    scratch.writeBigUInt64LE(BigInt.asUintN(64, value), start);
  }

  private double(value: number): void {
    const start = this.reserve(8);
    scratch.writeDoubleLE(value, start);
  }

  private raw(bytes: Uint8Array): void {
    const start = this.reserve(bytes.length);
    scratch.set(bytes, start);
  }

  /** Makes room; the answer is where it starts. */
  private reserve(count: number): number {
    const start = this.at;
    this.at = start + count;
    if (this.at > scratch.length) {
      const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, this.at));
      scratch.copy(larger, 0, 0, start);
      scratch = larger;
    }
    return start;
  }
}

/** Writes text as far as it is ASCII; the answer is whether all of it was. */
function putAscii(target: Buffer, text: string, start: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) return false;
    target[start + i] = unit;
  }
  return true;
}
