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

/** Throws BadValue (2) when one of the two paths goes through an array. */
export function applyRename(doc: Doc, { from, to }: Rename): Doc {
  const value = valueOf(doc, from);
  if (value === undefined) return doc;
  valueOf(doc, to);
  const moved = new Writer(to, () => value, true).apply(doc);
  return new Writer(from, () => REMOVED, false).apply(moved);
}

function valueOf(doc: Doc, path: UpdatePath): unknown {
  let value: unknown = doc;
  for (const [i, segment] of path.entries()) {
    if (Array.isArray(value)) throw throughArray(path[i - 1] as UpdateSegment);
    if (!isDoc(value)) return undefined;
    value = value[segment.key];
  }
  return value;
}

const throughArray = (segment: UpdateSegment): Error =>
  fault('BadValue', `The source and target field for $rename cannot be an array element: '${segment.name}'`);
