import { parse } from 'csv-parse/sync';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

/** What spreadsheets take for the beginning of a formula. */
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)'];

describe('the sales of a show as a table', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ totalSeats: 6, title: 'Hamlet, „zwei“; "drei"', timeZone: 'Europe/Berlin' });
  });

  const buyer = async (name: string): Promise<SignedInUser> => {
    const { body } = await api.post('/api/auth/guest', { body: { name, email: 'ada@example.org' } });
    return { userId: body.userId, token: body.token } as SignedInUser;
  };
  const file = (query: string) => {
    const headers = { authorization: `Bearer ${admin.token}` };
    return api.app.inject({ method: 'GET', url: `/api/admin/shows/${show.id}/sales.csv${query}`, headers });
  };
  const table = async (rows: string) =>
    parse((await file(`?rows=${rows}`)).body, { columns: true, bom: true }) as Record<string, string>[];
  const sell = async (name: string, ...places: number[]) => {
    const seatIds = places.map((place) => show.seatIds[place] as string);
    const who = await buyer(name);
    const { bookingId, code } = (await api.book(who, show, { seatIds })).body;
    return {
      bookingId,
      code,
      giveBack: (at: number[]) =>
        api.post(`/api/bookings/${bookingId}/cancel`, {
          token: who.token,
          body: { seatIds: at.map((i) => show.seatIds[i]) },
        }),
    };
  };

  it('has a row for each seat, also those that were given back, with the venue’s time', async () => {
    const { code, giveBack } = await sell('Ada, "the first" Lovelace', 0, 1);
    await giveBack([1]);
    const rows = await table('seats');
    expect(rows.map(({ booking, state, seat, customer, email }) => [booking, state, seat, customer, email])).toEqual([
      [code, 'sold', 'Row A, seat 1', 'Ada, "the first" Lovelace', 'ada@example.org'],
      [code, 'returned', 'Row A, seat 2', 'Ada, "the first" Lovelace', 'ada@example.org'],
    ]);
    expect(rows[0]?.['booked_at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
    expect(Date.parse(rows[0]?.['booked_at'] ?? '')).toBeGreaterThan(Date.now() - 600_000);
  });

  it('has a row for each booking, latest first, with its sums', async () => {
    await sell('Ada', 0, 1);
    const { giveBack } = await sell('Grace', 2, 3);
    await giveBack([2, 3]);
    expect(await table('bookings')).toMatchObject([
      { customer: 'Grace', state: 'cancelled', seats: '0', total: '', currency: '' },
      { customer: 'Ada', state: 'sold', seats: '2', seat_names: 'Row A, seat 1; Row A, seat 2' },
    ]);
  });

  it.each(FORMULAS)('has nothing that a spreadsheet takes for a formula: %s', async (name) => {
    await sell(name, 0);
    for (const rows of ['seats', 'bookings']) {
      const [row] = await table(rows);
      expect(row?.['customer']).toBe(`'${name}`);
    }
  });

  it('is saved under the title of the show, and begins as spreadsheets need it to read UTF-8', async () => {
    const { headers, body, statusCode } = await file('?rows=seats');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''Hamlet%2C%20%E2%80%9Ezwei%E2%80%9C`);
    expect(body.startsWith('\ufeffbooking,state,seat')).toBe(true);
  });

  it.each([
    ['no table', '', 400, 'validation-failed'],
    ['another table', '?rows=all', 400, 'validation-failed'],
  ])('is refused for %s', async (_, query, status, code) => {
    const reply = await api.get(`/api/admin/shows/${show.id}/sales.csv${query}`, { token: admin.token });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it('is for staff alone', async () => {
    const reply = await api.get(`/api/admin/shows/${show.id}/sales.csv?rows=seats`, {
      token: (await buyer('Eve')).token,
    });
    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
  });
});
