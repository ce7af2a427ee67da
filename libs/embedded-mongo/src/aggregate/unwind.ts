import { Long } from 'bson';
import { locationFault } from '../errors';
import { bsonType, type Doc, isDoc, storedName } from '../values';
import { pathKeys } from './expressions/paths';

const NOT_A_SPEC = 15981;
const PATH_TYPE = 28808;
const PRESERVE_TYPE = 28809;
const INDEX_TYPE = 28810;
const UNKNOWN_OPTION = 28811;
const NO_PATH = 28812;
const NO_DOLLAR = 28818;
const INDEX_DOLLAR = 28822;

type UnwindSpec = {
  readonly keys: readonly string[];
  readonly indexKeys: readonly string[] | undefined;
  readonly preserve: boolean;
};

/** Compiles `$unwind`: one document for each item of an array; a value that is no array counts as its only item. */
export function compileUnwind(operand: unknown): (input: Iterable<Doc>) => Iterable<Doc> {
  const spec = parse(operand);
  return function* (input) {
    for (const doc of input) yield* unwound(doc, spec);
  };
}

function parse(operand: unknown): UnwindSpec {
  if (typeof operand === 'string') return { keys: parsePath(operand), indexKeys: undefined, preserve: false };
  if (!isDoc(operand))
    throw locationFault(NOT_A_SPEC, `expected either a string or an object for $unwind, got ${bsonType(operand)}`);
  const { path, includeArrayIndex, preserveNullAndEmptyArrays, ...others } = operand;
  const [other] = Object.keys(others);
  if (other !== undefined) throw locationFault(UNKNOWN_OPTION, `unrecognized option to $unwind stage: ${other}`);
  if (path === undefined) throw locationFault(NO_PATH, 'no path specified to $unwind stage');
  if (preserveNullAndEmptyArrays !== undefined && typeof preserveNullAndEmptyArrays !== 'boolean') {
    throw locationFault(PRESERVE_TYPE, 'expected a boolean for the preserveNullAndEmptyArrays option to $unwind');
  }
  return {
    keys: parsePath(path),
    indexKeys: includeArrayIndex === undefined ? undefined : indexPath(includeArrayIndex),
    preserve: preserveNullAndEmptyArrays === true,
  };
}

function parsePath(path: unknown): readonly string[] {
  if (typeof path !== 'string') throw locationFault(PATH_TYPE, 'expected a string as the path for $unwind stage');
  if (!path.startsWith('$')) {
    throw locationFault(NO_DOLLAR, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  }
  return pathKeys(path.slice(1));
}

function indexPath(name: unknown): readonly string[] {
  if (typeof name !== 'string' || name === '') {
    throw locationFault(INDEX_TYPE, 'expected a non-empty string for the includeArrayIndex option to $unwind stage');
  }
  if (name.startsWith('$')) {
    throw locationFault(INDEX_DOLLAR, "includeArrayIndex option to $unwind stage should not be prefixed with a '$'");
  }
  return name.split('.').map(storedName);
}

function* unwound(doc: Doc, spec: UnwindSpec): Iterable<Doc> {
  const value = valueThroughDocs(doc, spec.keys);
  if (!Array.isArray(value)) {
    if (spec.preserve || (value !== null && value !== undefined)) yield indexed(doc, spec, null);
    return;
  }
  if (value.length === 0 && spec.preserve) yield indexed(setThrough(doc, spec.keys, undefined), spec, null);
  for (const [i, item] of value.entries()) yield indexed(setThrough(doc, spec.keys, item), spec, Long.fromNumber(i));
}

function indexed(doc: Doc, spec: UnwindSpec, index: Long | null): Doc {
  return spec.indexKeys === undefined ? doc : setThrough(doc, spec.indexKeys, index);
}

/** The value at a path that leads through documents alone. */
export function valueThroughDocs(doc: Doc, keys: readonly string[]): unknown {
  let value: unknown = doc;
  for (const key of keys) {
    if (!isDoc(value)) return undefined;
    value = value[key];
  }
  return value;
}

/** The document with a value at a path; what is no document on the way gives way to one. `undefined` removes it. */
export function setThrough(doc: Doc, keys: readonly string[], value: unknown): Doc {
  const [key, ...rest] = keys as readonly [string, ...string[]];
  const inner = doc[key];
  const changed = rest.length === 0 ? value : setThrough(isDoc(inner) ? inner : {}, rest, value);
  const result = { ...doc, [key]: changed };
  if (changed === undefined) delete result[key];
  return result;
}
