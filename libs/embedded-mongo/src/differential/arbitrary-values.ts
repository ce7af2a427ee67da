import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import type { Doc } from '../values';

/** Few different values, so that equal ones and neighbours meet often; all types, with the edges of each. */
const INTS = [0, 1, 2, 3, -1, 5, 2147483647, -2147483648].map((value) => new Int32(value));
const DOUBLES = [0, -0, 1, 0.5, 1.5, -1, 2, 3, 1e20, 2 ** 53, 2 ** 63, NaN, Infinity, -Infinity, 0.1].map(
  (value) => new Double(value),
);
const LONGS = [
  '0',
  '1',
  '2',
  '3',
  '-1',
  '2147483648',
  '9007199254740993',
  '9223372036854775807',
  '-9223372036854775808',
].map((text) => Long.fromString(text));
const DECIMALS = ['0', '1', '1.0', '1.5', '0.1', '-1', 'NaN', 'Infinity', '9007199254740993'].map((text) =>
  Decimal128.fromString(text),
);
const STRINGS = ['', 'a', 'b', 'ab', 'A', 'aB', 'b\na', 'é', '\uffee', '😀', '$a', '1', '10'];
const DATES = [0, 1, -1, 1700000000123, 253402300799999].map((millis) => new Date(millis));
const IDS = ['000000000000000000000001', '65a000000000000000000002', 'ffffffffffffffffffffffff'].map(
  (hex) => new ObjectId(hex),
);
const BINARIES = [
  new Binary(Buffer.from('')),
  new Binary(Buffer.from('a')),
  new Binary(Buffer.from('b')),
  new Binary(Buffer.from('a'), 5),
];
const TIMESTAMPS = [new Timestamp({ t: 1, i: 1 }), new Timestamp({ t: 4000000000, i: 1 })];
const PATTERNS = [new BSONRegExp('a', ''), new BSONRegExp('^a', 'i'), new BSONRegExp('b$', '')];

export const plainNumber = fc.constantFrom<unknown>(...INTS.slice(0, 6), ...DOUBLES.slice(0, 8), ...LONGS.slice(0, 5));
export const wideNumber = fc.constantFrom<unknown>(...INTS, ...DOUBLES, ...LONGS);
export const text = fc.constantFrom(...STRINGS);
export const date = fc.constantFrom(...DATES);
export const objectId = fc.constantFrom(...IDS);
export const pattern = fc.constantFrom(...PATTERNS);

export const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: plainNumber },
  { weight: 2, arbitrary: wideNumber },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...DECIMALS) },
  { weight: 5, arbitrary: text },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: date },
  { weight: 2, arbitrary: objectId },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...BINARIES, ...TIMESTAMPS) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(new MinKey(), new MaxKey(), ...PATTERNS) },
);

/** Values that a document may hold, three levels deep. */
export const { value } = fc.letrec<{ value: unknown; doc: Doc }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    { weight: 5, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3, depthIdentifier: 'value' }) },
    { weight: 2, arbitrary: tie('doc') },
  ),
  doc: fields(tie('value')),
}));

function fields(item: fc.Arbitrary<unknown>): fc.Arbitrary<Doc> {
  const names = fc.constantFrom('a', 'b', 'c');
  return fc
    .uniqueArray(fc.tuple(names, item), { maxLength: 3, selector: ([name]) => name, depthIdentifier: 'value' })
    .map((pairs) => Object.fromEntries(pairs) as Doc);
}

/** A document to be stored; the cases number their documents. */
export const body: fc.Arbitrary<Doc> = fields(value);

export const docs: fc.Arbitrary<readonly Doc[]> = fc
  .array(body, { minLength: 1, maxLength: 12 })
  .map((bodies) => bodies.map((fieldsOf, i) => ({ _id: new Int32(i), ...fieldsOf })));

export const path = fc.constantFrom('a', 'b', 'c', 'a.b', 'a.0', 'b.a', 'a.b.c', 'a.0.b', 'b.1', 'a.1.a', 'c.c');
