import { Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import { MongoServerFault } from '../errors';
import { type Doc, docOf, identicalValues } from '../values';
import { type ApplyOptions, compileUpdate, upsertSeed } from '.';

const now = new Date('2026-01-02T03:04:05Z');
const apply = (doc: Doc, update: Doc | readonly Doc[], options?: ApplyOptions): Doc =>
  compileUpdate(update, { now }).apply(doc, options);
const int = (value: number): Int32 => new Int32(value);

function codeOf(act: () => unknown): number | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof MongoServerFault) return error.code;
    throw error;
  }
  return undefined;
}

describe('an update', () => {
  it.each<[string, Doc, Doc | readonly Doc[], Doc]>([
    ['$set', { a: 1 }, { $set: { a: 2 } }, { a: 2 }],
    ['$set of new fields, in the order of their names', {}, { $set: { c: 1, a: 2, b: 3 } }, { a: 2, b: 3, c: 1 }],
    ['$set of a dotted path', { a: { x: 1 } }, { $set: { 'a.b.c': 2 } }, { a: { x: 1, b: { c: 2 } } }],
    ['$set of an item', { a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
    ['$set beyond the end', { a: [1] }, { $set: { 'a.3': 5 } }, { a: [1, null, null, 5] }],
    ['$set where no array is', {}, { $set: { 'a.0': 5 } }, { a: docOf([['0', 5]]) }],
    ['$unset', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['$unset of an item', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$unset through a value', { a: 1 }, { $unset: { 'a.b': '' } }, { a: 1 }],
    ['$inc', { a: int(1) }, { $inc: { a: int(2) } }, { a: int(3) }],
    ['$inc of a missing field', {}, { $inc: { a: int(2) } }, { a: int(2) }],
    [
      '$inc of an int beyond its range',
      { a: int(2147483647) },
      { $inc: { a: int(1) } },
      { a: Long.fromNumber(2147483648) },
    ],
    ['$inc of an int by a double', { a: int(1) }, { $inc: { a: new Double(0.5) } }, { a: new Double(1.5) }],
    [
      '$inc of a long exactly',
      { a: Long.fromString('9007199254740993') },
      { $inc: { a: int(2) } },
      { a: Long.fromString('9007199254740995') },
    ],
    ['$mul', { a: int(3) }, { $mul: { a: int(2) } }, { a: int(6) }],
    ['$mul of a missing field', {}, { $mul: { a: Long.fromNumber(-5) } }, { a: Long.fromNumber(0) }],
    ['$min', { a: 5, b: 1 }, { $min: { a: 3, b: 3 } }, { a: 3, b: 1 }],
    ['$min across types', { a: 'x' }, { $min: { a: 3 } }, { a: 3 }],
    ['$max', { a: 5, b: 1 }, { $max: { a: 3, b: 3, c: 4 } }, { a: 5, b: 3, c: 4 }],
    ['$rename', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
    ['$rename of a missing field', { a: 1 }, { $rename: { b: 'c' } }, { a: 1 }],
    ['$currentDate', {}, { $currentDate: { a: true, b: { $type: 'date' } } }, { a: now, b: now }],
    ['$push', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['$push onto a missing field', {}, { $push: { a: 2 } }, { a: [2] }],
    [
      '$push of several in their place',
      { a: [1, 2] },
      { $push: { a: { $each: [8, 9], $position: int(1) } } },
      { a: [1, 8, 9, 2] },
    ],
    [
      '$push counted from the end',
      { a: [1, 2] },
      { $push: { a: { $each: [9], $position: int(-1) } } },
      { a: [1, 9, 2] },
    ],
    [
      '$push sorted and cut',
      { a: [3, 1] },
      { $push: { a: { $each: [2], $sort: int(-1), $slice: int(2) } } },
      { a: [3, 2] },
    ],
    [
      '$push sorted by fields',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }, 5], $sort: { n: int(1) } } } },
      { a: [5, { n: 1 }, { n: 2 }] },
    ],
    ['$addToSet', { a: [1] }, { $addToSet: { a: { $each: [new Double(1), 2, 2] } } }, { a: [1, 2] }],
    ['$pull of a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull by a condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull of documents', { a: [{ b: 1, c: 1 }, { b: 2 }, 3] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }, 3] }],
    ['$pop of the last', { a: [1, 2] }, { $pop: { a: int(1) } }, { a: [1] }],
    ['$pop of the first', { a: [1, 2] }, { $pop: { a: int(-1) } }, { a: [2] }],
    ['a replacement, which keeps _id', { _id: 7, a: 1 }, { b: 2 }, { _id: 7, b: 2 }],
    [
      'a pipeline of $set',
      { _id: 7, a: int(1) },
      [{ $set: { b: { $add: ['$a', int(1)] }, at: '$$NOW' } }],
      { _id: 7, a: int(1), b: int(2), at: now },
    ],
    ['a literal in a pipeline', { _id: 7 }, [{ $set: { a: { $literal: '$x' } } }], { _id: 7, a: '$x' }],
    [
      'a lease in a pipeline',
      { _id: 7 },
      [{ $set: { until: { $add: ['$$NOW', int(30_000)] } } }],
      { _id: 7, until: new Date(now.getTime() + 30_000) },
    ],
    [
      'a pipeline of $unset and $replaceWith',
      { _id: 7, a: { x: 1, y: 2 } },
      [{ $unset: 'a.y' }, { $replaceWith: '$a' }],
      { _id: 7, x: 1 },
    ],
  ])('by %s', (_name, doc, update, expected) => {
    const before = structuredClone(Object.keys(doc));
    const result = apply(doc, update);
    expect([result, identicalValues(result, expected)]).toEqual([expected, true]);
    expect(Object.keys(doc)).toEqual(before);
  });

  it.each<[string, Doc, Doc]>([
    ['$set of what is there', { a: int(1) }, { $set: { a: int(1) } }],
    ['$inc by zero', { a: int(1) }, { $inc: { a: int(0) } }],
    ['$min of a greater value', { a: 1 }, { $min: { a: 2 } }],
    ['$addToSet of what is in it', { a: [1] }, { $addToSet: { a: 1 } }],
    ['$pull of nothing', { a: [1] }, { $pull: { a: 2 } }],
    ['$unset of nothing', { a: [1] }, { $unset: { b: '' } }],
    ['$setOnInsert on a document that is there', { a: 1 }, { $setOnInsert: { b: 1 } }],
    ['the same replacement', { _id: 1, a: int(1) }, { a: int(1) }],
  ])('gives back the same document for %s', (_name, doc, update) => {
    expect(apply(doc, update)).toBe(doc);
  });

  it('changes a value whose type alone is another', () => {
    expect(apply({ a: int(1) }, { $set: { a: new Double(1) } })).toEqual({ a: new Double(1) });
  });

  it('puts the matched item in place of $', () => {
    const doc = { a: [{ b: 1 }, { b: 2 }] };
    expect(apply(doc, { $set: { 'a.$.b': 9 } }, { matchedIndex: 1 })).toEqual({ a: [{ b: 1 }, { b: 9 }] });
  });

  it('applies $setOnInsert to a new document', () => {
    expect(apply({}, { $setOnInsert: { b: 1 }, $set: { a: 2 } }, { isInsert: true })).toEqual({ a: 2, b: 1 });
  });

  it.each<[string, Doc, Doc | readonly Doc[], number]>([
    ['an unknown operator', {}, { $bit: { a: { and: 1 } } }, 9],
    ['a field among operators', {}, { $set: { a: 1 }, b: 2 }, 9],
    ['an operator in a replacement', {}, { a: 1, $set: { b: 2 } }, 52],
    ['an operator without fields', {}, { $set: 5 }, 9],
    ['an empty path', {}, { $set: { '': 1 } }, 56],
    ['an empty name in a path', {}, { $set: { 'a..b': 1 } }, 56],
    ['a name with a dollar', {}, { $set: { $a: 1 } }, 52],
    ['a value with an operator', {}, { $set: { a: { $gt: 1 } } }, 52],
    ['$ in the first place', {}, { $set: { '$.a': 1 } }, 2],
    ['$ without a match', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
    ['all items at once', { a: [1] }, { $set: { 'a.$[]': 1 } }, 2],
    ['the same path twice', {}, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['a path within another', {}, { $set: { a: {}, 'a.b': 1 } }, 40],
    ['another _id', { _id: 1 }, { $set: { _id: 2 } }, 66],
    ['a replacement with another _id', { _id: 1 }, { _id: 2 }, 66],
    ['a pipeline that changes _id', { _id: 1 }, [{ $set: { _id: 2 } }], 66],
    ['a path through a value', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['a name in an array', { a: [] }, { $set: { 'a.b': 1 } }, 28],
    ['far beyond the end', { a: [] }, { $set: { 'a.2000000': 1 } }, 29],
    ['$inc by a string', {}, { $inc: { a: 'x' } }, 14],
    ['$inc of a string', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['$inc beyond 64 bits', { a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 2],
    ['$inc by a decimal', { a: 1 }, { $inc: { a: Decimal128.fromString('1') } }, 238],
    ['$mul of a date', { a: now }, { $mul: { a: 1 } }, 14],
    ['$rename to a number', {}, { $rename: { a: 1 } }, 2],
    ['$rename to itself', {}, { $rename: { a: 'a' } }, 2],
    ['$rename within an array', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }, 2],
    ['$currentDate of another type', {}, { $currentDate: { a: { $type: 'time' } } }, 2],
    ['$push onto a value', { a: 1 }, { $push: { a: 1 } }, 2],
    ['$push with an unknown clause', {}, { $push: { a: { $each: [], $what: 1 } } }, 2],
    ['$push of what is no list', {}, { $push: { a: { $each: 1 } } }, 2],
    ['$push with a broken $slice', {}, { $push: { a: { $each: [], $slice: 1.5 } } }, 2],
    ['$push with a broken $sort', {}, { $push: { a: { $each: [], $sort: 2 } } }, 2],
    ['$push with a dotted $sort', {}, { $push: { a: { $each: [], $sort: { 'a.b': 1 } } } }, 238],
    ['$addToSet onto a value', { a: 1 }, { $addToSet: { a: 1 } }, 2],
    ['$addToSet of what is no list', {}, { $addToSet: { a: { $each: 1 } } }, 14],
    ['$pull of a value from a value', { a: 1 }, { $pull: { a: 1 } }, 2],
    ['$pull through a value', { a: 1 }, { $pull: { 'a.b': 1 } }, 28],
    ['$pop of a value', { a: 1 }, { $pop: { a: 1 } }, 14],
    ['$pop by 2', { a: [] }, { $pop: { a: 2 } }, 9],
    ['a stage that an update may not have', {}, [{ $match: {} }], 72],
    ['an unknown stage', {}, [{ $wood: {} }], 40324],
    ['two stages in one', {}, [{ $set: { a: 1 }, $unset: 'b' }], 40323],
  ])('is refused with its code for %s', (_name, doc, update, code) => {
    expect(codeOf(() => apply(doc, update))).toBe(code);
  });

  it('is refused with array filters', () => {
    expect(codeOf(() => compileUpdate({ $set: { a: 1 } }, { now, arrayFilters: [{ x: 1 }] }))).toBe(9);
  });
});

describe('the seed of an upsert', () => {
  const id = new ObjectId();

  it.each<[string, Doc, Doc]>([
    ['equalities in the order of their paths', { b: 1, _id: id, 'a.c': { $eq: 2 } }, { _id: id, a: { c: 2 }, b: 1 }],
    ['equalities within $and', { $and: [{ a: 1 }, { b: { $eq: 2 } }] }, { a: 1, b: 2 }],
    ['the only branch of $or', { $or: [{ a: 1 }] }, { a: 1 }],
    ['lists of one value', { a: { $in: [1] }, b: { $all: [2] } }, { a: 1, b: 2 }],
    ['no ranges, longer lists and expressions', { a: { $gt: 1 }, b: { $in: [1, 2] }, $expr: true }, {}],
  ])('has %s', (_name, filter, seed) => {
    const result = upsertSeed(filter);
    expect([result, identicalValues(result, seed)]).toEqual([seed, true]);
  });

  it('is the _id alone for a replacement', () => {
    expect(upsertSeed({ _id: id, a: 1 }, { isReplacement: true })).toEqual({ _id: id });
  });

  it.each<[Doc]>([[{ a: 1, 'a.b': 2 }], [{ a: 1, $and: [{ a: 2 }] }]])('is refused for two values: %j', (filter) => {
    expect(codeOf(() => upsertSeed(filter))).toBe(54);
  });
});
