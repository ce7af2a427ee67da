import { fault, MongoServerFault } from '../errors';
import { encode, fieldName, isArrayIndex, isDoc, isNumber, storedName, toNumber, type Doc } from '../values';

/** One field of an index: its path, split into stored names, and the direction of its order. */
export interface IndexField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

/** An index as asked for and checked. `document` is what listIndexes shows. */
export interface IndexSpec {
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilter?: Doc;
  readonly expireAfterSeconds?: number;
  readonly document: Doc;
}

const OPTIONS = ['key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'] as const;
const IGNORED = ['v', 'background', 'ns', 'collation', 'hidden'];
const REFUSED = ['weights', 'default_language', 'language_override', 'textIndexVersion', 'wildcardProjection', 'bits'];
const MAX_EXPIRE_SECONDS = 0x7fffffff;
const MAX_FIELDS = 32;
const PARTIAL_OPERATORS = ['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$and', '$or', '$in'];

export const ID_INDEX: Doc = { v: 2, key: { _id: 1 }, name: '_id_' };

/**
 * Checks one index of a createIndexes command.
 * @throws MongoServerFault 67 for kinds of index that are not supported, 197 for an unknown option
 */
export function readIndexSpec(spec: unknown): IndexSpec {
  if (!isDoc(spec) || !isDoc(spec['key'])) throw cannotCreate("Every index needs a 'key' document");
  checkOptions(spec);
  const fields = readFields(spec['key']);
  const name = spec['name'] ?? defaultName(fields);
  if (typeof name !== 'string' || name === '') throw cannotCreate('The name of an index is a string, not empty');
  const partialFilter = readPartialFilter(spec);
  const expireAfterSeconds = readExpiry(spec, fields);
  const isIdIndex = fields.length === 1 && fields[0]?.path === '_id' && fields[0].direction === 1;
  const document: Doc = { v: 2, key: spec['key'], name: isIdIndex ? '_id_' : name };
  for (const option of OPTIONS.slice(2)) if (spec[option] !== undefined) document[option] = spec[option];
  return {
    name: isIdIndex ? '_id_' : name,
    fields,
    unique: isIdIndex || truth(spec['unique']),
    sparse: truth(spec['sparse']),
    document,
    ...(partialFilter && { partialFilter }),
    ...(expireAfterSeconds !== undefined && { expireAfterSeconds }),
  };
}

/** Whether two indexes are the same but for their names and expiry: key, unique, sparse and partial filter. */
export function sameSignature(a: IndexSpec, b: IndexSpec): boolean {
  return signature(a) === signature(b);
}

function signature(spec: IndexSpec): string {
  const key = spec.fields.map(({ path, direction }) => [path, direction]);
  const partial = spec.partialFilter ? Buffer.from(encode(spec.partialFilter)).toString('base64') : '';
  return JSON.stringify([key, spec.unique, spec.sparse, partial]);
}

function checkOptions(spec: Doc): void {
  for (const option of Object.keys(spec).map(fieldName)) {
    if (REFUSED.includes(option)) throw cannotCreate(`The index option '${option}' is not supported`);
    if (!(OPTIONS as readonly string[]).includes(option) && !IGNORED.includes(option)) {
      const message = `The field '${option}' is not valid for an index specification`;
      throw new MongoServerFault(197, 'InvalidIndexSpecificationOption', message);
    }
  }
  if (isDoc(spec['collation']) && spec['collation']['locale'] !== 'simple') {
    throw cannotCreate('Indexes with a collation are not supported');
  }
  if (truth(spec['hidden'])) throw cannotCreate('Hidden indexes are not supported');
}

function readFields(key: Doc): IndexField[] {
  const fields = Object.entries(key).map(([stored, kind]) => readField(fieldName(stored), kind));
  if (fields.length === 0) throw cannotCreate('Index keys cannot be an empty object');
  if (fields.length > MAX_FIELDS) throw cannotCreate(`An index has at most ${MAX_FIELDS} fields`);
  return fields;
}

function readField(path: string, kind: unknown): IndexField {
  if (typeof kind === 'string') throw cannotCreate(`Index type '${kind}' is not supported`);
  const order = isNumber(kind) ? toNumber(kind) : NaN;
  if (!order) throw cannotCreate(`Values in the index key pattern are numbers other than 0, not for '${path}'`);
  const names = path.split('.');
  if (path.includes('$') || names.includes('')) throw cannotCreate(`'${path}' cannot be the path of an index`);
  if (names.some(isArrayIndex)) throw cannotCreate(`Paths with positions in arrays are not supported: '${path}'`);
  return { path, parts: names.map(storedName), direction: order > 0 ? 1 : -1 };
}

function readPartialFilter(spec: Doc): Doc | undefined {
  const filter = spec['partialFilterExpression'];
  if (filter === undefined) return undefined;
  if (!isDoc(filter)) throw cannotCreate("'partialFilterExpression' is a document");
  if (truth(spec['sparse'])) throw cannotCreate("cannot mix 'partialFilterExpression' and 'sparse' options");
  checkPartialOperators(filter);
  return filter;
}

function checkPartialOperators(filter: unknown): void {
  if (Array.isArray(filter)) return filter.forEach(checkPartialOperators);
  if (!isDoc(filter)) return;
  for (const [name, value] of Object.entries(filter)) {
    const refused = name.startsWith('$') && !PARTIAL_OPERATORS.includes(name);
    if (refused || (name === '$exists' && !truth(value))) {
      throw cannotCreate(`Expression not supported in partial index: ${name}`);
    }
    checkPartialOperators(value);
  }
}

function readExpiry(spec: Doc, fields: readonly IndexField[]): number | undefined {
  const expiry = spec['expireAfterSeconds'];
  if (expiry === undefined) return undefined;
  if (!isNumber(expiry)) throw cannotCreate("TTL index 'expireAfterSeconds' option must be numeric");
  const seconds = toNumber(expiry);
  if (!(seconds >= 0 && seconds <= MAX_EXPIRE_SECONDS)) {
    throw cannotCreate("TTL index 'expireAfterSeconds' option must be within 0 and 2147483647");
  }
  if (fields.length > 1) throw cannotCreate('TTL indexes are single-field indexes');
  if (fields[0]?.path === '_id') throw fault('InvalidOptions', 'The _id field cannot have a TTL index');
  return seconds;
}

const defaultName = (fields: readonly IndexField[]): string =>
  fields.map(({ path, direction }) => `${path}_${direction}`).join('_');

const truth = (value: unknown): boolean => (isNumber(value) ? toNumber(value) !== 0 : value === true);

const cannotCreate = (message: string): MongoServerFault => fault('CannotCreateIndex', message);
