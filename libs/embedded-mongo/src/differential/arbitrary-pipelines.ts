import { Int32 } from 'bson';
import fc from 'fast-check';
import type { Doc } from '../values';
import { expression } from './arbitrary-expressions';
import { filter } from './arbitrary-filters';
import { path } from './arbitrary-values';
import { FOREIGN } from './case';

const direction = fc.constantFrom(1, -1).map((given) => new Int32(given));

/** A sort that ends with `_id`, so that no order is left open. */
export const sort: fc.Arbitrary<Doc> = fc
  .uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 2, selector: ([name]) => name })
  .map((pairs) => ({ ...(Object.fromEntries(pairs) as Doc), _id: new Int32(1) }));

const choice = fc.constantFrom<unknown>(true, false, new Int32(1), new Int32(0));
const pairs = (item: fc.Arbitrary<unknown>, maxLength: number): fc.Arbitrary<Doc> =>
  fc
    .uniqueArray(fc.tuple(fc.oneof(path, fc.constant('_id'), fc.constant('d')), item), {
      minLength: 1,
      maxLength,
      selector: ([name]) => name,
    })
    .map((given) => Object.fromEntries(given) as Doc);

/** What a find and a `$project` both understand. */
export const projection: fc.Arbitrary<Doc> = fc.oneof(
  pairs(choice, 3),
  pairs(fc.constant(true), 3),
  pairs(fc.constant(false), 3),
  pairs(expression, 2),
  fc.tuple(pairs(fc.constant(true), 2), pairs(expression, 1)).map(([a, b]): Doc => ({ ...a, ...b })),
  fc.tuple(path, pairs(fc.constant(true), 2)).map(([name, inner]): Doc => ({ [name]: inner })),
);

export const findProjection: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 4, arbitrary: projection },
  {
    weight: 1,
    arbitrary: fc
      .tuple(path, fc.constantFrom(1, -1, 0, 2))
      .map(([name, count]): Doc => ({ [name]: { $slice: new Int32(count) } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'b'), filter)
      .map(([name, given]): Doc => ({ [name]: { $elemMatch: given } })),
  },
);

const accumulator = fc
  .tuple(
    fc.constantFrom('$sum', '$avg', '$min', '$max', '$first', '$last', '$push', '$addToSet'),
    fc.oneof(
      path.map((name) => `$${name}`),
      expression,
    ),
  )
  .map(([name, operand]): Doc => ({ [name]: operand }));
const groupId = fc.oneof(
  fc.constant<unknown>(null),
  path.map((name) => `$${name}`),
  expression,
  fc.tuple(path, path).map(([a, b]): unknown => ({ x: `$${a}`, y: `$${b}` })),
);

const group = fc
  .tuple(groupId, accumulator, fc.constantFrom<Doc>({ $sum: new Int32(1) }, { $count: {} }))
  .map(([_id, n, count]): Doc => ({ $group: { _id, n, count } }));

const unwind = fc.tuple(path, fc.boolean(), fc.boolean()).map(([name, keep, index]): Doc => ({
  $unwind: { path: `$${name}`, preserveNullAndEmptyArrays: keep, ...(index ? { includeArrayIndex: 'i' } : {}) },
}));

const lookup = fc.oneof(
  fc
    .tuple(path, path, fc.constantFrom('d', 'a', 'd.e'))
    .map(([localField, foreignField, as]): Doc => ({ $lookup: { from: FOREIGN, localField, foreignField, as } })),
  fc.tuple(path, path).map(([mine, theirs]): Doc => ({
    $lookup: {
      from: FOREIGN,
      let: { x: `$${mine}` },
      pipeline: [{ $match: { $expr: { $eq: ['$$x', `$${theirs}`] } } }, { $project: { a: true } }],
      as: 'd',
    },
  })),
);

const stage: fc.Arbitrary<Doc> = fc.oneof(
  filter.map((given): Doc => ({ $match: given })),
  expression.map((given): Doc => ({ $match: { $expr: given } })),
  projection.map((given): Doc => ({ $project: given })),
  pairs(expression, 2).map((given): Doc => ({ $set: given })),
  path.map((given): Doc => ({ $unset: given })),
  sort.map((given): Doc => ({ $sort: given })),
  fc.constantFrom(1, 2, 5, 0).map((given): Doc => ({ $limit: new Int32(given) })),
  fc.constantFrom(1, 2, 5, 0).map((given): Doc => ({ $skip: new Int32(given) })),
  expression.map((given): Doc => ({ $replaceWith: given })),
  unwind,
  lookup,
);

const first: Doc = { $sort: { _id: new Int32(1) } };

/** Pipelines whose result has an order: a group comes last and is compared without one. */
export const pipeline: fc.Arbitrary<readonly Doc[]> = fc
  .tuple(
    fc.array(stage, { minLength: 1, maxLength: 3 }),
    fc.option(fc.oneof({ weight: 3, arbitrary: group }, { weight: 1, arbitrary: fc.constant<Doc>({ $count: 'n' }) }), {
      nil: undefined,
      freq: 2,
    }),
  )
  .map(([stages, last]) => [first, ...stages, ...(last === undefined ? [] : [last])]);

/** One expression over every document. */
export const expressionPipeline: fc.Arbitrary<readonly Doc[]> = expression.map((given) => [
  first,
  { $project: { r: given } },
]);

export const facetPipeline: fc.Arbitrary<readonly Doc[]> = fc
  .tuple(stage, stage)
  .map(([a, b]) => [{ $facet: { x: [first, a], y: [first, b, { $count: 'n' }] } }]);
