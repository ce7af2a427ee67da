import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(?:Z|[+-](\d\d):(\d\d))$/i;
const WORDS = 'must be a time with its offset, such as 2099-03-01T19:30:00+01:00 (RFC 3339)';

/** From the first moment of the year 0000 to the last of 9999, in UTC: what the same form can write again. */
const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The one place that reads a time of a request: date, time with seconds, and an offset, as RFC 3339 writes them. Nothing
 * is guessed: without an offset it would be another moment on every server. Leap seconds are refused, since no clock
 * here can show them; what is finer than a millisecond is cut off.
 * @returns undefined for what is no such time
 */
export function readInstant(text: string): Date | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const offset = (match[8] ?? '00') <= '23' && (match[9] ?? '00') <= '59';
  if (!offset || hour > 23 || minute > 59 || second > 59 || day < 1 || day > daysIn(year, month)) return undefined;
  const milliseconds = (match[7] ?? '').slice(0, 3).padEnd(3, '0');
  const zone = /(?:Z|[+-]\d\d:\d\d)$/i.exec(text)?.[0] ?? 'Z';
  const time = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}.${milliseconds}${zone.toUpperCase()}`);
  return time >= FIRST && time <= LAST ? new Date(time) : undefined;
}

/** Days of a month (1 to 12); 0 for what is no month. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month < 1 || month > 12 ? 0 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A moment in a body or a query; reading makes it a Date. */
export function Instant(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? (readInstant(value) ?? value) : value)),
    ValidateBy({
      name: 'instant',
      validator: { validate: (value) => value instanceof Date, defaultMessage: () => WORDS },
    }),
    ApiProperty({ type: String, format: 'date-time' }),
  );
}
