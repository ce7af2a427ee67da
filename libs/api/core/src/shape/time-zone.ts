import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

const WORDS = 'must be the name of a time zone, such as Europe/Berlin';

/**
 * The name of a time zone of the IANA database, in its own capitals; older names stay as they were written.
 * @returns undefined for what names no zone; a mere offset (+01:00) does not know summer time and names none
 */
export function readTimeZone(text: string): string | undefined {
  if (!/^[A-Za-z][\w+/-]{1,63}$/.test(text)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    return timeZone.toLowerCase() === text.toLowerCase() ? timeZone : text;
  } catch (error) {
    // The only way to find out whether a zone exists is to use it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The time zone of a place. */
export function TimeZone(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? (readTimeZone(value) ?? value) : value)),
    ValidateBy({
      name: 'timeZone',
      validator: {
        validate: (value) => typeof value === 'string' && readTimeZone(value) !== undefined,
        defaultMessage: () => WORDS,
      },
    }),
    ApiProperty({ maxLength: 64 }),
  );
}
