import { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { compareValues, docOf } from '.';
import { MongoServerFault } from '../errors';
import { decode, encode, type Doc } from '.';

const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
const long = (text: string): Long => Long.fromString(text);

/** Values in MongoDB's order, each above the one before. */
const ASCENDING: readonly unknown[] = [
  new MinKey(),
  undefined,
  null,
  new Double(NaN),
  new Double(-Infinity),
  long('-9223372036854775808'),
  new Int32(-1),
  new Int32(0),
  decimal('0.1'),
  new Double(0.1),
  new Int32(1),
  new Double(2 ** 53),
  long('9007199254740993'),
  decimal('9007199254740993.5'),
  long('9223372036854775807'),
  new Double(2 ** 63),
  decimal('1E+6000'),
  new Double(Infinity),
  '',
  'A',
  'a',
  'a\u0000',
  'ab',
  '\uffee',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from('z')),
  new Binary(Buffer.from('aa')),
  new Binary(Buffer.from('aa'), 4),
  new ObjectId('000000000000000000000001'),
  new ObjectId('ff0000000000000000000000'),
  false,
  true,
  new Date(-1),
  new Date(1),
  new Timestamp({ t: 1, i: 2 }),
  new Timestamp({ t: 4_000_000_000, i: 1 }),
  new BSONRegExp('a'),
  new BSONRegExp('a', 'i'),
  new BSONRegExp('b'),
  new Code('a'),
  new MaxKey(),
];

describe('the order of the types', () => {
  it.each(ASCENDING.slice(1).map((value, i) => [i, value] as const))('has value %i below the next', (i, value) => {
    expect(compareValues(ASCENDING[i], value)).toBeLessThan(0);
    expect(compareValues(value, ASCENDING[i])).toBeGreaterThan(0);
  });

  it.each<[unknown, unknown]>([
    [new Int32(1), new Double(1)],
    [long('1'), decimal('1.00')],
    [new Double(0), new Double(-0)],
    [new Double(0.5), decimal('0.5')],
    [decimal('1E+2'), new Int32(100)],
    [decimal('NaN'), new Double(NaN)],
    [decimal('Infinity'), new Double(Infinity)],
    [docOf([['2', 1]]), docOf([['2', new Double(1)]])],
  ])('takes %p and %p for equal', (a, b) => {
    expect(compareValues(a, b)).toBe(0);
  });

  it('compares field names as they are, not as they are stored', () => {
    expect(compareValues(docOf([['1', 1]]), docOf([['!', 1]]))).toBeGreaterThan(0);
  });
});

describe('bytes that are no document', () => {
  const bytes = (doc: Doc): Buffer => Buffer.from(encode(doc));
  const faulty =
    (change: (good: Buffer) => Buffer): (() => Doc) =>
    () =>
      decode(change(bytes({ a: 'x' })));

  it.each<[string, () => Doc]>([
    ['a wrong size', faulty((good) => good.fill(99, 0, 1))],
    ['too few bytes', faulty((good) => good.subarray(0, 6))],
    ['more bytes', faulty((good) => Buffer.concat([good, Buffer.from([0])]))],
    ['an unknown type', faulty((good) => good.fill(0x42, 4, 5))],
    ['the deprecated type undefined', () => decode(Buffer.from([8, 0, 0, 0, 6, 0x61, 0, 0]))],
    ['a string that is not UTF-8', faulty((good) => good.fill(0xff, 11, 12))],
    ['a string without its end', faulty((good) => good.fill(1, 12, 13))],
    ['a boolean of 2', () => decode(Buffer.from([9, 0, 0, 0, 8, 0x61, 0, 2, 0]))],
    ['a field that stands twice', () => decode(Buffer.from([11, 0, 0, 0, 10, 0x61, 0, 10, 0x61, 0, 0]))],
  ])('are refused: %s', (_name, read) => {
    expect(read).toThrow(MongoServerFault);
    expect(read).toThrow(expect.objectContaining({ code: 22 }));
  });

  it('are refused: more than 200 levels', () => {
    let deep: Doc = {};
    for (let i = 0; i < 200; i++) deep = { a: deep };
    expect(() => encode(deep)).toThrow(expect.objectContaining({ code: 15 }));
  });
});
