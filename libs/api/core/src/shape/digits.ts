import { Transform } from 'class-transformer';

/** A whole number of a query, where everything is text: digits alone. Whether it is right say the field's other rules. */
export function Digits(): PropertyDecorator {
  return Transform(({ value }) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value));
}
