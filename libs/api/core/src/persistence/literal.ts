/** The fields of a document as a `$set` stage: strings that begin with `$` stay strings. */
export function literals(fields: Readonly<Record<string, unknown>>): Record<string, { $literal: unknown }> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, { $literal: value }]),
  );
}
