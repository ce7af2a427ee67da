import { Type } from '@nestjs/common';
import { FieldError } from '@modex/domain';
import { plainToInstance } from 'class-transformer';
import { ValidationError, validateSync } from 'class-validator';

/** The part of a request that a shape is read from. */
export type RequestPart = 'body' | 'query';

/** What was read, or what is wrong with it. */
export type ShapeReading =
  | { readonly value: object; readonly faults: readonly [] }
  | { readonly value: undefined; readonly faults: readonly FieldError[] };

/** The shape of what a route does not take: no field at all. */
export class Nothing {}

/** Names that every object of JavaScript has: the checks by decorators would take them for fields that they know. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
const UNKNOWN = 'is not a field of this request';

/**
 * Reads a body or a query as the class whose decorators describe it. A field that the class does not have is refused by
 * its name, never dropped; nothing at all is as good as an object without fields.
 */
export function readShape(type: Type<object>, given: unknown, part: RequestPart): ShapeReading {
  const plain = given === undefined ? {} : given;
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    return refused([{ field: part, message: 'must be an object with fields' }]);
  }
  const odd = inheritedNames(plain, '');
  if (odd.length > 0) return refused(odd.map((field) => ({ field, message: UNKNOWN })));
  const value = plainToInstance(type, plain);
  const rules = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };
  const faults = validateSync(value, rules).flatMap((error) => fieldErrors(error, ''));
  return faults.length > 0 ? refused(faults) : { value, faults: [] };
}

function refused(faults: readonly FieldError[]): ShapeReading {
  return { value: undefined, faults };
}

/** The paths of fields with such a name, at any depth; how deep a body may be is decided before it is read. */
function inheritedNames(value: object, path: string): string[] {
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(INHERITED.has(name) ? [path + name] : []),
    ...(typeof inner === 'object' && inner !== null ? inheritedNames(inner, `${path}${name}.`) : []),
  ]);
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const field = parent + error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    message: rule === 'whitelistValidation' ? UNKNOWN : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, `${field}.`))];
}
