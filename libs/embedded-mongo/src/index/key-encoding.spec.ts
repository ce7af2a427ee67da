import { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import * as fc from 'fast-check';
import { compareValues, docOf } from '../values';
import { afterPrefix, encodeKey } from './key-encoding';

const number = fc.oneof(
  fc.integer().map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map((value) => Long.fromBigInt(value)),
  fc.bigInt(-70n, 70n).map((value) => Long.fromBigInt((value << 55n) + (value % 3n))),
  fc.bigInt(-70n, 70n).map((value) => new Double(Number(value << 55n))),
  fc
    .tuple(fc.bigInt(-(10n ** 34n) + 1n, 10n ** 34n - 1n), fc.integer({ min: -6176, max: 6111 }))
    .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`)),
  fc.integer({ min: -50, max: 50 }).map((value) => Decimal128.fromString(`${value / 10}`)),
  fc.integer({ min: -50, max: 50 }).map((value) => new Double(value / 10)),
  fc.constantFrom(
    ...['NaN', 'Infinity', '-Infinity', '-0', '1E-6176', '-1E-6176'].map((it) => Decimal128.fromString(it)),
  ),
  fc.constantFrom(...[NaN, Infinity, -Infinity, -0, Number.MAX_VALUE, Number.MIN_VALUE].map((it) => new Double(it))),
);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\0', '\x01', 'a') }),
);
const scalar = fc.oneof(
  number,
  text,
  fc.constantFrom(null, true, false, new MinKey(), new MaxKey()),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.date({ noInvalidDate: true }),
  fc.tuple(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(0, 4)).map(([bytes, kind]) => new Binary(bytes, kind)),
  fc.bigInt(0n, 2n ** 64n - 1n).map((value) => new Timestamp(value)),
  fc.tuple(fc.constantFrom('a', 'ab', 'b'), fc.constantFrom('', 'i')).map(([p, f]) => new BSONRegExp(p, f)),
  fc.constantFrom('x', 'y').map((source) => new Code(source)),
);
const name = fc.constantFrom('a', 'b', 'ab', '0', '1');
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.uniqueArray(fc.tuple(name, tie('value')), { maxLength: 3, selector: ([field]) => field }).map(docOf),
  ),
}));

describe('the keys of an index', () => {
  it('have the order of the values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const order = Buffer.compare(encodeKey([a], [1]), encodeKey([b], [1]));
        expect(order).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  it('have the order of numbers of all types', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const order = Buffer.compare(encodeKey([a], [1]), encodeKey([b], [1]));
        expect(order).toBe(Math.sign(compareValues(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  it('compare field after field, each in its direction', () => {
    const direction = fc.constantFrom(1, -1);
    fc.assert(
      fc.property(fc.tuple(value, value), fc.tuple(value, value), fc.tuple(direction, direction), (one, other, way) => {
        const [[a, x], [b, y], [first, second]] = [one, other, way];
        const order = Buffer.compare(encodeKey([a, x], [first, second]), encodeKey([b, y], [first, second]));
        const wanted = first * compareValues(a, b) || second * compareValues(x, y);
        expect(order).toBe(Math.sign(wanted) || 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('of one value are no prefix of those of another', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [x, y] = [encodeKey([a], [1]), encodeKey([b], [1])];
        const startsWith = Buffer.compare(x, y.subarray(0, x.length)) === 0;
        expect(startsWith).toBe(compareValues(a, b) === 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('count a missing field as null', () => {
    expect(encodeKey([undefined], [1])).toEqual(encodeKey([null], [1]));
  });

  it('lie between a prefix and the key after it', () => {
    expect(afterPrefix(Uint8Array.of(1, 255, 255))).toEqual(Uint8Array.of(2));
    expect(afterPrefix(Uint8Array.of(255))).toBeUndefined();
  });
});
