import { fault } from '../errors';
import { type Doc, fieldName, isDoc, isRegex } from '../values';
import { isOperatorDoc } from '../match';
import { comparePaths, parseUpdatePath, pathText, type UpdatePath } from './paths';
import { Writer } from './write';

type Equality = { readonly path: UpdatePath; readonly value: unknown };

/**
 * The document that an upsert starts from: the fields that the filter says are equal to a value, in the order of their
 * paths; for a replacement only `_id`. Throws NotSingleValueField (54) when the filter names a path twice, or a path and
 * one within it.
 */
export function upsertSeed(filter: Doc, update: { readonly isReplacement: boolean } = { isReplacement: false }): Doc {
  const equalities = equalitiesOf(filter)
    .filter(({ path }) => !update.isReplacement || path[0]?.name === '_id')
    .sort((a, b) => comparePaths(a.path, b.path));
  checkDistinct(equalities);
  return equalities.reduce<Doc>((seed, { path, value }) => new Writer(path, () => value, 'create').apply(seed), {});
}

function equalitiesOf(filter: Doc): Equality[] {
  return Object.keys(filter).flatMap((key) => {
    const name = fieldName(key);
    const value = filter[key];
    if (name === '$and') return (value as Doc[]).flatMap(equalitiesOf);
    if (name === '$or') return onlyBranch(value as Doc[]);
    if (name.startsWith('$')) return [];
    return fieldEqualities(name, value);
  });
}

const onlyBranch = (branches: readonly Doc[]): Equality[] =>
  branches.length === 1 ? equalitiesOf(branches[0] as Doc) : [];

function fieldEqualities(name: string, value: unknown): Equality[] {
  const path = (): UpdatePath => parseUpdatePath(name);
  if (isRegex(value)) return [];
  if (!isOperatorDoc(value)) return [{ path: path(), value }];
  return Object.keys(value).flatMap((operator) => {
    const operand = value[operator];
    if (operator === '$eq') return [{ path: path(), value: operand }];
    if (operator !== '$in' && operator !== '$all') return [];
    return singleValue(operand).map((only) => ({ path: path(), value: only }));
  });
}

/** The only value of a list, when it is one that a field can be equal to. */
function singleValue(list: unknown): unknown[] {
  if (!Array.isArray(list) || list.length !== 1) return [];
  const [only] = list as readonly unknown[];
  return isRegex(only) || (isDoc(only) && isOperatorDoc(only)) ? [] : [only];
}

function checkDistinct(sorted: readonly Equality[]): void {
  for (const [i, { path }] of sorted.entries()) {
    const next = sorted[i + 1]?.path;
    if (next !== undefined && path.every((segment, at) => next[at]?.name === segment.name)) {
      throw fault('NotSingleValueField', `cannot infer query fields to set, path '${pathText(path)}' is matched twice`);
    }
  }
}
