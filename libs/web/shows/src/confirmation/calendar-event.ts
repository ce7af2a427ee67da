/** What a calendar needs to know. Times are ISO 8601 in UTC. */
export interface CalendarEvent {
  readonly bookingId: string;
  readonly bookedAt: string;
  readonly startTime: string;
  readonly title: string;
  readonly venue: string | null;
  readonly note: string;
}

const MAX_OCTETS = 75;

/** The event as an iCalendar document (RFC 5545). It has no end: nobody has said how long the show takes. */
export function writeCalendar(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Modex//Booking//EN',
    'BEGIN:VEVENT',
    `UID:${event.bookingId}@modex`,
    `DTSTAMP:${stamp(event.bookedAt)}`,
    `DTSTART:${stamp(event.startTime)}`,
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.venue ? [`LOCATION:${escapeText(event.venue)}`] : []),
    `DESCRIPTION:${escapeText(event.note)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.flatMap(fold).join('\r\n') + '\r\n';
}

function stamp(iso: string): string {
  return new Date(iso).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** No line may be longer than 75 octets; the rest goes on after a space (section 3.1). */
function fold(line: string): string[] {
  const octets = new TextEncoder();
  const folded: string[] = [];
  let part = '';
  for (const letter of line) {
    if (octets.encode(part + letter).length > MAX_OCTETS) {
      folded.push(part);
      part = ' ';
    }
    part += letter;
  }
  return [...folded, part];
}
