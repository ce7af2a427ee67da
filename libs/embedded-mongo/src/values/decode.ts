import { isUtf8 } from 'node:buffer';
import { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { fault } from '../errors';
import { storedName, type Doc } from './document';

/** MongoDB's limit on documents within documents. */
export const MAX_DEPTH = 200;

const MIN_SIZE = 5;
const MAX_DATE = 8.64e15;
const REPLACEMENT = '\uFFFD';
const CACHED_NAMES = 1024;
const LONGEST_CACHED_NAME = 64;
const minKey = new MinKey();
const maxKey = new MaxKey();

/**
 * Field names met before, by the hash of their bytes: most documents of a collection have the same ones, and a name
 * that is the same string again makes the property write faster.
 */
const names: ({ readonly name: string; readonly stored: string } | undefined)[] = new Array(CACHED_NAMES);

/**
 * A BSON document as a `Doc`; every value keeps its exact type (`Int32`, `Double`, `Long` and `Decimal128` objects).
 *
 * Throws InvalidBSON (22) for bytes that are no document, for the deprecated types, for a field name that stands twice
 * in one document, for dates beyond JavaScript's years, and Overflow (15) for more than 200 levels.
 */
export function decode(bytes: Uint8Array): Doc {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reader = new Reader(buffer);
  const doc = reader.document(1);
  if (!reader.atEnd()) throw invalid('there are bytes after the document');
  return doc;
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  document(depth: number): Doc {
    const end = this.enter(depth);
    const doc: Doc = {};
    while (this.at < end) {
      const type = this.byte();
      const name = this.name(end);
      if (doc[name] !== undefined) throw invalid(`the field '${name}' stands twice in a document`);
      doc[name] = this.value(type, depth);
    }
    this.leave(end);
    return doc;
  }

  private array(depth: number): unknown[] {
    const end = this.enter(depth);
    const items: unknown[] = [];
    while (this.at < end) {
      const type = this.byte();
      this.skipName(end);
      items.push(this.value(type, depth));
    }
    this.leave(end);
    return items;
  }

  /** Reads a document's size; the answer is the place of its closing zero. */
  private enter(depth: number): number {
    if (depth > MAX_DEPTH) throw fault('Overflow', `a document may be nested ${MAX_DEPTH} levels deep`);
    const start = this.at;
    const size = this.int32();
    if (size < MIN_SIZE || start + size > this.bytes.length) throw invalid('wrong size of a document');
    return start + size - 1;
  }

  private leave(end: number): void {
    if (this.at !== end || this.bytes[end] !== 0) throw invalid('a document does not end where its size says');
    this.at = end + 1;
  }

  private value(type: number, depth: number): unknown {
    switch (type) {
      case 0x01:
        return new Double(this.bytes.readDoubleLE(this.skip(8)));
      case 0x02:
        return this.string();
      case 0x03:
        return this.document(depth + 1);
      case 0x04:
        return this.array(depth + 1);
      case 0x07:
        return new ObjectId(this.take(12));
      case 0x08:
        return this.boolean();
      case 0x09:
        return this.date();
      case 0x0a:
        return null;
      case 0x10:
        return new Int32(this.int32());
      case 0x12:
        return new Long(this.int32(), this.int32());
      default:
        return this.rareValue(type);
    }
  }

  private rareValue(type: number): unknown {
    switch (type) {
      case 0x05:
        return this.binary();
      case 0x0b:
        return new BSONRegExp(this.cstring(), this.cstring());
      case 0x0d:
        return new Code(this.string());
      case 0x11:
        return new Timestamp(new Long(this.int32(), this.int32(), true));
      case 0x13:
        return new Decimal128(Uint8Array.from(this.take(16)));
      case 0x7f:
        return maxKey;
      case 0xff:
        return minKey;
      default:
        throw invalid(`the type 0x${type.toString(16)} is deprecated or unknown`);
    }
  }

  private string(): string {
    const size = this.int32();
    if (size < 1) throw invalid('wrong size of a string');
    const start = this.skip(size);
    if (this.bytes[start + size - 1] !== 0) throw invalid('a string does not end with a zero');
    return this.utf8(start, start + size - 1);
  }

  private cstring(): string {
    const start = this.at;
    const end = this.bytes.indexOf(0, start);
    if (end < 0) throw invalid('a string does not end');
    this.at = end + 1;
    return this.utf8(start, end);
  }

  private utf8(start: number, end: number): string {
    const text = this.bytes.toString('utf8', start, end);
    if (text.includes(REPLACEMENT) && !isUtf8(this.bytes.subarray(start, end))) throw invalid('a string is not UTF-8');
    return text;
  }

  private boolean(): boolean {
    const byte = this.byte();
    if (byte > 1) throw invalid('a boolean is neither 0 nor 1');
    return byte === 1;
  }

  private date(): Date {
    const low = this.bytes.readUInt32LE(this.skip(8));
    const millis = this.bytes.readInt32LE(this.at - 4) * 0x100000000 + low;
    if (millis > MAX_DATE || millis < -MAX_DATE) throw invalid('a date is beyond the years that can be kept');
    return new Date(millis);
  }

  private binary(): Binary {
    const size = this.int32();
    if (size < 0) throw invalid('wrong size of a binary value');
    const subtype = this.byte();
    return new Binary(Uint8Array.from(this.take(size)), subtype);
  }

  private name(end: number): string {
    const start = this.at;
    let hash = 0;
    let wide = 0;
    let at = start;
    for (let byte = this.bytes[at]; byte !== 0; byte = this.bytes[at]) {
      if (byte === undefined || at >= end) throw invalid('a field name does not end');
      hash = (Math.imul(hash, 31) + byte) | 0;
      wide |= byte;
      at++;
    }
    this.at = at + 1;
    if (wide > 127 || at - start > LONGEST_CACHED_NAME) return storedName(this.utf8(start, at));
    return this.cachedName(start, at, hash & (CACHED_NAMES - 1));
  }

  private cachedName(start: number, end: number, slot: number): string {
    const known = names[slot];
    if (known !== undefined && this.spells(known.name, start, end)) return known.stored;
    const name = this.bytes.toString('latin1', start, end);
    const stored = storedName(name);
    names[slot] = { name, stored };
    return stored;
  }

  private spells(name: string, start: number, end: number): boolean {
    if (name.length !== end - start) return false;
    for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== this.bytes[start + i]) return false;
    return true;
  }

  private skipName(end: number): void {
    while (this.bytes[this.at] !== 0) if (++this.at >= end) throw invalid('a field name does not end');
    this.at++;
  }

  private byte(): number {
    return this.bytes[this.skip(1)] as number;
  }

  private int32(): number {
    return this.bytes.readInt32LE(this.skip(4));
  }

  private take(count: number): Buffer {
    const start = this.skip(count);
    return this.bytes.subarray(start, start + count);
  }

  /** Moves on; the answer is the place before. */
  private skip(count: number): number {
    const start = this.at;
    if (start + count > this.bytes.length) throw invalid('a value goes beyond the end');
    this.at = start + count;
    return start;
  }
}

function invalid(why: string): Error {
  return fault('InvalidBSON', `invalid BSON: ${why}`);
}
