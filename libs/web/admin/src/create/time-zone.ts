import { LOCALE } from '@modex/web-ui';

/** The browser's time zone at a moment: "Europe/Berlin, GMT+1". The offset depends on the season of the moment. */
export function zoneAt(moment: Date): string {
  const name = new Intl.DateTimeFormat(LOCALE).resolvedOptions().timeZone;
  const parts = new Intl.DateTimeFormat(LOCALE, { timeZoneName: 'shortOffset' }).formatToParts(moment);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return offset && offset !== name ? `${name}, ${offset}` : name;
}
