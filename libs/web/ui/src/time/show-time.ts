import { Pipe, PipeTransform } from '@angular/core';
import { LOCALE } from '../text/locale';
import { serverClock } from './server-clock';
import { instantToWallTime } from './wall-time';
import { knownZone, visitorZone, zoneName } from './zone';

/** The ways in which a time is written. */
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

/** When a show starts, and in which zone its venue is. */
export interface ShowTime {
  /** RFC 3339. */
  readonly startTime: string;
  /** By its name in the IANA database. */
  readonly timeZone: string;
}

/**
 * A moment that concerns only the reader, such as the time of a booking, in the browser's time zone: "Saturday 12 December
 * 2026 at 19:30" and shorter forms; empty for an invalid time. The short form has the year when it is not this year.
 * @param iso RFC 3339
 */
export function writeTime(iso: string, style: TimeStyle = 'long', timeZone = visitorZone()): string {
  const when = new Date(iso);
  if (Number.isNaN(when.getTime())) return '';
  const year = style === 'short' && otherYear({ startTime: iso, timeZone }) !== '' ? { year: 'numeric' as const } : {};
  const format = { ...FORMATS[style], ...year, hourCycle: 'h23' as const, timeZone: knownZone(timeZone) };
  return new Intl.DateTimeFormat(LOCALE, format).format(when);
}

/**
 * When a show starts, by the clocks of its venue, wherever it is read. If the browser's time zone has another time at that
 * moment, the venue's zone is named: "Saturday 12 December 2026 at 19:30 (Central European Time)".
 */
export function writeShowTime(show: ShowTime, style: TimeStyle = 'long'): string {
  const written = writeTime(show.startTime, style, show.timeZone);
  const hasTime = FORMATS[style].hour !== undefined;
  return written !== '' && hasTime && isElsewhere(show)
    ? `${written} (${zoneName(show.startTime, show.timeZone)})`
    : written;
}

/** The year of the show by the clocks of its venue, when it is not this year; else empty. */
export function otherYear({ startTime, timeZone }: ShowTime): string {
  const year = instantToWallTime(startTime, timeZone).slice(0, 4);
  return year === instantToWallTime(new Date(serverClock.now()).toISOString(), timeZone).slice(0, 4) ? '' : year;
}

/** Whether the browser's time zone has another time at that moment than the venue's. */
export function isElsewhere({ startTime, timeZone }: ShowTime): boolean {
  return instantToWallTime(startTime, timeZone) !== instantToWallTime(startTime, visitorZone());
}

/** `{{ booking.createdAt | mxTime: 'long' }}`: a moment in the browser's time zone. */
@Pipe({ name: 'mxTime' })
export class TimePipe implements PipeTransform {
  transform(iso: string, style: TimeStyle = 'long'): string {
    return writeTime(iso, style);
  }
}

/** `{{ show | mxShowTime: 'long' }}`: the start of a show by the clocks of its venue. */
@Pipe({ name: 'mxShowTime' })
export class ShowTimePipe implements PipeTransform {
  transform(show: ShowTime, style: TimeStyle = 'long'): string {
    return writeShowTime(show, style);
  }
}
