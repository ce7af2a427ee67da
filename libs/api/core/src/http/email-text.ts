import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { LIMITS, readEmail } from '@modex/domain';
import { Transform } from 'class-transformer';
import { isEmail, ValidateBy } from 'class-validator';

const WORDS = 'must be an e-mail address, such as ada@example.org';

/** A field with an e-mail address, read by the one rule; an invalid one stays as it is, for the shape check to refuse. */
export function EmailText(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? (readEmail(value)?.text ?? value) : value)),
    emailCheck((typed) => readEmail(typed) !== undefined),
  );
}

/**
 * A field with an e-mail address for a look-up: it stays as it was typed, since an old account may have a spelling that no
 * new account could have.
 */
export function KnownEmail(): PropertyDecorator {
  return emailCheck((typed) => readEmail(typed) !== undefined || isEmail(typed.trim()));
}

function emailCheck(reads: (typed: string) => boolean): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    typeof value === 'string' && value.length <= 2 * LIMITS.email && reads(value);
  return applyDecorators(
    ApiProperty({ format: 'email', maxLength: LIMITS.email }),
    ValidateBy({ name: 'isEmailAddress', validator: { validate, defaultMessage: () => WORDS } }),
  );
}
