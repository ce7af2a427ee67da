import { fault } from '../errors';
import { type Doc, isArrayIndex, storedName } from '../values';

/** A name of a path that an update changes; `positional` is `$`, the item by which the filter matched. */
export type UpdateSegment = {
  readonly name: string;
  readonly key: string;
  readonly index: number;
  readonly positional: boolean;
};

export type UpdatePath = readonly UpdateSegment[];

/**
 * Cuts the path of an update into its names. Throws EmptyFieldName (56), DollarPrefixedFieldName (52), and BadValue (2)
 * for `$` in the first place; `$[]` and `$[name]` are not supported.
 */
export function parseUpdatePath(path: string): UpdatePath {
  if (path === '') throw fault('EmptyFieldName', 'An empty update path is not valid.');
  return path.split('.').map((name, at) => {
    if (name === '') {
      throw fault('EmptyFieldName', `The update path '${path}' contains an empty field name, which is not allowed.`);
    }
    if (name.startsWith('$')) checkDollarName(name, path, at);
    return { name, key: storedName(name), index: isArrayIndex(name) ? Number(name) : -1, positional: name === '$' };
  });
}

function checkDollarName(name: string, path: string, at: number): void {
  if (name.startsWith('$['))
    throw fault('BadValue', `array filters are not supported by the embedded database: ${path}`);
  if (name !== '$') {
    if (at > 0 && ['$ref', '$id', '$db'].includes(name)) return;
    throw fault(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${name}' in '${path}' is not valid for storage.`,
    );
  }
  if (at === 0) {
    throw fault('BadValue', `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  }
  if (path.split('.').indexOf('$', at + 1) >= 0) {
    throw fault('BadValue', `Too many positional (i.e. '$') elements found in path '${path}'`);
  }
}

/** The path with the index of the matched item in place of `$`. Throws BadValue (2) when the filter told none. */
export function resolvePath(path: UpdatePath, matchedIndex: number | undefined): UpdatePath {
  if (!path.some((segment) => segment.positional)) return path;
  if (matchedIndex === undefined) {
    throw fault('BadValue', 'The positional operator did not find the match needed from the query.');
  }
  const name = String(matchedIndex);
  const resolved = { name, key: storedName(name), index: matchedIndex, positional: false };
  return path.map((segment) => (segment.positional ? resolved : segment));
}

export const pathText = (path: UpdatePath): string => path.map((segment) => segment.name).join('.');

/** MongoDB applies changes in the order of their paths: names as strings, numbers by their value. */
export function comparePaths(a: UpdatePath, b: UpdatePath): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = compareNames(a[i] as UpdateSegment, b[i] as UpdateSegment);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareNames(a: UpdateSegment, b: UpdateSegment): number {
  if (a.index >= 0 && b.index >= 0) return a.index - b.index;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Throws ConflictingUpdateOperators (40) when one path is another or lies within it. */
export function checkConflicts(paths: readonly UpdatePath[]): void {
  const root = new Map<string, Branch>();
  for (const path of paths) insertPath(root, path);
}

type Branch = { readonly children: Map<string, Branch>; isEnd: boolean };

function insertPath(root: Map<string, Branch>, path: UpdatePath): void {
  let level = root;
  for (const [i, { name }] of path.entries()) {
    const isEnd = i === path.length - 1;
    const known = level.get(name);
    if (known !== undefined && (isEnd || known.isEnd)) {
      const at = path.slice(0, i + 1);
      throw fault(
        'ConflictingUpdateOperators',
        `Updating the path '${pathText(path)}' would create a conflict at '${pathText(at)}'`,
      );
    }
    const branch = known ?? { children: new Map<string, Branch>(), isEnd };
    level.set(name, branch);
    level = branch.children;
  }
}

/** A document without one of its fields. */
export function without(doc: Doc, key: string): Doc {
  const rest: Doc = {};
  for (const other of Object.keys(doc)) if (other !== key) rest[other] = doc[other];
  return rest;
}
