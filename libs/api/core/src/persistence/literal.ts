/** The fields of a document as a `$set` stage: strings that begin with `$` stay strings. */
export function literals(fields: Readonly<Record<string, unknown>>): Record<string, { $literal: unknown }> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, { $literal: value }]),
  );
}

/** The same fields, each of which stays as it is where the condition (an expression) does not hold. */
export function onlyIf(condition: unknown, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const set = Object.entries(fields).map(([field, value]) => [field, { $cond: [condition, value, `$${field}`] }]);
  return Object.fromEntries(set);
}

const IS_NEW = { $eq: [{ $ifNull: ['$created_at', null] }, null] };

/**
 * A `$set` stage for an upsert that uses the database's time: it creates the document and leaves an existing one as it is,
 * since a driver may send it twice and the second must not reset what has happened meanwhile.
 * @param fields expressions by field, `created_at` among them
 */
export function whenNew(fields: Readonly<Record<string, unknown>>): { $set: Record<string, unknown> } {
  return { $set: onlyIf(IS_NEW, fields) };
}
