import { BSONRegExp, Decimal128, Double, Int32, Long, MinKey, ObjectId } from 'bson';
import { MongoServerFault } from '../../errors';
import { type Doc, identicalValues } from '../../values';
import { compileExpression } from '.';

const now = new Date('2026-01-02T03:04:05.678Z');
const int = (value: number): Int32 => new Int32(value);
const double = (value: number): Double => new Double(value);
const long = (text: string): Long => Long.fromString(text);
const id = new ObjectId('65a000000000000000000001');

const DOC: Doc = {
  _id: int(1),
  n: int(5),
  s: 'text',
  d: now,
  a: [int(3), int(1), int(2)],
  docs: [{ x: int(1) }, { y: int(2) }, { x: int(3) }, [{ x: int(4) }], int(5)],
  o: { p: { q: 'deep' } },
  nothing: null,
};

const evaluate = (expression: unknown, doc: Doc = DOC, vars?: Doc): unknown =>
  compileExpression(expression, vars === undefined ? { now } : { now, vars })(doc);

function codeOf(expression: unknown): number | undefined {
  try {
    evaluate(expression);
  } catch (error) {
    if (error instanceof MongoServerFault) return error.code;
    throw error;
  }
  return undefined;
}

describe('an expression', () => {
  it.each<[unknown, unknown]>([
    ['$n', int(5)],
    ['$o.p.q', 'deep'],
    ['$docs.x', [int(1), int(3)]],
    ['$missing', undefined],
    ['$s.x', undefined],
    ['plain', 'plain'],
    ['$$ROOT.n', int(5)],
    ['$$CURRENT.n', int(5)],
    ['$$NOW', now],
    ['$$REMOVE', undefined],
    [{ $literal: '$n' }, '$n'],
    [
      ['$n', '$missing'],
      [int(5), null],
    ],
    [{ x: '$n', y: '$missing' }, { x: int(5) }],
    [{ $eq: ['$n', double(5)] }, true],
    [{ $ne: ['$n', '$s'] }, true],
    [{ $gt: ['$s', '$n'] }, true],
    [{ $gte: ['$n', int(5)] }, true],
    [{ $lt: ['$missing', null] }, true],
    [{ $lt: [new MinKey(), '$missing'] }, true],
    [{ $lte: ['$d', '$$NOW'] }, true],
    [{ $cmp: ['$n', int(9)] }, int(-1)],
    [{ $and: [true, '$n', '$missing'] }, false],
    [{ $and: [] }, true],
    [{ $or: [false, double(0.5)] }, true],
    [{ $or: [] }, false],
    [{ $not: ['$nothing'] }, true],
    [{ $cond: [{ $gt: ['$n', int(3)] }, 'more', 'less'] }, 'more'],
    [{ $cond: { if: '$missing', then: 1, else: '$s' } }, 'text'],
    [{ $ifNull: ['$missing', '$nothing', 'other'] }, 'other'],
    [
      {
        $switch: {
          branches: [
            { case: false, then: 1 },
            { case: '$n', then: '$s' },
          ],
        },
      },
      'text',
    ],
    [{ $switch: { branches: [{ case: false, then: 1 }], default: 'none' } }, 'none'],
    [{ $add: ['$n', int(1)] }, int(6)],
    [{ $add: [int(2147483647), int(1)] }, long('2147483648')],
    [{ $add: [long('9223372036854775807'), int(1)] }, double(2 ** 63)],
    [{ $add: ['$n', double(0.5)] }, double(5.5)],
    [{ $add: ['$$NOW', int(1000)] }, new Date(now.getTime() + 1000)],
    [{ $add: [now, double(0.5)] }, new Date(now.getTime() + 1)],
    [{ $add: ['$n', '$missing'] }, null],
    [{ $add: [] }, int(0)],
    [{ $subtract: ['$n', int(7)] }, int(-2)],
    [{ $subtract: ['$$NOW', new Date(now.getTime() - 5)] }, long('5')],
    [{ $subtract: ['$$NOW', int(678)] }, new Date('2026-01-02T03:04:05Z')],
    [{ $multiply: ['$n', int(3)] }, int(15)],
    [{ $multiply: [int(2147483647), int(2)] }, long('4294967294')],
    [{ $divide: ['$n', int(2)] }, double(2.5)],
    [{ $mod: ['$n', int(3)] }, int(2)],
    [{ $mod: [int(-7), double(3)] }, int(-1)],
    [{ $mod: [double(5.5), int(2)] }, double(1.5)],
    [{ $abs: int(-3) }, int(3)],
    [{ $abs: int(-2147483648) }, long('2147483648')],
    [{ $ceil: double(1.2) }, double(2)],
    [{ $floor: [int(7)] }, int(7)],
    [{ $concat: ['$s', '-', 'x'] }, 'text-x'],
    [{ $concat: ['$s', '$missing'] }, null],
    [{ $toLower: 'ÄBC' }, 'Äbc'],
    [{ $toUpper: 'äbc' }, 'äBC'],
    [{ $toLower: null }, ''],
    [{ $toString: id }, '65a000000000000000000001'],
    [{ $toString: long('9007199254740993') }, '9007199254740993'],
    [{ $toString: now }, '2026-01-02T03:04:05.678Z'],
    [{ $toDate: long('5') }, new Date(5)],
    [{ $toDate: '2026-01-02T03:04:05.678Z' }, now],
    [{ $toDate: id }, new Date(0x65a00000 * 1000)],
    [{ $toObjectId: '65a000000000000000000001' }, id],
    [{ $type: '$missing' }, 'missing'],
    [{ $type: '$d' }, 'date'],
    [{ $isNumber: '$n' }, true],
    [{ $in: [double(3), '$a'] }, true],
    [{ $size: '$a' }, int(3)],
    [{ $arrayElemAt: ['$a', int(-1)] }, int(2)],
    [{ $arrayElemAt: ['$a', int(9)] }, undefined],
    [{ $first: '$a' }, int(3)],
    [{ $last: '$a' }, int(2)],
    [{ $isArray: ['$a'] }, true],
    [{ $concatArrays: ['$a', [int(9)]] }, [int(3), int(1), int(2), int(9)]],
    [{ $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', int(1)] } } }, [int(3), int(2)]],
    [{ $filter: { input: '$a', cond: { $eq: ['$$this', '$n'] } } }, []],
    [{ $map: { input: '$a', as: 'x', in: { $add: ['$$x', '$n'] } } }, [int(8), int(6), int(7)]],
    [{ $map: { input: '$missing', in: 1 } }, null],
    [{ $reduce: { input: '$a', initialValue: int(0), in: { $add: ['$$value', '$$this'] } } }, int(6)],
    [{ $let: { vars: { x: '$n' }, in: { $multiply: ['$$x', '$$x'] } } }, int(25)],
    [{ $let: { vars: { x: '$o' }, in: '$$x.p.q' } }, 'deep'],
    [
      {
        $setUnion: [
          [int(1), int(2)],
          [double(2), int(3)],
        ],
      },
      [int(1), int(2), int(3)],
    ],
    [{ $setIntersection: ['$a', [int(1), int(9)]] }, [int(1)]],
    [{ $setDifference: ['$a', [int(1)]] }, [int(3), int(2)]],
    [{ $setDifference: [false, '$missing'] }, null],
    [{ $setEquals: ['$a', [int(1), int(2), int(3), int(3)]] }, true],
    [{ $setIsSubset: [[int(1)], '$a'] }, true],
    [{ $mergeObjects: ['$o', null, { p: 1 }] }, { p: 1 }],
    [{ $year: '$d' }, int(2026)],
    [{ $month: '$d' }, int(1)],
    [{ $dayOfMonth: { date: '$d' } }, int(2)],
    [{ $dayOfWeek: '$d' }, int(6)],
    [{ $hour: '$d' }, int(3)],
    [{ $minute: ['$d'] }, int(4)],
    [{ $second: '$d' }, int(5)],
    [{ $millisecond: '$missing' }, null],
    [{ $dateToString: { date: '$d', format: '%Y-%m-%d %H:%M:%S.%L %%' } }, '2026-01-02 03:04:05.678 %'],
    [{ $dateToString: { date: '$d' } }, '2026-01-02T03:04:05.678Z'],
    [{ $dateToString: { date: '$missing', onNull: 'never' } }, 'never'],
  ])('%j is %p', (expression, expected) => {
    const result = evaluate(expression);
    expect([result, identicalValues(result, expected)]).toEqual([expected, true]);
  });

  it('reads the variables of its command, also one that is missing', () => {
    expect(evaluate('$$x.y', {}, { x: { y: 3 } })).toBe(3);
    expect(evaluate({ $type: '$$x' }, {}, { x: undefined })).toBe('missing');
  });

  it.each<[string, unknown, number]>([
    ['an unknown operator', { $function: {} }, 168],
    ['an operator not supported', { $dateTrunc: {} }, 168],
    ['two operators', { $add: [1], $subtract: [1, 2] }, 15983],
    ['an unknown variable', '$$nobody', 17276],
    ['no variable', '$$', 9],
    ['a path that is empty', '$', 16872],
    ['a path with an empty name', '$a..b', 15998],
    ['a path that ends with a dot', '$a.', 40353],
    ['a dollar in a path', '$a.$b', 16410],
    ['a dot in a field name', { 'a.b': 1 }, 16412],
    ['too few arguments', { $eq: [1] }, 16020],
    ['too many arguments', { $size: ['$a', '$a'] }, 16020],
    ['too few sets', { $setEquals: ['$a'] }, 28667],
    ['$add of a string', { $add: ['$s', 1] }, 14],
    ['$add of two dates', { $add: ['$d', '$d'] }, 16612],
    ['$add of a decimal', { $add: [Decimal128.fromString('1'), 1] }, 238],
    ['$subtract of a string', { $subtract: ['$n', '$s'] }, 14],
    ['$multiply of a date', { $multiply: ['$d', 2] }, 14],
    ['$divide of a string', { $divide: ['$s', 2] }, 14],
    ['$divide by zero', { $divide: ['$n', 0] }, 2],
    ['$mod by zero', { $mod: ['$n', 0] }, 16610],
    ['$mod of a string', { $mod: ['$s', 2] }, 16611],
    ['$abs of a string', { $abs: '$s' }, 28765],
    ['$abs of the lowest long', { $abs: Long.MIN_VALUE }, 28680],
    ['$concat of a number', { $concat: ['$n'] }, 16702],
    ['$toLower of a number', { $toLower: '$n' }, 238],
    ['$toString of an array', { $toString: '$a' }, 241],
    ['$toString of a double', { $toString: double(1.5) }, 238],
    ['$toDate of an int', { $toDate: '$n' }, 241],
    ['$toDate of a free text', { $toDate: 'tomorrow' }, 238],
    ['$toObjectId of a text', { $toObjectId: '$s' }, 241],
    ['$in of a value', { $in: [1, '$n'] }, 40081],
    ['$size of a value', { $size: '$n' }, 17124],
    ['$arrayElemAt of a value', { $arrayElemAt: ['$n', 0] }, 28689],
    ['$arrayElemAt by a text', { $arrayElemAt: ['$a', 'x'] }, 28690],
    ['$arrayElemAt by a fraction', { $arrayElemAt: ['$a', 0.5] }, 28691],
    ['$first of a value', { $first: '$n' }, 28689],
    ['$concatArrays of a value', { $concatArrays: ['$n'] }, 28664],
    ['$filter of a value', { $filter: { input: '$n', cond: true } }, 28651],
    ['$filter without a condition', { $filter: { input: '$a' } }, 28650],
    ['$filter with limit', { $filter: { input: '$a', cond: true, limit: 1 } }, 28647],
    ['$map of a value', { $map: { input: '$n', in: 1 } }, 16883],
    ['$map with a name that is none', { $map: { input: '$a', as: 'A b', in: 1 } }, 9],
    ['$reduce of a value', { $reduce: { input: '$n', initialValue: 0, in: 1 } }, 40080],
    ['$let without in', { $let: { vars: {} } }, 16877],
    ['$cond without else', { $cond: { if: 1, then: 2 } }, 17080],
    ['$ifNull of one', { $ifNull: ['$n'] }, 1257300],
    ['$switch without branches', { $switch: {} }, 40068],
    ['$switch that finds none', { $switch: { branches: [{ case: '$missing', then: 1 }] } }, 40066],
    ['$mergeObjects of a value', { $mergeObjects: ['$n'] }, 40400],
    ['$setUnion of a value', { $setUnion: ['$n'] }, 17043],
    ['$year of a number', { $year: '$n' }, 16006],
    ['a time zone', { $year: { date: '$d', timezone: 'Europe/Berlin' } }, 238],
    ['a format that is not supported', { $dateToString: { date: '$d', format: '%V' } }, 238],
    ['a format that does not exist', { $dateToString: { date: '$d', format: '%q' } }, 18536],
  ])('is refused with its code for %s', (_name, expression, code) => {
    expect(codeOf(expression)).toBe(code);
  });

  it('does not evaluate the branch that is not taken', () => {
    expect(evaluate({ $cond: [true, 1, { $divide: [1, 0] }] })).toBe(1);
    expect(evaluate({ $type: { $literal: new BSONRegExp('a') } })).toBe('regex');
  });
});
