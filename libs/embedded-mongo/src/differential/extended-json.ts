import { EJSON } from 'bson';
import { docOf, fieldName, isDoc } from '../values';

/** A value as canonical Extended JSON in one line; fields have their real names. */
export function toText(value: unknown): string {
  return EJSON.stringify(withRealNames(value), { relaxed: false });
}

/** The value that a line of canonical Extended JSON stands for. */
export function fromText(text: string): unknown {
  return withStoredNames(EJSON.parse(text, { relaxed: false }));
}

function withRealNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withRealNames);
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [fieldName(key), withRealNames(item)]));
}

function withStoredNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStoredNames);
  if (!isDoc(value)) return value;
  return docOf(Object.entries(value).map(([name, item]) => [name, withStoredNames(item)] as const));
}
