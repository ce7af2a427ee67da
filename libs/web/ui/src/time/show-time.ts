import { Pipe, PipeTransform } from '@angular/core';

const LOCALE = 'en-GB';

/** The ways in which a time is written, from an ISO 8601 string, in the visitor's own time zone. */
export const TIME_STYLES = ['long', 'day', 'weekday', 'month', 'time', 'short'] as const;
export type TimeStyle = (typeof TIME_STYLES)[number];

const FORMATS: Readonly<Record<TimeStyle, Intl.DateTimeFormatOptions>> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  short: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric' },
  weekday: { weekday: 'short' },
  month: { month: 'short' },
  time: { hour: '2-digit', minute: '2-digit' },
};

/** "Saturday 12 December 2026 at 19:30" and its shorter forms; empty for what is no time. */
export function writeTime(iso: string, style: TimeStyle = 'long'): string {
  const when = new Date(iso);
  if (Number.isNaN(when.getTime())) return '';
  return new Intl.DateTimeFormat(LOCALE, { ...FORMATS[style], hourCycle: 'h23' }).format(when);
}

/** `{{ show.startTime | mxTime: 'long' }}` */
@Pipe({ name: 'mxTime' })
export class TimePipe implements PipeTransform {
  transform(iso: string, style: TimeStyle = 'long'): string {
    return writeTime(iso, style);
  }
}
