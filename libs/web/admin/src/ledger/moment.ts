import { LOCALE } from '@modex/web-ui';

const WRITTEN = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });

/** "22 Nov 2026, 16:53:10": with seconds, as the order of events can lie in them. `iso`: ISO 8601. */
export function writeMoment(iso: string): string {
  return WRITTEN.format(new Date(iso));
}

/** A moment as a `datetime-local` input with seconds writes it, in the admin's own time zone: "2026-12-12T19:30:05". */
export function secondsInput(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19);
}
