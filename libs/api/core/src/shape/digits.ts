import { Transform } from 'class-transformer';

/** A whole number in a query, where everything is text: only digits. The field's other rules check its value. */
export function Digits(): PropertyDecorator {
  return Transform(({ value }) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value));
}
