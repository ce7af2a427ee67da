/** The visitor's time zone at a moment: "Europe/Berlin, GMT+1". The offset depends on the season of the moment. */
export function zoneAt(moment: Date): string {
  const name = new Intl.DateTimeFormat('en-GB').resolvedOptions().timeZone;
  const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'shortOffset' }).formatToParts(moment);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return offset && offset !== name ? `${name}, ${offset}` : name;
}

/** A moment as a `datetime-local` input writes it, in the visitor's own time: "2026-12-12T19:30". */
export function localInput(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
