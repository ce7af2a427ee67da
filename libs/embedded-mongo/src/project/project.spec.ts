import { Int32 } from 'bson';
import { MongoServerFault } from '../errors';
import { type Doc, docOf, identicalValues } from '../values';
import { compileProjection, compileSort } from '.';

const context = { now: new Date(0) };
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

describe('a projection', () => {
  it.each<[string, Doc, Doc, Doc]>([
    ['nothing', {}, { _id: 1, a: 1 }, { _id: 1, a: 1 }],
    ['an inclusion', { a: 1 }, { _id: 1, b: 2, a: 3 }, { _id: 1, a: 3 }],
    ['an inclusion without _id', { a: true, _id: 0 }, { _id: 1, a: 3 }, { a: 3 }],
    ['an exclusion', { a: 0 }, { _id: 1, a: 3, b: 2 }, { _id: 1, b: 2 }],
    ['_id alone', { _id: 1 }, { _id: 1, a: 3 }, { _id: 1 }],
    ['all but _id', { _id: 0 }, { _id: 1, a: 3 }, { a: 3 }],
    ['a dotted path', { 'a.b': 1 }, { _id: 1, a: { b: 2, c: 3 } }, { _id: 1, a: { b: 2 } }],
    ['a nested specification', { a: { b: 1 } }, { a: { b: 2, c: 3 } }, { a: { b: 2 } }],
    ['a path through an array', { 'a.b': 1 }, { a: [{ b: 1, c: 1 }, 5, [{ b: 2 }]] }, { a: [{ b: 1 }, [{ b: 2 }]] }],
    ['a path through a value', { 'a.b': 1 }, { _id: 1, a: 5 }, { _id: 1 }],
    ['an exclusion through an array', { 'a.b': 0 }, { a: [{ b: 1, c: 1 }, 5] }, { a: [{ c: 1 }, 5] }],
    ['an expression', { x: { $add: ['$a', int(1)] } }, { _id: 1, a: int(1) }, { _id: 1, x: int(2) }],
    ['an expression in an array', { 'a.x': '$b' }, { a: [1, { y: 1 }], b: 2 }, { a: [{ x: 2 }, { x: 2 }] }],
    ['$slice from the start', { a: { $slice: int(2) } }, { a: [1, 2, 3], b: 1 }, { a: [1, 2], b: 1 }],
    ['$slice from the end', { a: { $slice: int(-1) } }, { a: [1, 2, 3] }, { a: [3] }],
    ['$slice of a part', { a: { $slice: [int(1), int(1)] } }, { a: [1, 2, 3] }, { a: [2] }],
    [
      '$elemMatch',
      { a: { $elemMatch: { b: 2 } } },
      { _id: 1, a: [{ b: 1 }, { b: 2, c: 1 }, { b: 2 }] },
      { _id: 1, a: [{ b: 2, c: 1 }] },
    ],
    ['$elemMatch of nothing', { a: { $elemMatch: { b: 9 } } }, { _id: 1, a: [{ b: 1 }] }, { _id: 1 }],
    [
      'a name that is a number',
      docOf([['1', 1]]),
      docOf([
        ['1', 5],
        ['0', 4],
      ]),
      docOf([['1', 5]]),
    ],
  ])('of %s', (_name, spec, doc, expected) => {
    const result = compileProjection(spec, context)(doc);
    expect([result, identicalValues(result, expected)]).toEqual([expected, true]);
  });

  it('shows the item by which the filter matched', () => {
    expect(compileProjection({ 'a.$': 1 }, context)({ _id: 1, a: [5, 6] }, 1)).toEqual({ _id: 1, a: [6] });
  });

  it.each<[string, Doc, number]>([
    ['an inclusion in an exclusion', { a: 0, b: 1 }, 31253],
    ['an exclusion in an inclusion', { a: 1, b: 0 }, 31254],
    ['an expression in an exclusion', { a: 0, b: '$c' }, 31252],
    ['a path within another', { a: 1, 'a.b': 1 }, 31249],
    ['a path around another', { 'a.b': 1, a: 1 }, 31250],
    ['an empty specification within', { a: {} }, 51270],
    ['an empty name', { 'a..b': 1 }, 15998],
    ['a dot at the end', { 'a.': 1 }, 40353],
    ['$meta', { a: { $meta: 'textScore' } }, 2],
    ['$elemMatch of a nested field', { 'a.b': { $elemMatch: {} } }, 31275],
    ['$slice of a string', { a: { $slice: 'x' } }, 28667],
    ['$ twice', { 'a.$': 1, 'b.$': 1 }, 31276],
  ])('is refused with its code for %s', (_name, spec, code) => {
    expect(codeOf(() => compileProjection(spec, context))).toBe(code);
  });
});

describe('a sort', () => {
  const sorted = (spec: Doc, ...docs: Doc[]): unknown[] => docs.toSorted(compileSort(spec)).map((doc) => doc['_id']);

  it.each<[string, Doc, readonly Doc[], readonly unknown[]]>([
    [
      'ascending',
      { a: 1 },
      [
        { _id: 1, a: 2 },
        { _id: 2, a: 1 },
      ],
      [2, 1],
    ],
    [
      'descending',
      { a: -1 },
      [
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ],
      [2, 1],
    ],
    [
      'by two fields',
      { a: 1, b: -1 },
      [
        { _id: 1, a: 1, b: 1 },
        { _id: 2, a: 1, b: 2 },
      ],
      [2, 1],
    ],
    [
      'across types',
      { a: 1 },
      [
        { _id: 1, a: 'x' },
        { _id: 2, a: 5 },
        { _id: 3, a: null },
      ],
      [3, 2, 1],
    ],
    ['an empty array before a missing field', { a: 1 }, [{ _id: 1 }, { _id: 2, a: [] }], [2, 1]],
    [
      'an array by its lowest item',
      { a: 1 },
      [
        { _id: 1, a: [9, 2] },
        { _id: 2, a: 1 },
        { _id: 3, a: 3 },
      ],
      [2, 1, 3],
    ],
    [
      'an array by its highest item',
      { a: -1 },
      [
        { _id: 1, a: [9, 2] },
        { _id: 2, a: 1 },
        { _id: 3, a: 10 },
      ],
      [3, 1, 2],
    ],
    [
      'a path through an array',
      { 'a.b': 1 },
      [
        { _id: 1, a: [{ b: 5 }, { b: 3 }] },
        { _id: 2, a: { b: 4 } },
      ],
      [1, 2],
    ],
    [
      'two fields of one item together',
      { 'a.b': 1, 'a.c': 1 },
      [
        {
          _id: 1,
          a: [
            { b: 1, c: 9 },
            { b: 2, c: 0 },
          ],
        },
        { _id: 2, a: { b: 1, c: 5 } },
      ],
      [2, 1],
    ],
    [
      'the place of an item',
      { 'a.1': 1 },
      [
        { _id: 1, a: [0, 9] },
        { _id: 2, a: [9, 0] },
      ],
      [2, 1],
    ],
  ])('puts %s', (_name, spec, docs, expected) => {
    expect(sorted(spec, ...docs)).toEqual(expected);
  });

  it.each<[string, Doc, number]>([
    ['a direction of 2', { a: 2 }, 15975],
    ['a direction that is no number', { a: 'up' }, 15974],
    ['$meta', { a: { $meta: 'textScore' } }, 15974],
    ['an empty name', { '': 1 }, 40352],
  ])('is refused with its code for %s', (_name, spec, code) => {
    expect(codeOf(() => compileSort(spec))).toBe(code);
  });

  it('is refused for two arrays side by side', () => {
    expect(codeOf(() => sorted({ a: 1, b: 1 }, { a: [1], b: [1] }, { a: 1 }))).toBe(2);
  });
});
