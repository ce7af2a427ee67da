import { Show } from '@modex/domain';

/** How mails write times and amounts: in British English, as the site does. */
export const LOCALE = 'en-GB';

/** When a show starts, by the clocks of its venue: "Saturday, 12 December 2026 at 19:30 (Central European Time)". */
export function showTime({ startTime, timeZone }: Pick<Show, 'startTime' | 'timeZone'>): string {
  const written = new Intl.DateTimeFormat(LOCALE, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone },
  }).format(startTime);
  return `${written} (${zoneName(startTime, timeZone)})`;
}

/** The name for the whole year, where there is one. */
function zoneName(at: Date, timeZone: string): string {
  const general = nameIn(at, timeZone, 'longGeneric');
  return general === '' || general.startsWith('GMT') ? nameIn(at, timeZone, 'long') : general;
}

function nameIn(at: Date, timeZone: string, timeZoneName: 'long' | 'longGeneric'): string {
  const parts = new Intl.DateTimeFormat(LOCALE, { timeZone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
