import { Double, Int32, Long } from 'bson';
import { MongoServerFault } from '../errors';
import { compileFilter } from '../match';
import { type Doc, identicalValues } from '../values';
import { compilePipeline, type PipelineContext } from '.';

const now = new Date('2026-01-02T03:04:05Z');
const int = (value: number): Int32 => new Int32(value);

const SEATS: readonly Doc[] = [
  { _id: int(1), show: 'x', status: 'AVAILABLE', price: int(10) },
  { _id: int(2), show: 'x', status: 'BOOKED', price: int(20) },
  { _id: int(3), show: 'y', status: 'BOOKED', price: new Double(0.5) },
  { _id: int(4), status: 'BOOKED' },
];
const SHOWS: readonly Doc[] = [
  { _id: 'x', title: 'Ex', tags: ['a', 'b'] },
  { _id: 'y', title: 'Why', tags: [] },
  { _id: null, title: 'None' },
];

const context: PipelineContext = {
  now,
  read: (_collection, filter = {}) => SHOWS.filter(compileFilter(filter, { now }).matches),
};
const run = (stages: readonly unknown[], docs: readonly Doc[] = SEATS): readonly Doc[] => [
  ...compilePipeline(stages, context).run(docs),
];

function codeOf(stages: readonly unknown[]): number | undefined {
  try {
    run(stages);
  } catch (error) {
    if (error instanceof MongoServerFault) return error.code;
    throw error;
  }
  return undefined;
}

describe('a pipeline', () => {
  it.each<[string, readonly Doc[], readonly Doc[]]>([
    ['nothing but a match', [{ $match: { show: 'y' } }], [SEATS[2] as Doc]],
    ['$sort, $skip and $limit', [{ $sort: { _id: -1 } }, { $skip: int(1) }, { $limit: int(1) }], [SEATS[2] as Doc]],
    ['$count', [{ $match: { status: 'BOOKED' } }, { $count: 'n' }], [{ n: int(3) }]],
    ['$count of nothing', [{ $match: { status: 'LOST' } }, { $count: 'n' }], []],
    ['$project', [{ $limit: int(1) }, { $project: { _id: 0, label: { $concat: ['$show', '!'] } } }], [{ label: 'x!' }]],
    [
      '$set through a value',
      [{ $limit: int(1) }, { $project: { show: 1, _id: 0 } }, { $set: { 'show.id': 5 } }],
      [{ show: { id: 5 } }],
    ],
    ['$unset', [{ $limit: int(1) }, { $unset: ['price', 'status', 'show'] }], [{ _id: int(1) }]],
    ['$replaceRoot', [{ $limit: int(1) }, { $replaceRoot: { newRoot: { s: '$show' } } }], [{ s: 'x' }]],
    [
      '$replaceWith',
      [{ $limit: int(1) }, { $replaceWith: { $mergeObjects: [{ a: 1 }, { b: '$show' }] } }],
      [{ a: 1, b: 'x' }],
    ],
    [
      '$group by a field, missing ones under null',
      [{ $group: { _id: '$show', n: { $sum: int(1) } } }, { $sort: { _id: 1 } }],
      [
        { _id: null, n: int(1) },
        { _id: 'x', n: int(2) },
        { _id: 'y', n: int(1) },
      ],
    ],
    [
      '$group by two fields, without what is missing',
      [
        { $match: { status: 'BOOKED' } },
        { $group: { _id: { show: '$show', status: '$status' }, n: { $sum: int(1) } } },
        { $sort: { _id: 1 } },
      ],
      [
        { _id: { show: 'x', status: 'BOOKED' }, n: int(1) },
        { _id: { show: 'y', status: 'BOOKED' }, n: int(1) },
        { _id: { status: 'BOOKED' }, n: int(1) },
      ],
    ],
    [
      '$group by one field in a document, missing as null',
      [{ $match: { _id: 4 } }, { $group: { _id: { show: '$show' } } }],
      [{ _id: { show: null } }],
    ],
    [
      'all accumulators',
      [
        {
          $group: {
            _id: null,
            sum: { $sum: '$price' },
            avg: { $avg: '$price' },
            min: { $min: '$price' },
            max: { $max: '$price' },
            first: { $first: '$show' },
            last: { $last: '$show' },
            list: { $push: '$show' },
            set: { $addToSet: '$show' },
            count: { $count: {} },
          },
        },
      ],
      [
        {
          _id: null,
          sum: new Double(30.5),
          avg: new Double(30.5 / 3),
          min: new Double(0.5),
          max: int(20),
          first: 'x',
          last: null,
          list: ['x', 'x', 'y'],
          set: ['x', 'y'],
          count: int(4),
        },
      ],
    ],
    [
      '$avg of nothing',
      [{ $group: { _id: null, avg: { $avg: '$title' }, min: { $min: '$title' } } }],
      [{ _id: null, avg: null, min: null }],
    ],
    [
      '$lookup by fields',
      [
        { $match: { _id: 1 } },
        { $project: { show: 1 } },
        { $lookup: { from: 'shows', localField: 'show', foreignField: '_id', as: 'of' } },
      ],
      [{ _id: int(1), show: 'x', of: [SHOWS[0]] }],
    ],
    [
      '$lookup of a missing field as null',
      [
        { $match: { _id: 4 } },
        { $lookup: { from: 'shows', localField: 'show', foreignField: '_id', as: 'of.one' } },
        { $project: { of: 1 } },
      ],
      [{ _id: int(4), of: { one: [SHOWS[2]] } }],
    ],
    [
      '$lookup by a pipeline',
      [
        { $match: { _id: 3 } },
        {
          $lookup: {
            from: 'shows',
            let: { mine: '$show' },
            pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$mine'] } } }, { $project: { title: 1, _id: 0 } }],
            as: 'of',
          },
        },
        { $project: { of: 1, _id: 0 } },
      ],
      [{ of: [{ title: 'Why' }] }],
    ],
    [
      '$lookup by fields and a pipeline',
      [
        { $match: { _id: 1 } },
        { $lookup: { from: 'shows', localField: 'show', foreignField: '_id', pipeline: [{ $count: 'n' }], as: 'of' } },
        { $project: { of: 1, _id: 0 } },
      ],
      [{ of: [{ n: int(1) }] }],
    ],
    [
      '$facet',
      [
        {
          $facet: {
            booked: [{ $match: { status: 'BOOKED' } }, { $count: 'n' }],
            lost: [{ $match: { status: 'LOST' } }],
            first: [{ $limit: int(1) }, { $project: { _id: 1 } }],
          },
        },
      ],
      [{ booked: [{ n: int(3) }], lost: [], first: [{ _id: int(1) }] }],
    ],
  ])('answers %s', (_name, stages, expected) => {
    const result = run(stages);
    expect([result, identicalValues(result, expected)]).toEqual([expected, true]);
  });

  it.each<[string, unknown, readonly Doc[]]>([
    [
      'an array',
      '$tags',
      [
        { _id: 'x', title: 'Ex', tags: 'a' },
        { _id: 'x', title: 'Ex', tags: 'b' },
      ],
    ],
    [
      'an array with its places, keeping what has none',
      { path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true },
      [
        { _id: 'x', title: 'Ex', tags: 'a', i: Long.fromNumber(0) },
        { _id: 'x', title: 'Ex', tags: 'b', i: Long.fromNumber(1) },
        { _id: 'y', title: 'Why', i: null },
        { _id: null, title: 'None', i: null },
      ],
    ],
    ['a value as its only item', { path: '$title' }, SHOWS],
  ])('unwinds %s', (_name, spec, expected) => {
    const result = run([{ $unwind: spec }], SHOWS);
    expect([result, identicalValues(result, expected)]).toEqual([expected, true]);
  });

  it('sums without losing small numbers', () => {
    const docs = [1e16, 1, -1e16].map((n) => ({ n: new Double(n) }));
    expect(run([{ $group: { _id: null, n: { $sum: '$n' } } }], docs)).toEqual([{ _id: null, n: new Double(1) }]);
  });

  it('sums ints beyond their range as longs, and longs beyond theirs as doubles', () => {
    const sumOf = (value: unknown): unknown =>
      run([{ $group: { _id: null, n: { $sum: '$v' } } }], [{ v: value }, { v: value }])[0]?.['n'];
    expect(sumOf(int(2147483647))).toEqual(Long.fromNumber(4294967294));
    expect(sumOf(Long.MAX_VALUE)).toEqual(new Double(2 ** 64));
  });

  it('takes from its input only what is asked for', () => {
    let taken = 0;
    function* endless(): Generator<Doc> {
      for (;;) yield { n: int(taken++) };
    }
    expect([
      ...compilePipeline([{ $match: { n: { $gte: 2 } } }, { $limit: int(2) }], context).run(endless()),
    ]).toHaveLength(2);
    expect(taken).toBe(4);
  });

  it('tells what may be done by an index, and leaves it out when it was done', () => {
    const pipeline = compilePipeline(
      [{ $match: { a: 1 } }, { $match: { b: 2 } }, { $sort: { c: 1 } }, { $limit: int(9) }],
      context,
    );
    expect([pipeline.leadingMatch, pipeline.leadingSort]).toEqual([{ $and: [{ a: 1 }, { b: 2 }] }, { c: 1 }]);
    const docs = [{ c: 2 }, { c: 1 }];
    expect([...pipeline.run(docs, { matched: true })]).toEqual([{ c: 1 }, { c: 2 }]);
    expect([...pipeline.run(docs, { sorted: true })]).toEqual(docs);
    expect([...pipeline.run(docs)]).toEqual([]);
  });

  it.each<[string, readonly unknown[], number]>([
    ['an unknown stage', [{ $wood: {} }], 40324],
    ['a stage not supported', [{ $graphLookup: {} }], 40324],
    ['what is no stage', [5], 14],
    ['two stages in one', [{ $limit: 1, $skip: 1 }], 40323],
    ['$match of a value', [{ $match: 5 }], 15959],
    ['$limit of zero', [{ $limit: 0 }], 15958],
    ['a negative $limit', [{ $limit: -1 }], 5107201],
    ['a negative $skip', [{ $skip: -1 }], 5107200],
    ['an empty $sort', [{ $sort: {} }], 15976],
    ['$sort of a value', [{ $sort: 1 }], 15973],
    ['$count without a name', [{ $count: '' }], 40157],
    ['$count of a number', [{ $count: 1 }], 40156],
    ['$count with a dollar', [{ $count: '$n' }], 40158],
    ['$count with a dot', [{ $count: 'a.b' }], 40160],
    ['an empty $project', [{ $project: {} }], 51272],
    ['$project of a value', [{ $project: 1 }], 15969],
    ['an empty object in $set', [{ $set: { a: {} } }], 40180],
    ['$set of a value', [{ $set: 1 }], 40272],
    ['$unset of a number', [{ $unset: 1 }], 31002],
    ['an empty $unset', [{ $unset: [] }], 31119],
    ['$unset of numbers', [{ $unset: [1] }], 31120],
    ['$replaceRoot without newRoot', [{ $replaceRoot: {} }], 40231],
    ['$replaceWith a value', [{ $replaceWith: '$show' }], 40228],
    ['$group without _id', [{ $group: { n: { $sum: 1 } } }], 15955],
    ['$group of a value', [{ $group: 1 }], 15947],
    ['an unknown accumulator', [{ $group: { _id: null, n: { $median: 1 } } }], 15952],
    ['no accumulator', [{ $group: { _id: null, n: 1 } }], 40234],
    ['two accumulators', [{ $group: { _id: null, n: { $sum: 1, $avg: 1 } } }], 40238],
    ['a list for an accumulator', [{ $group: { _id: null, n: { $sum: [1, 2] } } }], 40237],
    ['a dot in a group', [{ $group: { _id: null, 'a.b': { $sum: 1 } } }], 40235],
    ['$unwind without a dollar', [{ $unwind: 'tags' }], 28818],
    ['$unwind without a path', [{ $unwind: {} }], 28812],
    ['an unknown option of $unwind', [{ $unwind: { path: '$a', what: 1 } }], 28811],
    ['$lookup without as', [{ $lookup: { from: 'a', localField: 'b', foreignField: 'c' } }], 9],
    ['an unknown option of $lookup', [{ $lookup: { from: 'a', as: 'b', pipeline: [], what: 1 } }], 9],
    ['a faulty pipeline of $lookup', [{ $lookup: { from: 'a', as: 'b', pipeline: [{ $wood: 1 }] } }], 40324],
    [
      '$lookup by an empty array',
      [{ $set: { e: [] } }, { $lookup: { from: 'a', localField: 'e', foreignField: 'c', as: 'd' } }],
      238,
    ],
    ['an empty $facet', [{ $facet: {} }], 40169],
    ['a facet that is no pipeline', [{ $facet: { a: 1 } }], 40170],
    ['a facet in a facet', [{ $facet: { a: [{ $facet: { b: [] } }] } }], 40600],
  ])('is refused with its code for %s', (_name, stages, code) => {
    expect(codeOf(stages)).toBe(code);
  });
});
