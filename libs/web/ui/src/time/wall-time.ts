import { knownZone } from './zone';

/** What the clocks on a wall of a place show, as `datetime-local` writes it: "2026-12-12T19:30". */
export type WallTime = string;

/** The moment of a wall time. In many places the clocks skip an hour once a year and show another one twice. */
export type WallMoment =
  | { readonly kind: 'once'; readonly instant: string }
  /** The clocks skip this time; `after` is later by as much as they skip. */
  | { readonly kind: 'skipped'; readonly after: string }
  | { readonly kind: 'twice'; readonly earlier: string; readonly later: string };

/** What the clocks of the zone show at a moment. `iso`: RFC 3339. */
export function instantToWallTime(iso: string, timeZone: string): WallTime {
  const parts = wallClock(timeZone).formatToParts(new Date(iso));
  const part = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The moment, or the two, at which the clocks of the zone show the wall time, as RFC 3339 in UTC.
 * @returns undefined for what is no wall time
 */
export async function wallTimeToInstant(wall: WallTime, timeZone: string): Promise<WallMoment | undefined> {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(wall) || Number.isNaN(Date.parse(`${wall}Z`))) return undefined;
  const { Temporal } = await import('temporal-polyfill');
  const shown = Temporal.PlainDateTime.from(wall);
  const zone = knownZone(timeZone);
  const earlier = shown.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = shown.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.equals(later)) return { kind: 'once', instant: written(earlier.epochMilliseconds) };
  if (!later.toPlainDateTime().equals(shown)) return { kind: 'skipped', after: written(later.epochMilliseconds) };
  return { kind: 'twice', earlier: written(earlier.epochMilliseconds), later: written(later.epochMilliseconds) };
}

function written(time: number): string {
  return new Date(time).toISOString();
}

function wallClock(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit';
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: knownZone(timeZone) });
}
