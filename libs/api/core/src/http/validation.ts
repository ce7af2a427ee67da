import { Injectable, PipeTransform, Type } from '@nestjs/common';
import { DomainError, ErrorCode, FieldError } from '@modex/domain';

/** The refusal of a request with bad fields. */
export function invalid(fields: readonly FieldError[]): DomainError {
  const named = fields.map(({ field, message }) => `${field}: ${message}`).slice(0, 5);
  return new DomainError('validation-failed', named.join('; '), { fields: fields.slice(0, 50) });
}

/**
 * A path parameter that must be an id. What is not an id names nothing, so the answer is that of a missing one.
 * @param code the 404 of the thing that the id stands for
 */
export function IdPipe(code: ErrorCode): Type<PipeTransform<string, string>> {
  @Injectable()
  class Pipe implements PipeTransform<string, string> {
    transform(value: string): string {
      if (!/^[0-9a-f]{24}$/i.test(value)) throw unknownThing(code);
      return value.toLowerCase();
    }
  }
  return Pipe;
}

/** The same answer for a thing that does not exist, is not visible, or whose id is no id. */
export function unknownThing(code: ErrorCode): DomainError {
  const words: Partial<Record<ErrorCode, string>> = {
    'unknown-show': 'There is no show with this id; it may have been taken down.',
    'unknown-booking': 'There is no booking of yours with this id.',
    'unknown-user': 'There is no customer with this id.',
    'unknown-plan': 'There is no plan with this id, or no such version of it.',
    'unknown-ticket': 'This is no ticket of this organiser, or its booking is gone.',
    'unknown-mail': 'There is no mail with this id.',
    'unknown-session': 'There is no session of yours with this id; it may have ended.',
  };
  return new DomainError(code, words[code] ?? 'There is nothing with this id.');
}
