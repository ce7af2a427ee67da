import { SeatRepository } from '@modex/api-seats';
import { loseRequest } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

describe('booking seats', () => {
  let api: TestApi;
  let buyer: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [buyer, show] = [await api.guest(), await api.show({ totalSeats: 6 })];
  });

  it('answers 201 with the confirmed booking and its seats in layout order', async () => {
    const [a, b, c] = show.seatIds as [string, string, string];
    const { status, body } = await api.book(buyer, show, { seatIds: [c, a, b] });
    expect(status).toBe(201);
    expect(body).toEqual({
      bookingId: expect.stringMatching(/^[0-9a-f]{24}$/),
      code: expect.stringMatching(/^[2-9ACDEFGHJKMNPQRTVWXY]{8}$/),
      status: 'CONFIRMED',
      price: null,
      payment: null,
      showId: show.id,
      seatIds: [a, b, c],
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    const [stored] = await api.bookingsOf(show);
    expect(stored).toMatchObject({ status: 'CONFIRMED', user_id: api.objectId(buyer.userId) });
    expect(stored).not.toHaveProperty('sweep_at');
  });

  it('leaves the other seats free', async () => {
    await api.book(buyer, show, { seatIds: [show.seatIds[1], show.seatIds[4]] as string[] });
    const expected = ['AVAILABLE', 'BOOKED', 'AVAILABLE', 'AVAILABLE', 'BOOKED', 'AVAILABLE'];
    expect(await api.seatStatuses(show)).toEqual(expected);
  });

  it('of five seats of which the fourth is taken names only this one, and frees the others', async () => {
    const taken = show.seatIds[3] as string;
    const other = await api.book(await api.guest(), show, { seatIds: [taken] });
    const { status, body } = await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 5) });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'seat-taken', seatIds: [taken] });
    const free = 'AVAILABLE';
    expect(await api.seatStatuses(show)).toEqual([free, free, free, 'BOOKED', free, free]);
    const [first, second] = await api.bookingsOf(show);
    expect(first).toMatchObject({ status: 'CONFIRMED', _id: api.objectId(other.body.bookingId) });
    expect(second).toMatchObject({ status: 'FAILED', failure: { code: 'seat-taken' } });
    expect(second).not.toHaveProperty('sweep_at');
  });

  it('tells nothing of who has the seat', async () => {
    const other = await api.guest();
    await api.book(other, show, { seatIds: show.seatIds.slice(0, 1) });
    const { body } = await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 1) });
    expect(Object.keys(body).sort()).toEqual(
      ['type', 'title', 'status', 'code', 'detail', 'requestId', 'seatIds'].sort(),
    );
    expect(JSON.stringify(body)).not.toContain(other.userId);
  });

  it('of two customers who want the same two seats in opposite order lets exactly one win, time and again', async () => {
    const rival = await api.guest();
    for (let round = 0; round < 10; round++) {
      const contested = await api.show({ totalSeats: 2 });
      const replies = await Promise.all([
        api.book(buyer, contested, { seatIds: contested.seatIds }),
        api.book(rival, contested, { seatIds: contested.seatIds.toReversed() }),
      ]);
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });

  it('of 40 customers who want one seat sells it to one and names it to the others', async () => {
    const seatIds = show.seatIds.slice(2, 3);
    const buyers = await Promise.all(Array.from({ length: 40 }, () => api.guest()));
    const replies = await Promise.all(buyers.map((one) => api.book(one, show, { seatIds })));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = replies.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(39);
    for (const { body } of refused) expect(body).toMatchObject({ code: 'seat-taken', seatIds });
  });

  it('frees what it took when the database fails in the middle, and says so', async () => {
    const seats = api.find(SeatRepository);
    loseRequest(seats, 'lock');
    const { status, body, headers } = await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 3) });
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('2');
    expect(body).toMatchObject({ code: 'storage-unavailable', retryAfter: 2 });
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
    expect(await api.bookingsOf(show)).toMatchObject([{ status: 'FAILED' }]);
  });

  it('is refused for a show that has started', async () => {
    await api.startShow(show);
    const { status, body } = await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 1) });
    expect([status, body.code]).toEqual([409, 'show-not-on-sale']);
    expect(await api.bookingsOf(show)).toEqual([]);
  });

  it('takes `me` for the caller', async () => {
    const body = { seatIds: show.seatIds.slice(0, 1), userId: 'me' };
    const reply = await api.post(`/api/shows/${show.id}/book`, { token: buyer.token, body });
    expect(reply.status).toBe(201);
    expect(await api.bookingsOf(show)).toMatchObject([{ user_id: api.objectId(buyer.userId) }]);
  });

  it('for somebody else is forbidden to a customer and open to an admin', async () => {
    const [admin, somebody] = [await api.admin(), await api.guest()];
    const body = { seatIds: show.seatIds.slice(0, 1), userId: somebody.userId };
    const refused = await api.post(`/api/shows/${show.id}/book`, { token: buyer.token, body });
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect(await api.bookingsOf(show)).toEqual([]);
    const booked = await api.post(`/api/shows/${show.id}/book`, { token: admin.token, body });
    expect(booked.status).toBe(201);
    const mine = await api.get('/api/bookings', { token: somebody.token });
    expect(mine.body.items.map(({ bookingId }) => bookingId)).toEqual([booked.body.bookingId]);
  });

  it('by an admin for nobody is refused', async () => {
    const body = { seatIds: show.seatIds.slice(0, 1), userId: 'f'.repeat(24) };
    const reply = await api.post(`/api/shows/${show.id}/book`, { token: (await api.admin()).token, body });
    expect([reply.status, reply.body.code]).toEqual([404, 'unknown-user']);
    expect(await api.bookingsOf(show)).toEqual([]);
  });

  it('needs a session', async () => {
    const body = { seatIds: show.seatIds.slice(0, 1), userId: buyer.userId };
    const reply = await api.post(`/api/shows/${show.id}/book`, { body });
    expect([reply.status, reply.body.code]).toEqual([401, 'unauthenticated']);
  });
});
