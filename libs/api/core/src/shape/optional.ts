import { ValidateIf } from 'class-validator';

/** The field may be left out. null is not left out: it is a value, and the field's other rules refuse it. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** The field may be left out, but only together with the other one. */
export function OptionalWith(other: string): PropertyDecorator {
  return ValidateIf(
    (body: Readonly<Record<string, unknown>>, value) => value !== undefined || body[other] !== undefined,
  );
}

/** null is a value that the field may have, and one that says something ("none", not "unchanged"). */
export function Nullable(): PropertyDecorator {
  return ValidateIf((_, value) => value !== null);
}
