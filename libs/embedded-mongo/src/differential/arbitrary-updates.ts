import { Int32 } from 'bson';
import fc from 'fast-check';
import type { Doc } from '../values';
import { expression } from './arbitrary-expressions';
import { filter } from './arbitrary-filters';
import { body, path, plainNumber, scalar, value, wideNumber } from './arbitrary-values';

const target = fc.oneof(
  { weight: 5, arbitrary: path },
  { weight: 1, arbitrary: fc.constantFrom('d', '_id', 'a.$', 'a.$.b', 'a.3') },
);
const named = (operand: fc.Arbitrary<unknown>): fc.Arbitrary<Doc> =>
  fc
    .uniqueArray(fc.tuple(target, operand), { minLength: 1, maxLength: 2, selector: ([name]) => name })
    .map((pairs) => Object.fromEntries(pairs) as Doc);
const operator = (name: string, operand: fc.Arbitrary<unknown>): fc.Arbitrary<Doc> =>
  named(operand).map((given) => ({ [name]: given }));

const direction = fc.constantFrom(1, -1).map((given) => new Int32(given));
const small = fc.constantFrom(0, 1, 2, -1, -2, 9).map((given) => new Int32(given));
const push = fc
  .record(
    {
      $each: fc.array(value, { maxLength: 3 }),
      $position: small,
      $slice: small,
      $sort: fc.oneof(direction, fc.record({ a: direction }), fc.record({ a: direction, b: direction })),
    },
    { requiredKeys: ['$each'] },
  )
  .map((clauses) => clauses as unknown);
const condition = fc.oneof(
  ...['$gt', '$lte', '$eq', '$ne'].map((name) => scalar.map((given): Doc => ({ [name]: given }))),
  fc.array(scalar, { maxLength: 2 }).map((items): Doc => ({ $in: items })),
);

const single: fc.Arbitrary<Doc> = fc.oneof(
  operator('$set', value),
  operator('$setOnInsert', value),
  operator('$unset', fc.constant('')),
  operator('$inc', fc.oneof({ weight: 5, arbitrary: wideNumber }, { weight: 1, arbitrary: scalar })),
  operator('$mul', fc.oneof({ weight: 5, arbitrary: plainNumber }, { weight: 1, arbitrary: scalar })),
  operator('$min', value),
  operator('$max', value),
  operator('$rename', fc.constantFrom<unknown>('a', 'b', 'c', 'd', 'b.c', 'a.b', 'd.e', new Int32(1))),
  operator('$push', fc.oneof(value, push)),
  operator(
    '$addToSet',
    fc.oneof(
      value,
      fc.array(value, { maxLength: 3 }).map((items): Doc => ({ $each: items })),
    ),
  ),
  operator('$pull', fc.oneof(value, condition, fc.record({ a: fc.oneof(scalar, condition) }), filter)),
  operator('$pop', fc.constantFrom<unknown>(new Int32(1), new Int32(-1), new Int32(2), 'a')),
);

const mixed = fc.tuple(single, single).map(([a, b]): Doc => ({ ...a, ...b }));
const replacement = body;

const stage: fc.Arbitrary<Doc> = fc.oneof(
  fc.tuple(path, expression).map(([name, computed]): Doc => ({ $set: { [name]: computed } })),
  path.map((name): Doc => ({ $unset: name })),
  fc.tuple(path, path).map(([a, b]): Doc => ({ $unset: [a, b] })),
  fc
    .tuple(path, fc.constantFrom<unknown>(true, false, '$b', { $literal: 1 }))
    .map(([name, given]): Doc => ({ $project: { [name]: given } })),
  expression.map((computed): Doc => ({ $replaceWith: computed })),
  fc.constant<Doc>({ $match: {} }),
);

/** Updates of every supported operator, replacements and pipelines. */
export const update: fc.Arbitrary<Doc | readonly Doc[]> = fc.oneof(
  { weight: 10, arbitrary: single },
  { weight: 4, arbitrary: mixed },
  { weight: 1, arbitrary: replacement },
  { weight: 4, arbitrary: fc.array(stage, { minLength: 1, maxLength: 2 }) },
);

/** What an update finds its document by: its number, alone or with a condition that tells the item for `$`. */
export const updateFilter: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Doc>({ _id: new Int32(0) }) },
  { weight: 1, arbitrary: fc.tuple(path, scalar).map(([name, given]): Doc => ({ _id: new Int32(0), [name]: given })) },
);

/** What an upsert makes its document of; none of the stored ones has this number. */
export const upsertFilter: fc.Arbitrary<Doc> = fc
  .tuple(path, fc.oneof(scalar, condition), path, scalar)
  .map(([a, first, b, second]): Doc => ({ _id: new Int32(77), [a]: first, [b]: { $eq: second } }));
