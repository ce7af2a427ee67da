import { rowLabel } from '@modex/domain';
import { inDays, inShort } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';

const TITLE = 'The Moon over Theatre Street';

describe('creating a show', () => {
  let api: TestApi;
  let admin: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    await api.stored('shows').deleteMany({});
    await api.stored('seats').deleteMany({});
  });

  const startTime = inDays(30).toISOString();
  const noTime = inDays(5).toISOString();
  const create = (body: object) =>
    api.post('/api/admin/shows', { token: admin.token, body: { title: TITLE, startTime, ...body } });
  const seatsOf = async (id: string) => (await api.get(`/api/shows/${id}/seats`)).body.seats;

  it('from totalSeats makes the show and just as many free seats, on sale at once', async () => {
    const { status, body } = await create({ totalSeats: 25 });
    expect(status).toBe(201);
    const counts = { totalSeats: 25, freeSeats: 25, soldSeats: 0, heldSeats: 0, blockedSeats: 0 };
    expect(body).toMatchObject({
      title: TITLE,
      startTime,
      venue: null,
      description: null,
      status: 'ON_SALE',
      ...counts,
    });
    const seats = await seatsOf(body.id);
    expect(seats).toHaveLength(25);
    expect(new Set(seats.map((seat) => seat.status))).toEqual(new Set(['AVAILABLE']));
    expect((await api.stored('shows').findOne({}))?.['sweep_at']).toBeUndefined();
  });

  it('from rows and seatsPerRow makes these rows', async () => {
    const { body } = await create({ rows: 2, seatsPerRow: 3, venue: ' Great Hall ', description: 'In three acts.' });
    expect(body).toMatchObject({ totalSeats: 6, venue: 'Great Hall', description: 'In three acts.' });
    expect(inShort(await seatsOf(body.id))).toBe('A1 A2 A3 B1 B2 B3');
  });

  it('keeps when its sale opens and closes; null is none', async () => {
    const saleOpensAt = inDays(1).toISOString();
    const { body } = await create({ totalSeats: 1, saleOpensAt, saleClosesAt: null });
    expect(body).toMatchObject({ saleOpensAt, saleClosesAt: null, salePhase: 'NOT_OPEN', bookable: false });
    expect((await create({ totalSeats: 1 })).body).toMatchObject({ saleOpensAt: null, salePhase: 'OPEN' });
  });

  it('keeps house rules and the way there', async () => {
    const texts = { houseRules: 'No food.', gettingThere: 'Tram 12.' };
    expect((await create({ totalSeats: 1, ...texts })).body).toMatchObject(texts);
    expect((await create({ totalSeats: 1 })).body).toMatchObject({ houseRules: null, gettingThere: null });
  });

  it('with one seat makes A1', async () => {
    const { body } = await create({ totalSeats: 1 });
    expect(inShort(await seatsOf(body.id))).toBe('A1');
  });

  it.each<[string, string, object]>([
    ['the layout by totalSeats', 'totalSeats=57', { totalSeats: 57 }],
    ['the layout by rows', 'rows=4&seatsPerRow=7', { rows: 4, seatsPerRow: 7 }],
  ])('makes what the preview shows: %s', async (_, query, plan) => {
    const preview = await api.get(`/api/admin/shows/layout?${query}`, { token: admin.token });
    expect(await api.count('shows')).toBe(0);
    const seats = await seatsOf((await create(plan)).body.id);
    const orders = [...new Set(seats.map(({ rowOrder }) => rowOrder))];
    const rows = orders.map((order) => seats.filter(({ rowOrder }) => rowOrder === order));
    expect(preview.body).toEqual({
      totalSeats: seats.length,
      rows: rows.map((row, index) => ({ rowNumber: rowLabel(index), seats: row.length })),
    });
    const places = rows.flatMap((row) => row.map(({ placeInRow }, index) => [placeInRow, index + 1]));
    expect(places.every(([place, counted]) => place === counted)).toBe(true);
  });

  it.each<[string, object, string]>([
    ['no seat', { totalSeats: 0 }, 'totalSeats'],
    ['100,001 seats', { totalSeats: 100_001 }, 'totalSeats'],
    ['half a seat', { totalSeats: 1.5 }, 'totalSeats'],
    ['seats in words', { totalSeats: '120' }, 'totalSeats'],
    ['no size', {}, 'totalSeats'],
    ['both sizes', { totalSeats: 6, rows: 2, seatsPerRow: 3 }, 'totalSeats'],
    ['rows alone', { rows: 2 }, 'totalSeats'],
    ['too many rows', { rows: 2_001, seatsPerRow: 1 }, 'rows'],
    ['too long rows', { rows: 1, seatsPerRow: 1_001 }, 'seatsPerRow'],
    ['too many seats in rows', { rows: 2_000, seatsPerRow: 51 }, 'rows'],
    ['no title', { title: '  ', totalSeats: 1 }, 'title'],
    ['a title of 201', { title: 'x'.repeat(201), totalSeats: 1 }, 'title'],
    ['a start in the past', { startTime: inDays(-1).toISOString(), totalSeats: 1 }, 'startTime'],
    ['a start that is no time', { startTime: 'tomorrow', totalSeats: 1 }, 'startTime'],
    ['an impossible date', { startTime: '2099-02-30T20:00:00Z', totalSeats: 1 }, 'startTime'],
    ['a sale that closes after the start', { saleClosesAt: inDays(31).toISOString(), totalSeats: 1 }, 'saleClosesAt'],
    ['a sale that opens at the start', { saleOpensAt: startTime, totalSeats: 1 }, 'saleOpensAt'],
    ['a sale that opens when it closes', { saleOpensAt: noTime, saleClosesAt: noTime, totalSeats: 1 }, 'saleOpensAt'],
    ['a status of its own', { status: 'ON_SALE', totalSeats: 1 }, 'status'],
    ['an id of its own', { _id: 'f'.repeat(24), totalSeats: 1 }, '_id'],
  ])('with %s is 400 and writes nothing', async (_, body, field) => {
    const reply = await create(body);
    expect([reply.status, reply.body.code, reply.body.fields[0]?.field]).toEqual([400, 'validation-failed', field]);
    expect([await api.count('shows'), await api.count('seats')]).toEqual([0, 0]);
  });

  it('takes a title that begins with a dollar as it is', async () => {
    expect((await create({ title: '$$NOW', totalSeats: 1 })).body.title).toBe('$$NOW');
  });
});
