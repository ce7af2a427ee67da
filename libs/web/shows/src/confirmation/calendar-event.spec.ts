import { CalendarEvent, writeCalendar } from './calendar-event';

const EVENT: CalendarEvent = {
  bookingId: 'b1',
  bookedAt: '2026-11-22T12:00:00.000Z',
  startTime: '2026-12-12T19:30:00.000Z',
  title: 'Ondine; or, the Water',
  venue: 'Kursaal, Hall 1',
  note: 'Row A, seat 1',
};

describe('writeCalendar', () => {
  it('writes the start in UTC and no end', () => {
    const lines = writeCalendar(EVENT).split('\r\n');
    expect(lines).toContain('DTSTART:20261212T193000Z');
    expect(lines).toContain('DTSTAMP:20261122T120000Z');
    expect(lines.some((line) => line.startsWith('DTEND'))).toBe(false);
  });

  it('escapes commas, semicolons and line breaks', () => {
    const text = writeCalendar({ ...EVENT, note: 'one\ntwo' });
    expect(text).toContain('SUMMARY:Ondine\\; or\\, the Water');
    expect(text).toContain('LOCATION:Kursaal\\, Hall 1');
    expect(text).toContain('DESCRIPTION:one\\ntwo');
  });

  it('folds lines at 75 octets without breaking a letter, and unfolds to the same', () => {
    const title = 'Ä'.repeat(120);
    const text = writeCalendar({ ...EVENT, title });
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  });

  it('leaves out a venue that nobody knows', () => {
    expect(writeCalendar({ ...EVENT, venue: null })).not.toContain('LOCATION');
  });
});
