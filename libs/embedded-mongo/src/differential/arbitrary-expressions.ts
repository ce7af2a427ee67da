import { Int32 } from 'bson';
import fc from 'fast-check';
import type { Doc } from '../values';
import { date, objectId, path, plainNumber, scalar, text, value, wideNumber } from './arbitrary-values';

const one = (name: string, operand: fc.Arbitrary<unknown>): fc.Arbitrary<Doc> =>
  operand.map((given) => ({ [name]: given }));

const fieldPath = path.map((name) => `$${name}`);
const literal = fc.oneof(
  one('$literal', fc.oneof(scalar, value)),
  fc.oneof(
    plainNumber,
    wideNumber,
    date,
    objectId,
    fc.constant(null),
    text.filter((given) => !given.startsWith('$')),
  ),
);
const leaf: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fieldPath },
  { weight: 4, arbitrary: literal },
  { weight: 1, arbitrary: fc.constantFrom('$$ROOT', '$$CURRENT.a', '$$REMOVE', '$$ROOT.b.a', '$_id') },
);
const numeric: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: wideNumber },
  { weight: 2, arbitrary: plainNumber },
  { weight: 1, arbitrary: fieldPath },
  { weight: 1, arbitrary: fc.constant(null) },
);
const addend = fc.oneof({ weight: 4, arbitrary: numeric }, { weight: 1, arbitrary: date });
const list: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: fieldPath },
  { weight: 3, arbitrary: one('$literal', fc.array(scalar, { maxLength: 4 })) },
);
const variable = fc.constantFrom('$$this', '$$this.a', '$a', '$$ROOT._id');

const arithmetic = fc.oneof(
  one('$add', fc.array(addend, { maxLength: 3 })),
  one('$subtract', fc.tuple(addend, addend)),
  one('$multiply', fc.array(numeric, { maxLength: 3 })),
  one('$divide', fc.tuple(numeric, numeric)),
  one('$mod', fc.tuple(numeric, numeric)),
  ...['$abs', '$ceil', '$floor'].map((name) => one(name, numeric)),
);

const arrays = fc.oneof(
  one('$in', fc.tuple(leaf, list)),
  one('$size', list),
  one(
    '$arrayElemAt',
    fc.tuple(
      list,
      fc.constantFrom(0, 1, -1, 7).map((index) => new Int32(index)),
    ),
  ),
  one('$first', list),
  one('$last', list),
  one('$concatArrays', fc.array(list, { maxLength: 2 })),
  one('$isArray', leaf),
  one('$filter', fc.record({ input: list, cond: fc.tuple(variable, leaf).map(([a, b]) => ({ $gt: [a, b] })) })),
  one(
    '$map',
    fc.record({
      input: list,
      as: fc.constant('x'),
      in: fc.constantFrom<unknown>('$$x', '$$x.a', ['$$x', 1], { b: '$$x' }),
    }),
  ),
  one(
    '$reduce',
    fc.record({
      input: list,
      initialValue: leaf,
      in: fc.constantFrom<unknown>('$$value', '$$this', ['$$value', '$$this']),
    }),
  ),
);

const sets = fc.oneof(
  ...['$setUnion', '$setIntersection', '$setDifference', '$setEquals', '$setIsSubset'].map((name) =>
    one(name, fc.tuple(list, list)),
  ),
);

const dates = fc.oneof(
  ...['$year', '$month', '$dayOfMonth', '$hour', '$minute', '$second', '$millisecond', '$dayOfWeek'].map((name) =>
    one(name, fc.oneof(date, fieldPath)),
  ),
  one(
    '$dateToString',
    fc.record({ date: fc.oneof(date, fieldPath), format: fc.constantFrom('%Y-%m-%d', '%H:%M:%S.%L', '%%x') }),
  ),
);

/** Expressions of every supported operator. */
export const { expression } = fc.letrec<{ expression: unknown }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'expression' },
    { weight: 4, arbitrary: leaf },
    { weight: 4, arbitrary: arithmetic },
    { weight: 4, arbitrary: arrays },
    { weight: 1, arbitrary: sets },
    { weight: 1, arbitrary: dates },
    ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$cmp'].map((name) => ({
      weight: 1,
      arbitrary: one(name, fc.tuple(tie('expression'), tie('expression'))),
    })),
    { weight: 1, arbitrary: one('$and', fc.array(tie('expression'), { maxLength: 2 })) },
    { weight: 1, arbitrary: one('$or', fc.array(tie('expression'), { maxLength: 2 })) },
    { weight: 1, arbitrary: one('$not', fc.tuple(tie('expression'))) },
    { weight: 2, arbitrary: one('$cond', fc.tuple(tie('expression'), tie('expression'), tie('expression'))) },
    { weight: 2, arbitrary: one('$ifNull', fc.array(tie('expression'), { minLength: 2, maxLength: 3 })) },
    {
      weight: 1,
      arbitrary: one(
        '$switch',
        fc.record({ branches: fc.tuple(fc.record({ case: tie('expression'), then: leaf })), default: leaf }),
      ),
    },
    {
      weight: 1,
      arbitrary: one(
        '$let',
        fc.record({
          vars: fc.record({ x: tie('expression') }),
          in: fc.constantFrom<unknown>('$$x', '$$x.a', { $eq: ['$$x', '$a'] }),
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: one(
        '$concat',
        fc.array(
          fc.oneof(
            text.map((given) => ({ $literal: given })),
            fieldPath,
          ),
          { maxLength: 3 },
        ),
      ),
    },
    { weight: 1, arbitrary: one('$toLower', leaf) },
    { weight: 1, arbitrary: one('$toUpper', leaf) },
    { weight: 1, arbitrary: one('$toString', leaf) },
    { weight: 1, arbitrary: one('$toDate', leaf) },
    { weight: 1, arbitrary: one('$type', tie('expression')) },
    { weight: 1, arbitrary: one('$isNumber', tie('expression')) },
    { weight: 1, arbitrary: one('$mergeObjects', fc.array(tie('expression'), { maxLength: 2 })) },
    { weight: 1, arbitrary: fc.array(tie('expression'), { maxLength: 2 }) },
    { weight: 1, arbitrary: fc.record({ x: tie('expression'), y: leaf }) },
  ),
}));
