import { Int32 } from 'bson';
import fc from 'fast-check';
import type { Doc } from '../values';
import { path, pattern, scalar, value } from './arbitrary-values';

const TYPE_NAMES = [
  'double',
  'string',
  'object',
  'array',
  'binData',
  'objectId',
  'bool',
  'date',
  'null',
  'regex',
  'int',
];
const MORE_TYPES = ['timestamp', 'long', 'decimal', 'minKey', 'maxKey', 'number', 'nonsense'];

const one = (name: string, operand: fc.Arbitrary<unknown>): fc.Arbitrary<Doc> =>
  operand.map((given) => ({ [name]: given }));
const operand = fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: value });

const regexText = fc.constantFrom(
  'a',
  '^a',
  'b$',
  '^A',
  '[ab]+',
  'a|b',
  '^$',
  'a.b',
  '\\d',
  '^a\\w',
  'é',
  '(a)(b)?',
  'a{2}',
);
const regex = fc
  .tuple(regexText, fc.constantFrom('', 'i', 'm', 's', 'im'))
  .map(([source, options]): Doc => (options === '' ? { $regex: source } : { $regex: source, $options: options }));

const comparison = fc.oneof(
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((name) => one(name, operand)),
  one('$in', fc.array(operand, { maxLength: 3 })),
  one('$nin', fc.array(operand, { maxLength: 3 })),
);

const structural = fc.oneof(
  one('$exists', fc.boolean()),
  one(
    '$type',
    fc.oneof(
      fc.constantFrom(...TYPE_NAMES, ...MORE_TYPES),
      fc.constantFrom(1, 2, 3, 4, 8, 16, -1, 127, 99).map((code) => new Int32(code)),
    ),
  ),
  one('$size', fc.constantFrom<unknown>(new Int32(0), new Int32(1), new Int32(2), new Int32(-1), 1.5, 'a')),
  one('$all', fc.array(operand, { maxLength: 2 })),
  regex,
);

const range = fc.tuple(operand, operand).map(([low, high]): Doc => ({ $gte: low, $lt: high }));
const operators = fc.oneof(
  { weight: 3, arbitrary: comparison },
  { weight: 2, arbitrary: structural },
  { weight: 1, arbitrary: range },
);

/** Filters of every supported operator, with operands of every type. */
export const { filter } = fc.letrec<{ filter: Doc; condition: unknown; field: Doc }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'filter' },
    { weight: 3, arbitrary: operand },
    { weight: 6, arbitrary: operators },
    { weight: 1, arbitrary: pattern },
    { weight: 1, arbitrary: one('$not', fc.oneof(operators, pattern)) },
    { weight: 1, arbitrary: one('$elemMatch', operators) },
    { weight: 1, arbitrary: one('$elemMatch', tie('filter')) },
    { weight: 1, arbitrary: one('$all', fc.array(one('$elemMatch', operators), { minLength: 1, maxLength: 2 })) },
  ),
  field: fc.tuple(path, tie('condition')).map(([name, condition]): Doc => ({ [name]: condition })),
  filter: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'filter' },
    { weight: 6, arbitrary: tie('field') },
    { weight: 2, arbitrary: fc.tuple(tie('field'), tie('field')).map(([a, b]): Doc => ({ ...a, ...b })) },
    { weight: 1, arbitrary: one('$and', fc.array(tie('filter'), { minLength: 1, maxLength: 2 })) },
    { weight: 1, arbitrary: one('$or', fc.array(tie('filter'), { minLength: 1, maxLength: 3 })) },
    { weight: 1, arbitrary: one('$nor', fc.array(tie('filter'), { minLength: 1, maxLength: 2 })) },
  ),
}));
