import { serverClock } from './server-clock';
import { isElsewhere, otherYear, writeShowTime, writeTime } from './show-time';
import { instantToWallTime, wallTimeToInstant } from './wall-time';
import { knownZone, visitorZone } from './zone';

/** A zone whose clocks no visitor of these tests has: 14 hours ahead. */
const FAR = 'Pacific/Kiritimati';

afterEach(() => serverClock.set(Date.now()));

describe('the time of a show', () => {
  it('is what the clocks of its venue show, and names their zone to who has another', () => {
    const show = { startTime: '2026-12-12T05:30:00Z', timeZone: FAR };
    expect(writeShowTime(show)).toMatch(/^Saturday,? 12 December 2026 at 19:30 \(Line Islands Time\)$/);
    expect(writeShowTime(show, 'time')).toBe('19:30 (Line Islands Time)');
    expect([writeShowTime(show, 'weekday'), writeShowTime(show, 'day'), writeShowTime(show, 'month')]).toEqual([
      'Sat',
      '12',
      'Dec',
    ]);
  });

  it('names no zone to who has the same time, whatever the zone is called', () => {
    const show = { startTime: '2026-12-12T05:30:00Z', timeZone: visitorZone() };
    expect(writeShowTime(show)).not.toContain('(');
    expect(isElsewhere(show)).toBe(false);
  });

  it('is told in UTC by a browser that does not know the zone', () => {
    expect(knownZone('Europe/Atlantis')).toBe('UTC');
    expect(writeTime('2026-12-12T18:30:00Z', 'time', 'Europe/Atlantis')).toBe('18:30');
  });

  it('is empty for what is no time', () => {
    expect(writeShowTime({ startTime: 'soon', timeZone: 'Europe/Berlin' })).toBe('');
  });
});

describe('the year', () => {
  const december = (year: number) => ({ startTime: `${year}-12-12T18:30:00Z`, timeZone: 'Europe/Berlin' });

  it('is told unless it is this year, by the clock of the server', () => {
    serverClock.set(Date.parse('2026-11-29T12:00:00Z'));
    expect([otherYear(december(2026)), otherYear(december(2027))]).toEqual(['', '2027']);
    serverClock.set(Date.parse('2027-11-29T12:00:00Z'));
    expect([otherYear(december(2026)), otherYear(december(2027))]).toEqual(['2026', '']);
    expect(writeTime(december(2026).startTime, 'short', 'Europe/Berlin')).toMatch(/^Sat,? 12 Dec 2026, 19:30$/);
    expect(writeTime(december(2027).startTime, 'short', 'Europe/Berlin')).toMatch(/^Sun,? 12 Dec, 19:30$/);
  });

  it('is that of the venue on the night when it changes', () => {
    serverClock.set(Date.parse('2026-12-31T20:00:00Z'));
    const startTime = '2026-12-31T12:00:00Z';
    expect(otherYear({ startTime, timeZone: FAR })).toBe('');
    expect(otherYear({ startTime: '2027-01-02T00:00:00Z', timeZone: 'America/New_York' })).toBe('2027');
  });
});

describe('a wall time', () => {
  it('is one moment on almost every day', async () => {
    expect(await wallTimeToInstant('2026-12-12T19:30', 'Europe/Berlin')).toEqual({
      kind: 'once',
      instant: '2026-12-12T18:30:00.000Z',
    });
  });

  it('that the clocks jump over is none; an hour later is offered', async () => {
    expect(await wallTimeToInstant('2027-03-28T02:30', 'Europe/Berlin')).toEqual({
      kind: 'skipped',
      after: '2027-03-28T01:30:00.000Z',
    });
  });

  it('that the clocks show twice is two moments', async () => {
    expect(await wallTimeToInstant('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      kind: 'twice',
      earlier: '2026-10-25T00:30:00.000Z',
      later: '2026-10-25T01:30:00.000Z',
    });
  });

  it.each(['', 'tomorrow', '2026-12-12', '2026-13-12T19:30', '2026-12-12T19:30Z'])('is not %j', async (wall) => {
    expect(await wallTimeToInstant(wall, 'Europe/Berlin')).toBeUndefined();
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/St_Johns', FAR, 'UTC'])(
    'of %s comes back from its moment',
    async (zone) => {
      for (let day = 0; day < 400; day += 7) {
        const instant = new Date(Date.UTC(2026, 0, 1 + day, day % 24, 15)).toISOString();
        const found = await wallTimeToInstant(instantToWallTime(instant, zone), zone);
        expect(found).toBeDefined();
        expect(Object.values(found ?? {})).toContain(instant);
      }
    },
  );
});
