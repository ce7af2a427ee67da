import { Double, Int32, Long, serialize, deserialize } from 'bson';
import { decode, type Doc, docOf, encode, fieldNames, getField } from '.';

const roundTrip = (doc: Doc): Doc => decode(encode(doc));

describe('a document', () => {
  it('keeps the order of fields whose names look like numbers', () => {
    const doc = docOf([
      ['b', 1],
      ['10', 2],
      ['2', 3],
      ['a', 4],
    ]);
    expect(fieldNames(roundTrip(doc))).toEqual(['b', '10', '2', 'a']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '_bsontype'])('keeps a field named %s', (name) => {
    const doc = roundTrip(docOf([[name, 'x']]));
    expect(fieldNames(doc)).toEqual([name]);
    expect(getField(doc, name)).toBe('x');
    expect(getField({}, name)).toBeUndefined();
    expect(Object.getPrototypeOf(doc)).toBe(Object.prototype);
  });

  it('is not taken for a value class by a field named _bsontype', () => {
    const bytes = encode(docOf([['a', docOf([['_bsontype', 'ObjectId']])]]));
    expect(encode(decode(bytes))).toEqual(bytes);
  });

  it('writes the bytes that the driver writes', () => {
    const doc = {
      a: new Int32(1),
      b: new Double(2),
      c: Long.fromNumber(3),
      d: 'ü€😀',
      e: [null, true, { f: new Date(5) }],
    };
    expect(Buffer.from(encode(doc)).equals(serialize(doc))).toBe(true);
    expect(deserialize(encode(doc))).toEqual({ a: 1, b: 2, c: 3, d: 'ü€😀', e: [null, true, { f: new Date(5) }] });
  });
});
