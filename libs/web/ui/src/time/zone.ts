import { LOCALE } from '../text/locale';

/** The time zone of the browser. */
export function visitorZone(): string {
  return new Intl.DateTimeFormat(LOCALE).resolvedOptions().timeZone;
}

/** The zone if this browser knows it, otherwise UTC: a time that is right, and whose zone is named. */
export function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat(LOCALE, { timeZone }).resolvedOptions().timeZone;
  } catch (error) {
    // The only way to find out whether a zone is known is to use it.
    if (error instanceof RangeError) return 'UTC';
    throw error;
  }
}

/** "Central European Time"; `exact` tells summer from winter: "Central European Summer Time". */
export function zoneName(iso: string, timeZone: string, exact: 'exact' | 'all year' = 'all year'): string {
  const general = exact === 'all year' ? nameIn(iso, timeZone, 'longGeneric') : '';
  return general === '' || general.startsWith('GMT') ? nameIn(iso, timeZone, 'long') : general;
}

function nameIn(iso: string, timeZone: string, timeZoneName: 'long' | 'longGeneric'): string {
  const format = new Intl.DateTimeFormat(LOCALE, { timeZone: knownZone(timeZone), timeZoneName });
  return format.formatToParts(new Date(iso)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
