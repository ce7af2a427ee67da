/**
 * A BSON document in memory: a plain object whose own keys stand in the document's field order.
 *
 * JavaScript moves integer-like keys to the front of an object, gives `__proto__` a meaning of its own and finds
 * `constructor` or `toString` on every object. A field with such a name is therefore kept under a stored name that
 * starts with U+0000, which no BSON field name can contain: the order survives, every read is a plain property read,
 * and no field of a client's document can pass for one of the driver's value classes (`_bsontype`).
 *
 * Names that a program knows (`doc['_id']`, `command['filter']`) are stored as they are. Names that come from a client
 * go through `storedName` on the way in and `fieldName` on the way out, or through `getField` and `setField`.
 */
export type Doc = { [key: string]: unknown };

const ESCAPE = '\u0000';
const RESERVED: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), '_bsontype']);
const ARRAY_INDEX = /^(?:0|[1-9]\d*)$/;
const DIGIT_0 = 48;
const DIGIT_9 = 57;

/** Whether a field name is an array index as MongoDB writes it in a path: `0`, `17`, but not `01` or `-1`. */
export function isArrayIndex(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= DIGIT_0 && first <= DIGIT_9 && ARRAY_INDEX.test(name);
}

/** The key under which a field of this name stands in a `Doc`. */
export function storedName(name: string): string {
  return isArrayIndex(name) || RESERVED.has(name) ? ESCAPE + name : name;
}

/** The field name that a key of a `Doc` stands for. */
export function fieldName(stored: string): string {
  return stored.charCodeAt(0) === 0 ? stored.slice(1) : stored;
}

/** The names of a document's fields, in order. */
export function fieldNames(doc: Doc): string[] {
  return Object.keys(doc).map(fieldName);
}

/** A field's value, `undefined` when the document has no such field. */
export function getField(doc: Doc, name: string): unknown {
  return doc[storedName(name)];
}

/** Sets a field in place; a new field goes to the end. */
export function setField(doc: Doc, name: string, value: unknown): void {
  doc[storedName(name)] = value;
}

/** A document with these fields in this order, whatever their names. */
export function docOf(fields: Iterable<readonly [string, unknown]>): Doc {
  const doc: Doc = {};
  for (const [name, value] of fields) setField(doc, name, value);
  return doc;
}
