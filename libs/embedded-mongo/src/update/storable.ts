import { fault } from '../errors';
import { isDoc } from '../values';

/** A reference's own field names start with a dollar. */
const REFERENCE_NAMES = ['$ref', '$id', '$db'];

/**
 * Throws DollarPrefixedFieldName (52) for a value with a field whose name starts with a dollar: such a name is nearly
 * always an operator in the wrong place.
 */
export function checkStorable(value: unknown, path: string): void {
  if (Array.isArray(value)) value.forEach((item) => checkStorable(item, path));
  if (!isDoc(value)) return;
  for (const key of Object.keys(value)) {
    if (key.startsWith('$') && !REFERENCE_NAMES.includes(key)) {
      throw fault(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${key}' in '${path}' is not valid for storage.`,
      );
    }
    checkStorable(value[key], path);
  }
}
