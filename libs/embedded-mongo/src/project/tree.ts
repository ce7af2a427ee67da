import { locationFault } from '../errors';
import { type Doc, fieldName, storedName } from '../values';

/** What becomes of a value in the projected document; `undefined` leaves the field out. */
export type Shape = (value: unknown, root: Doc, matchedIndex: number | undefined) => unknown;

/**
 * A field of a projection: kept, dropped, given another shape (`$slice`, `$elemMatch`, `$`), or computed from the whole
 * document; or a document whose own fields are projected.
 */
export type Leaf =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'shape'; readonly shape: Shape }
  | { readonly kind: 'compute'; readonly evaluate: (root: Doc) => unknown };

export type Branch = { readonly kind: 'branch'; readonly children: Map<string, Leaf | Branch>; computes: boolean };

const COLLISION_WITHIN = 31249;
const COLLISION_ABOVE = 31250;
const EMPTY_NAME = 40352;
const EMPTY_PART = 15998;
const TRAILING_DOT = 40353;
const DOLLAR_NAME = 16410;

export const newBranch = (): Branch => ({ kind: 'branch', children: new Map(), computes: false });

/** Adds a field to a projection. Throws 31249 and 31250 where one path lies within another. */
export function addLeaf(root: Branch, path: string, leaf: Leaf): void {
  const names = projectionNames(path);
  let branch = root;
  for (const [i, name] of names.entries()) {
    branch.computes ||= leaf.kind === 'compute';
    const key = storedName(name);
    const known = branch.children.get(key);
    const isLast = i === names.length - 1;
    if (known !== undefined && (isLast || known.kind !== 'branch')) {
      throw locationFault(known.kind === 'branch' ? COLLISION_ABOVE : COLLISION_WITHIN, `Path collision at ${path}`);
    }
    if (isLast) {
      branch.children.set(key, leaf);
      return;
    }
    const next = (known as Branch | undefined) ?? newBranch();
    branch.children.set(key, next);
    branch = next;
  }
}

function projectionNames(path: string): readonly string[] {
  if (path === '') throw locationFault(EMPTY_NAME, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw locationFault(TRAILING_DOT, "FieldPath must not end with a '.'.");
  const names = path.split('.');
  for (const name of names) {
    if (name === '') throw locationFault(EMPTY_PART, 'FieldPath field names may not be empty strings.');
    if (name.startsWith('$')) throw locationFault(DOLLAR_NAME, "FieldPath field names may not start with '$'.");
  }
  return names;
}

/** The fields of a specification with their whole paths: `{a: {b: 1}}` says the same as `{'a.b': 1}`. */
export function* flatten(
  spec: Doc,
  isNested: (value: unknown, path: string) => value is Doc,
  prefix = '',
): Generator<readonly [string, unknown]> {
  for (const key of Object.keys(spec)) {
    const path = prefix + fieldName(key);
    const value = spec[key];
    if (isNested(value, path)) yield* flatten(value, isNested, `${path}.`);
    else yield [path, value];
  }
}
