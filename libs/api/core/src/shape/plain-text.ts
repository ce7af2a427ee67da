import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { cleanText, TextKind, textFault, TEXTS } from '@modex/domain';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

/** A text that people wrote: cleaned as it is read, refused when nobody could read it. @param kind what it may be */
export function PlainText(kind: TextKind): PropertyDecorator {
  const { min, max } = TEXTS[kind];
  const faultOf = (value: unknown): string | undefined =>
    typeof value === 'string' ? textFault(kind, value) : 'must be a text';
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? cleanText(kind, value) : value)),
    ValidateBy({
      name: 'plainText',
      validator: {
        validate: (value) => faultOf(value) === undefined,
        defaultMessage: (args) => faultOf(args?.value) ?? 'is not a text',
      },
    }),
    ApiProperty({ ...(min > 0 && { minLength: min }), maxLength: max }),
  );
}
