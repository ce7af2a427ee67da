/** A moment as its venue writes it, with the offset: `2027-03-01T19:30:00+01:00`. */
export function zonedTime(moment: Date, timeZone: string): string {
  const parts = partsOf(moment, {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  });
  const offset = parts('timeZoneName').replace('GMT', '') || '+00:00';
  const day = `${parts('year').padStart(4, '0')}-${parts('month')}-${parts('day')}`;
  return `${day}T${parts('hour')}:${parts('minute')}:${parts('second')}${offset}`;
}

/** A moment in words, in the zone of the venue: `Mon 1 Mar 2027, 19:30`. */
export function zonedDay(moment: Date, timeZone: string): string {
  const parts = partsOf(moment, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = [parts('weekday'), parts('day'), parts('month'), parts('year')].join(' ');
  return `${day}, ${parts('hour')}:${parts('minute')}`;
}

function partsOf(moment: Date, options: Intl.DateTimeFormatOptions): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = new Intl.DateTimeFormat('en-GB', options).formatToParts(moment);
  return (wanted) => parts.find(({ type }) => type === wanted)?.value ?? '';
}
