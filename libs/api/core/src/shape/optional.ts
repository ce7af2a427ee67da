import { ValidateIf } from 'class-validator';

/** The field may be left out. null is not left out: it is a value, and the field's other rules refuse it. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** null is a value that the field may have, and one that says something ("none", not "unchanged"). */
export function Nullable(): PropertyDecorator {
  return ValidateIf((_, value) => value !== null);
}
