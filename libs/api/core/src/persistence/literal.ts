import { Types } from 'mongoose';

/** The fields of a document as a `$set` stage: what is given is stored as it is, also strings that begin with `$`. */
export function literals(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, isPlain(value) ? value : { $literal: value }]),
  );
}

/** Whether a pipeline reads the value as itself, so that it needs no `$literal`, which costs the database time. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !value.startsWith('$');
  if (Array.isArray(value)) return value.every(isPlain);
  return typeof value === 'boolean' || value instanceof Types.ObjectId || value instanceof Date;
}

/** The same fields, each of which stays as it is where the condition (an expression) does not hold. */
export function onlyIf(condition: unknown, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const set = Object.entries(fields).map(([field, value]) => [field, { $cond: [condition, value, `$${field}`] }]);
  return Object.fromEntries(set);
}

const IS_NEW = { $eq: [{ $ifNull: ['$created_at', null] }, null] };

/**
 * A stage for an upsert that uses the database's time: it creates the document and leaves an existing one as it is,
 * since a driver may send it twice and the second must not reset what has happened meanwhile.
 * @param fields expressions by field, `created_at` among them
 */
export function whenNew(fields: Readonly<Record<string, unknown>>): { $replaceWith: object } {
  return { $replaceWith: { $cond: [IS_NEW, { $mergeObjects: ['$$ROOT', fields] }, '$$ROOT'] } };
}
