import { Int32 } from 'bson';
import { compareValues } from '../../values';
import { operator, TWO } from './arguments';
import type { OperatorCompiler, OperatorTable } from './scope';

const comparison = (name: string, result: (order: number) => unknown): OperatorCompiler =>
  operator(name, TWO, ([a, b]) => result(compareValues(a, b)));

/** Comparisons across all types in MongoDB's order; a missing value comes before null. */
export const COMPARISON_OPERATORS: OperatorTable = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', (order) => new Int32(Math.sign(order))),
};
