import { fault } from '../errors';
import { type Doc, isDoc } from '../values';
import { parseUpdatePath, type UpdatePath, type UpdateSegment } from './paths';
import { REMOVED, Writer } from './write';

/** Where `$rename` takes a value from and where it puts it. */
export type Rename = { readonly from: UpdatePath; readonly to: UpdatePath };

export function compileRename(source: string, target: unknown): Rename {
  if (typeof target !== 'string') throw fault('BadValue', `The 'to' field for $rename must be a string: ${source}`);
  if (source === target) {
    throw fault('BadValue', `The source and target field for $rename must differ: ${source}: "${target}"`);
  }
  const from = parseUpdatePath(source);
  const to = parseUpdatePath(target);
  for (const segment of [...from, ...to]) {
    if (segment.positional) throw fault('BadValue', "The source and target field for $rename must not be dynamic: '$'");
  }
  return { from, to };
}

/**
 * Throws BadValue (2) when one of the two paths goes through an array, PathNotViable (28) when one goes through a value
 * that can have no such field.
 */
export function applyRename(doc: Doc, { from, to }: Rename): Doc {
  const source = follow(doc, from);
  if (source.blockedAt !== undefined) throw notViable(source.blockedAt);
  if (source.value === undefined) return doc;
  const target = follow(doc, to);
  if (source.array !== undefined) throw throughArray('source', source.array);
  if (target.array !== undefined) throw throughArray('destination', target.array);
  const moved = new Writer(to, () => source.value, 'create').apply(doc);
  return new Writer(from, () => REMOVED, 'ignore').apply(moved);
}

/** What a path leads to, the array it goes through, and the name that the value before it cannot have. */
type Found = { readonly value?: unknown; readonly array?: UpdateSegment; readonly blockedAt?: UpdateSegment };

function follow(doc: Doc, path: UpdatePath): Found {
  let value: unknown = doc;
  let array: { readonly array?: UpdateSegment } = {};
  for (const [i, segment] of path.entries()) {
    if (Array.isArray(value)) {
      array = { array: path[i - 1] as UpdateSegment };
      if (segment.index < 0) return { ...array, blockedAt: segment };
      value = value[segment.index];
    } else if (isDoc(value)) value = value[segment.key];
    else return value === undefined ? array : { ...array, blockedAt: segment };
  }
  return { ...array, value };
}

const notViable = (segment: UpdateSegment): Error =>
  fault('PathNotViable', `cannot use the part '${segment.name}' to traverse the element`);

const throughArray = (role: string, segment: UpdateSegment): Error =>
  fault('BadValue', `The ${role} field cannot be an array element: '${segment.name}'`);
