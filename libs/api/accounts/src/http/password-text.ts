import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isTooLong, LIMITS, PASSWORD_WORDS, passwordFault, PasswordOwner } from '@modex/domain';
import { ValidateBy, ValidationArguments } from 'class-validator';

const NO_TEXT = 'must be text';

/** An existing password, at sign-in: anything that may be one. */
export function Password(): PropertyDecorator {
  return check(1, (typed) => {
    if (typed === '') return 'must not be empty';
    return isTooLong(typed) ? PASSWORD_WORDS.long : undefined;
  });
}

/** A new password. The list of common ones is checked later, since that takes longer. */
export function NewPassword(): PropertyDecorator {
  return check(LIMITS.passwordMin, (typed, owner) => {
    const fault = passwordFault(typed, owner);
    return fault === undefined ? undefined : PASSWORD_WORDS[fault];
  });
}

type Complaint = (typed: string, owner: PasswordOwner) => string | undefined;

function check(minLength: number, complaintOf: Complaint): PropertyDecorator {
  const complain = (value: unknown, about: ValidationArguments | undefined): string | undefined =>
    typeof value === 'string' ? complaintOf(value, ownerOf(about?.object)) : NO_TEXT;
  return applyDecorators(
    ApiProperty({ format: 'password', minLength, maxLength: LIMITS.passwordMax }),
    ValidateBy({
      name: 'isPassword',
      validator: {
        validate: (value, about) => complain(value, about) === undefined,
        defaultMessage: (about) => complain(about?.value, about) ?? NO_TEXT,
      },
    }),
  );
}

/** Name and e-mail that stand beside the password, as far as they are text. */
function ownerOf(body: object | undefined): PasswordOwner {
  const text = (field: string): string => {
    const value: unknown = Reflect.get(body ?? {}, field);
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name'), email: text('email') };
}
