import { fault, type MongoServerFault } from '../errors';
import { fieldName, isDoc, isNumber, isObjectId, setField, toNumber, type Doc } from '../values';
import { EMPTY_ARRAY } from './key-encoding';
import type { IndexSpec } from './index-spec';

/** The error of an entry that a unique index already holds, with MongoDB's message and facts. */
export function duplicateKey(namespace: string, spec: IndexSpec, values: readonly unknown[]): MongoServerFault {
  const keyValue: Doc = {};
  const shown = spec.fields.map(({ path }, i) => {
    const value = values[i] === EMPTY_ARRAY || values[i] === undefined ? null : values[i];
    setField(keyValue, path, value);
    return `${path}: ${show(values[i] === EMPTY_ARRAY ? undefined : value)}`;
  });
  const message = `E11000 duplicate key error collection: ${namespace} index: ${spec.name} dup key: { ${shown.join(', ')} }`;
  return fault('DuplicateKey', message, { keyPattern: spec.document['key'], keyValue });
}

/** A value as MongoDB writes it into its messages. */
function show(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `"${value}"`;
  if (isObjectId(value)) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  if (isDoc(value)) return showDocument(value);
  if (isNumber(value)) return showNumber(value);
  return String(value);
}

function showDocument(doc: Doc): string {
  const fields = Object.entries(doc).map(([name, value]) => `${fieldName(name)}: ${show(value)}`);
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}';
}

function showNumber(value: Parameters<typeof toNumber>[0]): string {
  const isDouble = typeof value === 'object' && value._bsontype === 'Double';
  const number = toNumber(value);
  return isDouble && Number.isInteger(number) ? number.toFixed(1) : String(value);
}
