import { Binary, BSONRegExp, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { compileFilter } from '.';
import { MongoServerFault } from '../errors';
import { type Doc, docOf } from '../values';

const context = { now: new Date('2026-01-02T03:04:05Z') };
const matches = (filter: Doc, doc: Doc): boolean => compileFilter(filter, context).matches(doc);
const id = new ObjectId('65a000000000000000000001');
const sameId = new ObjectId('65a000000000000000000001');
const regex = (pattern: string, options = ''): BSONRegExp => new BSONRegExp(pattern, options);

function codeOf(filter: Doc): number | undefined {
  try {
    compileFilter(filter, context);
  } catch (error) {
    return error instanceof MongoServerFault ? error.code : undefined;
  }
  return undefined;
}

describe('a filter', () => {
  it.each<[string, Doc, Doc]>([
    ['everything by nothing', {}, { a: 1 }],
    ['an id by an equal id', { _id: id }, { _id: sameId }],
    ['an int by a double of the same value', { a: new Double(1) }, { a: new Int32(1) }],
    ['a long by a decimal of the same value', { a: Decimal128.fromString('1.0') }, { a: Long.fromNumber(1) }],
    ['a missing field by null', { a: null }, { b: 1 }],
    ['null by null', { a: null }, { a: null }],
    ['an item of an array', { a: 2 }, { a: [1, 2] }],
    ['a whole array', { a: [1, 2] }, { a: [1, 2] }],
    ['an array within an array', { a: [1] }, { a: [[1], 2] }],
    ['a document with its fields in order', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 2 } }],
    ['a dotted path', { 'a.b': 1 }, { a: { b: 1 } }],
    ['a path through an array', { 'a.b': 1 }, { a: [{ b: 0 }, { b: 1 }] }],
    ['the place of an item', { 'a.1': 5 }, { a: [4, 5] }],
    ['a field whose name is a number', { 'a.1': 5 }, { a: docOf([['1', 5]]) }],
    ['a path through the place of an item', { 'a.1.b': 5 }, { a: [4, { b: 5 }] }],
    ['a document without the field in an array by null', { 'a.b': null }, { a: [{ c: 1 }] }],
    [
      'binary values with the same subtype',
      { a: new Binary(Buffer.from('x'), 4) },
      { a: new Binary(Buffer.from('x'), 4) },
    ],
    ['NaN by NaN', { a: new Double(NaN) }, { a: new Double(NaN) }],
    ['$eq', { a: { $eq: 'x' } }, { a: 'x' }],
    ['$ne of another value', { a: { $ne: 'x' } }, { a: 'y' }],
    ['$ne of a missing field', { a: { $ne: 'x' } }, {}],
    ['$gt', { a: { $gt: 1 } }, { a: new Double(1.5) }],
    ['$gte', { a: { $gte: 1 } }, { a: Long.fromNumber(1) }],
    ['$lt of dates', { a: { $lt: new Date(2) } }, { a: new Date(1) }],
    ['$lte', { a: { $lte: 'b' } }, { a: 'b' }],
    ['$gte null of a missing field', { a: { $gte: null } }, {}],
    ['$gt MinKey of every type', { a: { $gt: new MinKey() } }, { a: 'x' }],
    ['$lt MaxKey of a missing field', { a: { $lt: new MaxKey() } }, {}],
    ['a range whose ends are met by two items', { a: { $gt: 5, $lt: 3 } }, { a: [1, 9] }],
    ['$in', { a: { $in: [1, 'x'] } }, { a: 'x' }],
    ['$in with many ids', { a: { $in: [...Array.from({ length: 20 }, () => new ObjectId()), id] } }, { a: sameId }],
    ['$in with null of a missing field', { a: { $in: [null] } }, {}],
    ['$in with a pattern', { a: { $in: [regex('^x')] } }, { a: 'xy' }],
    ['$nin of a missing field', { a: { $nin: [1] } }, {}],
    ['$and', { $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
    ['$or', { $or: [{ a: 1 }, { b: 2 }] }, { b: 2 }],
    ['$nor', { $nor: [{ a: 1 }, { b: 2 }] }, { c: 1 }],
    ['$not', { a: { $not: { $gt: 1 } } }, { a: 'x' }],
    ['$not with a pattern', { a: { $not: regex('x') } }, { a: 'y' }],
    ['$exists of null', { a: { $exists: true } }, { a: null }],
    ['$exists false', { a: { $exists: false } }, { b: 1 }],
    ['$type by alias', { a: { $type: 'int' } }, { a: new Int32(1) }],
    ['$type number', { a: { $type: 'number' } }, { a: Long.fromNumber(1) }],
    ['$type by code', { a: { $type: new Int32(2) } }, { a: 'x' }],
    ['$type of an item', { a: { $type: ['string', 'bool'] } }, { a: [1, true] }],
    ['$type array', { a: { $type: 'array' } }, { a: [] }],
    ['$all', { a: { $all: [1, 2] } }, { a: [2, 3, 1] }],
    ['$all with $elemMatch', { a: { $all: [{ $elemMatch: { b: 1 } }] } }, { a: [{ b: 1 }] }],
    ['$size', { a: { $size: 2 } }, { a: [1, 2] }],
    ['$elemMatch of values', { a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 2] }],
    ['$elemMatch of documents', { a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1, c: 2 }] }],
    ['$regex', { a: { $regex: '^ab', $options: 'i' } }, { a: 'ABc' }],
    ['a pattern', { a: regex('b$') }, { a: 'ab' }],
    ['a stored pattern by itself', { a: regex('b$') }, { a: regex('b$') }],
    ['$expr with the time', { $expr: { $lt: ['$$NOW', new Date('2027-01-01')] } }, {}],
    ['$expr on two fields', { $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }],
    ['$comment', { $comment: 'why', a: 1 }, { a: 1 }],
    ['a timestamp', { a: new Timestamp({ t: 1, i: 2 }) }, { a: new Timestamp({ t: 1, i: 2 }) }],
  ])('finds %s', (_name, filter, doc) => {
    expect(matches(filter, doc)).toBe(true);
  });

  it.each<[string, Doc, Doc]>([
    ['a string by a number', { a: '1' }, { a: 1 }],
    ['a date by a number', { a: { $gt: 0 } }, { a: new Date(5) }],
    ['a document with its fields in another order', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }],
    [
      'binary values of another subtype',
      { a: new Binary(Buffer.from('x'), 4) },
      { a: new Binary(Buffer.from('x'), 0) },
    ],
    ['longs that are the same as doubles', { a: Long.fromString('9007199254740993') }, { a: new Double(2 ** 53) }],
    ['a decimal that a double only comes near', { a: Decimal128.fromString('0.1') }, { a: new Double(0.1) }],
    ['$gt null of null', { a: { $gt: null } }, { a: null }],
    ['NaN by a range', { a: { $lt: 1 } }, { a: new Double(NaN) }],
    ['items of an array in an array', { a: 1 }, { a: [[1]] }],
    ['items of the array at a place', { 'a.0': 1 }, { a: [[1, 2]] }],
    ['scalars in an array by null', { 'a.b': null }, { a: [1, 2] }],
    ['$elemMatch by two items together', { a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { c: 2 }] }],
    ['$all of nothing', { a: { $all: [] } }, { a: [] }],
    ['a string by a pattern in another case', { a: regex('^ab') }, { a: 'AB' }],
    ['$not of what is', { a: { $not: { $type: 'string' } } }, { a: 'x' }],
  ])('does not find %s', (_name, filter, doc) => {
    expect(matches(filter, doc)).toBe(false);
  });

  it.each<[string, Doc, number]>([
    ['an unknown operator', { a: { $near: 1 } }, 2],
    ['an unknown operator at the top', { $where: 'true' }, 2],
    ['$jsonSchema', { $jsonSchema: {} }, 2],
    ['an empty $and', { $and: [] }, 2],
    ['$or of what is no array', { $or: { a: 1 } }, 2],
    ['$in of what is no array', { a: { $in: 1 } }, 2],
    ['$in with an operator', { a: { $in: [{ $gt: 1 }] } }, 2],
    ['$ne with a pattern', { a: { $ne: regex('a') } }, 2],
    ['$lt with a pattern', { a: { $lt: regex('a') } }, 2],
    ['a negative $size', { a: { $size: -1 } }, 2],
    ['$size of a string', { a: { $size: 'x' } }, 2],
    ['an unknown type', { a: { $type: 'wood' } }, 2],
    ['an unknown number of a type', { a: { $type: new Int32(99) } }, 2],
    ['no type', { a: { $type: [] } }, 9],
    ['an empty $not', { a: { $not: {} } }, 2],
    ['$not of a value', { a: { $not: 5 } }, 2],
    ['$options without $regex', { a: { $options: 'i' } }, 2],
    ['an unknown option', { a: { $regex: 'a', $options: 'q' } }, 51108],
    ['a pattern that is none', { a: { $regex: '(' } }, 51091],
    ['a pattern that JavaScript does not have', { a: { $regex: '\\Aab' } }, 238],
    ['$elemMatch of a value', { a: { $elemMatch: 1 } }, 2],
    ['a field among operators', { a: { $gt: 1, b: 2 } }, 2],
    ['an unknown expression', { $expr: { $function: {} } }, 168],
    ['an unknown variable', { $expr: '$$nobody' }, 17276],
  ])('is refused with its code for %s', (_name, filter, code) => {
    expect(codeOf(filter)).toBe(code);
  });

  it('tells the planner what every match has', () => {
    const { conditions } = compileFilter(
      {
        a: 1,
        $and: [{ b: { $gt: 2, $lte: 3 } }, { c: { $in: [1, 2] } }],
        $or: [{ d: 1 }, { e: 1 }],
        f: { $ne: 1 },
        g: regex('^ab.c'),
        h: { $regex: '^xy' },
        i: { $exists: true },
      },
      context,
    );
    expect(conditions).toEqual([
      { path: 'a', op: 'eq', value: 1 },
      { path: 'b', op: 'gt', value: 2 },
      { path: 'b', op: 'lte', value: 3 },
      { path: 'c', op: 'in', value: [1, 2] },
      { path: 'h', op: 'regex-prefix', value: 'xy' },
      { path: 'i', op: 'exists', value: true },
    ]);
  });

  it.each<[string, Doc, Doc, number | undefined]>([
    ['an item', { a: 2 }, { a: [1, 2] }, 1],
    ['a document in an array', { 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, 1],
    ['the outermost of two arrays', { 'a.b': 2 }, { a: [{ b: [1] }, { b: [0, 2] }] }, 1],
    ['$elemMatch', { a: { $elemMatch: { b: 1 } } }, { a: [{ b: 0 }, { b: 1 }] }, 1],
    ['no array', { a: 2 }, { a: 2 }, undefined],
  ])('tells the index of the matched item for %s', (_name, filter, doc, index) => {
    expect(compileFilter(filter, context).positional(doc)).toBe(index);
  });
});

describe('a pattern', () => {
  it.each<[string, string, string, boolean]>([
    ['a$', '', 'a\n', true],
    ['a$', '', 'a\nb', false],
    ['^b', 'm', 'a\nb', true],
    ['a.b', '', 'a\nb', false],
    ['a.b', 's', 'a\nb', true],
    ['a.b', '', 'a\rb', true],
    ['^.$', '', '😀', true],
    ['STRASSE', 'i', 'strasse', true],
    ['é', 'i', 'É', true],
    ['a{2}b', '', 'aab', true],
    ['a{b', '', 'a{b', true],
    ['[a-c]+\\d', '', 'xcab7', true],
    ['\\.\\*\\-', '', '.*-', true],
    ['(?:x|y)z', '', 'yz', true],
    ['^$', '', '', true],
  ])('%s with %s on %j: %s', (source, options, text, expected) => {
    expect(matches({ a: { $regex: source, $options: options } }, { a: text })).toBe(expected);
  });
});
