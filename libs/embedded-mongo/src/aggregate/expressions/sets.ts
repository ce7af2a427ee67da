import { locationFault } from '../../errors';
import { bsonType } from '../../values';
import { ANY, operator, TWO } from './arguments';
import type { OperatorTable } from './scope';
import { ValueSet } from '../value-set';

const UNION_TYPES = 17043;
const INTERSECTION_TYPES = 17047;
const DIFFERENCE_FIRST = 17048;
const DIFFERENCE_SECOND = 17049;
const EQUALS_TYPES = 17044;
const SUBSET_FIRST = 17046;
const SUBSET_SECOND = 17042;

type Lists = readonly (readonly unknown[])[];

/** The arguments as arrays; `undefined` when one of them is null or missing. */
function lists(name: string, args: readonly unknown[], codes: readonly number[]): Lists | undefined {
  const found: (readonly unknown[])[] = [];
  for (const [i, arg] of args.entries()) {
    if (arg === null || arg === undefined) return undefined;
    const code = codes[Math.min(i, codes.length - 1)] as number;
    if (!Array.isArray(arg))
      throw locationFault(code, `All operands of ${name} must be arrays, found ${bsonType(arg)}`);
    found.push(arg);
  }
  return found;
}

/** As `lists`, for the operators that refuse null and missing. */
function definiteLists(name: string, args: readonly unknown[], codes: readonly number[]): Lists {
  return lists(
    name,
    args.map((arg) => (arg === null || arg === undefined ? 'null' : arg)),
    codes,
  ) as Lists;
}

function union(args: readonly unknown[]): unknown {
  const all = lists('$setUnion', args, [UNION_TYPES]);
  return all === undefined ? null : ValueSet.of(all.flat()).values();
}

function intersection(args: readonly unknown[]): unknown {
  const all = lists('$setIntersection', args, [INTERSECTION_TYPES]);
  if (all === undefined) return null;
  const [first = [], ...rest] = all;
  const sets = rest.map((list) => ValueSet.of(list));
  return ValueSet.of(first.filter((item) => sets.every((set) => set.has(item)))).values();
}

function difference(args: readonly unknown[]): unknown {
  // Here null and missing count before the types of the others do.
  if (args.some((arg) => arg === null || arg === undefined)) return null;
  const all = lists('$setDifference', args, [DIFFERENCE_FIRST, DIFFERENCE_SECOND]);
  if (all === undefined) return null;
  const without = ValueSet.of(all[1] ?? []);
  return ValueSet.of((all[0] ?? []).filter((item) => !without.has(item))).values();
}

function areEqual(args: readonly unknown[]): unknown {
  const [first, ...rest] = definiteLists('$setEquals', args, [EQUALS_TYPES]).map((list) => ValueSet.of(list));
  return rest.every((set) => set.size === first?.size && set.values().every((item) => first.has(item)));
}

function isSubset(args: readonly unknown[]): unknown {
  const [inner = [], outer = []] = definiteLists('$setIsSubset', args, [SUBSET_FIRST, SUBSET_SECOND]);
  const set = ValueSet.of(outer);
  return inner.every((item) => set.has(item));
}

/** Operators on arrays as sets; the order of a resulting set is not defined. */
export const SET_OPERATORS: OperatorTable = {
  $setUnion: operator('$setUnion', ANY, union),
  $setIntersection: operator('$setIntersection', ANY, intersection),
  $setDifference: operator('$setDifference', TWO, difference),
  $setEquals: operator('$setEquals', { min: 2, max: Infinity }, areEqual),
  $setIsSubset: operator('$setIsSubset', TWO, isSubset),
};
