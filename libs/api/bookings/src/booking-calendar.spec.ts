import { ShowService } from '@modex/api-shows';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/bookings';

const START = new Date('2027-03-28T18:30:00.000Z');

describe('the calendar file of a booking', () => {
  let api: TestApi;
  let guest: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    guest = await api.guest();
  });
  afterAll(() => api?.close());

  /** Books a seat of such a show; reads its calendar file by lines, as a calendar unfolds them. */
  async function calendarOf(show: {
    readonly title?: string;
    readonly venue?: string | null;
    readonly durationMinutes?: number;
  }) {
    const on = await api.show({ startTime: START, ...show });
    const { bookingId, code } = (await api.book(guest, on, { seatIds: on.seatIds.slice(6, 8) })).body;
    return { bookingId, code, ...(await read(bookingId)) };
  }
  async function read(bookingId: string) {
    const headers = { authorization: `Bearer ${guest.token}` };
    const reply = await api.app.inject({ url: `/api/bookings/${bookingId}/calendar`, headers });
    const raw = reply.body;
    return { reply, raw, lines: raw.replaceAll('\r\n ', '').split('\r\n') };
  }

  it('is a file with the show in UTC, its end, the seats, and the code', async () => {
    const { reply, lines, bookingId, code } = await calendarOf({ title: 'Ondine', venue: 'Kursaal' });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(reply.headers['content-disposition']).toBe(`attachment; filename="modex-${code}.ics"`);
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        `UID:${bookingId}@modex`,
        'DTSTART:20270328T183000Z',
        'DTEND:20270328T203000Z',
        'SUMMARY:Ondine',
        'LOCATION:Kursaal',
        `DESCRIPTION:Row A\\, seat 7\\nRow A\\, seat 8\\nBooking code ${code}`,
        'STATUS:CONFIRMED',
        'SEQUENCE:0',
      ]),
    );
    expect(lines.filter((line) => /^(DTSTAMP|PRODID):/.test(line))).toHaveLength(2);
  });

  it.each([
    ['a\rb\u000bc\u0000d', 'a\\nb\\ncd'],
    ['a\r\nBEGIN:VEVENT\nb', 'a\\nBEGIN:VEVENT\\nb'],
    ['one\u2028two\u0085three\u000cfour\u0007\u001b\u007f', 'one\\ntwo\\nthree\\nfour'],
    ['back\\slash; semi, comma: "quoted"', 'back\\\\slash\\; semi\\, comma: "quoted"'],
    ['Ä'.repeat(120), 'Ä'.repeat(120)],
    ['\u{1F3AD}'.repeat(60), '\u{1F3AD}'.repeat(60)],
  ])('escapes the title and venue %j, folds at 75 octets, and has no control character', async (text, escaped) => {
    const on = await api.show({ startTime: START });
    // As an earlier version may have stored it.
    await api.stored('shows').updateOne({ _id: api.objectId(on.id) }, { $set: { title: text, venue: text } });
    const { bookingId } = (await api.book(guest, on, { seatIds: on.seatIds.slice(0, 1) })).body;
    const { raw, lines } = await read(bookingId);
    expect(lines).toEqual(expect.arrayContaining([`SUMMARY:${escaped}`, `LOCATION:${escaped}`]));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('ends when the organiser says that the show does', async () => {
    const { lines } = await calendarOf({ durationMinutes: 95 });
    expect(lines).toContain('DTEND:20270328T200500Z');
  });

  it('leaves out a venue that nobody knows', async () => {
    expect((await calendarOf({ venue: null })).raw).not.toContain('LOCATION');
  });

  it('of a cancelled booking takes the same event back, as a later version', async () => {
    const { bookingId } = await calendarOf({});
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: guest.token });
    const { lines } = await read(bookingId);
    expect(lines).toEqual(expect.arrayContaining([`UID:${bookingId}@modex`, 'STATUS:CANCELLED', 'SEQUENCE:1']));
  });

  it('of a show that was edited is a later version of the same event', async () => {
    const { bookingId, lines: before } = await calendarOf({ title: 'Ondine' });
    const stored = await api.stored('bookings').findOne({ _id: api.objectId(bookingId) });
    const edit = { version: 0, fields: { title: 'Undine' }, by: guest.userId };
    await api.find(ShowService).edit(String(stored?.['show_id']), edit);
    const { lines } = await read(bookingId);
    expect(before).toContain('SEQUENCE:0');
    expect(lines).toEqual(expect.arrayContaining([`UID:${bookingId}@modex`, 'SUMMARY:Undine', 'SEQUENCE:1']));
  });

  it("of another customer's booking is as unknown as the booking", async () => {
    const { bookingId } = await calendarOf({});
    const eve = await api.guest();
    const { status, body } = await api.get(`/api/bookings/${bookingId}/calendar`, { token: eve.token });
    expect([status, body.code]).toEqual([404, 'unknown-booking']);
  });
});
