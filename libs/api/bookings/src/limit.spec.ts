import { SeatRepository } from '@modex/api-seats';
import { before, killAt, loseAnswer, TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { BookingRepository } from './booking.repository';

describe('a show that allows a customer three seats', () => {
  let api: TestApi;
  let buyer: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [buyer, show] = [await api.guest(), await api.show({ totalSeats: 12, limitPerCustomer: 3 })];
  });

  const seats = (...places: readonly number[]): readonly string[] =>
    places.map((place) => show.seatIds[place] as string);
  const book = async (places: readonly number[], key?: string, who = buyer): Promise<TestReply> =>
    api.book(who, show, { seatIds: seats(...places), ...(key !== undefined && { key }) });
  const booked = async (): Promise<number> =>
    (await api.seatStatuses(show)).filter((status) => status === 'BOOKED').length;

  it('sells him as many, in one booking or in several', async () => {
    expect((await book([0, 1, 2])).status).toBe(201);
    const other = await api.guest();
    for (const place of [3, 4, 5]) expect((await book([place], undefined, other)).status).toBe(201);
  });

  it('refuses him one more, and says how many he may have and has', async () => {
    await book([0, 1]);
    const { status, body } = await book([2, 3]);
    expect([status, body.code, body.limit, body.bought]).toEqual([409, 'limit-reached', 3, 2]);
    expect(body.detail).toMatch(/may have 3 seats of this show and you have 2/);
    expect(await booked()).toBe(2);
    expect((await book([2])).status).toBe(201);
  });

  it('refuses more than it allows at once', async () => {
    const { status, body } = await book([0, 1, 2, 3]);
    expect([status, body.code, body.limit, body.bought]).toEqual([409, 'limit-reached', 3, 0]);
    expect(await booked()).toBe(0);
  });

  it('gives the same refusal again to the same key', async () => {
    const first = await book([0, 1, 2, 3], 'k');
    const again = await book([0, 1, 2, 3], 'k');
    expect({ ...again.body, requestId: '' }).toEqual({ ...first.body, requestId: '' });
    expect(await api.bookingsOf(show)).toMatchObject([{ status: 'FAILED' }]);
  });

  it('sells him another for each that he gives back, at once', async () => {
    const { bookingId } = (await book([0, 1, 2])).body;
    expect((await book([3])).body.code).toBe('limit-reached');
    const body = { seatIds: seats(1) };
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: buyer.token, body });
    expect((await book([3])).status).toBe(201);
    expect((await book([4])).body.code).toBe('limit-reached');
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: buyer.token });
    expect((await book([4, 5])).status).toBe(201);
  });

  it('counts a seat that was given back until it is free', async () => {
    const { bookingId } = (await book([0, 1, 2])).body;
    const revive = killAt(api.find(SeatRepository), 'release');
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: buyer.token });
    revive();
    expect((await book([3])).body.code).toBe('limit-reached');
    await api.sweep();
    expect((await book([3])).status).toBe(201);
  });

  it('lets him have one booking under way: the other tab asks again in a second', async () => {
    let meanwhile: TestReply | undefined;
    before(api.find(BookingRepository), 'confirm', async () => {
      meanwhile = await book([3]);
    });
    expect((await book([0, 1])).status).toBe(201);
    expect([meanwhile?.status, meanwhile?.body.code]).toEqual([409, 'in-progress']);
    expect(meanwhile?.headers['retry-after']).toBe('1');
    expect(meanwhile?.body.detail).toMatch(/^Another booking of yours/);
    expect((await book([3])).status).toBe(201);
  });

  it('lets him go on at once after a seat was taken', async () => {
    await book([0], undefined, await api.guest());
    expect((await book([0, 1])).body.code).toBe('seat-taken');
    expect((await book([1, 2])).status).toBe(201);
  });

  it('bars him after a crash until its lease is over, and not longer', async () => {
    const revive = killAt(api.find(BookingRepository), 'confirm', 'find');
    expect((await book([0, 1])).status).toBe(503);
    revive();
    expect((await book([2])).body.code).toBe('in-progress');
    await api.endLeases(show);
    expect((await book([2, 3, 4])).status).toBe(201);
    expect(await booked()).toBe(3);
    await api.sweep();
    expect(await booked()).toBe(3);
  });

  it('knows the booking whose answer was lost by its key', async () => {
    loseAnswer(api.find(BookingRepository), 'open');
    expect((await book([0], 'k')).status).toBe(503);
    expect((await book([0], 'k')).body.code).toBe('in-progress');
    expect((await book([0], 'l')).body.code).toBe('in-progress');
  });

  it('counts before it sells though the count fails once', async () => {
    await book([0, 1]);
    const revive = killAt(api.find(BookingRepository), 'countSeatsBeside');
    expect((await book([2, 3])).status).toBe(503);
    revive();
    await api.endLeases(show);
    await api.sweep();
    expect(await booked()).toBe(2);
  });

  it('minds neither what staff book for him, nor their number', async () => {
    const admin = await api.admin();
    const body = { seatIds: seats(5, 6, 7, 8), userId: buyer.userId };
    const sold = await api.post(`/api/shows/${show.id}/book`, { token: admin.token, body });
    expect(sold.status).toBe(201);
    expect((await book([0, 1, 2])).status).toBe(201);
    expect((await book([3])).body).toMatchObject({ code: 'limit-reached', bought: 3 });
  });

  it('binds an admin who buys for himself', async () => {
    expect((await book([0, 1, 2, 3], undefined, await api.admin())).body.code).toBe('limit-reached');
  });

  it('never has him have more, of 60 tabs at once', async () => {
    const most = { now: 0 };
    const seen = setInterval(() => void booked().then((count) => (most.now = Math.max(most.now, count))), 5);
    const replies = await Promise.all(Array.from({ length: 60 }, (_, tab) => book([tab % 12])));
    clearInterval(seen);
    const sold = replies.filter(({ status }) => status === 201).length;
    expect(sold).toBeGreaterThanOrEqual(1);
    expect(Math.max(await booked(), most.now)).toBeLessThanOrEqual(3);
    expect(await booked()).toBe(sold);
    const codes = new Set(replies.filter(({ status }) => status !== 201).map(({ body }) => body.code));
    for (const code of codes) expect(['in-progress', 'limit-reached', 'seat-taken']).toContain(code);
  });

  it('tells visitors the limit', async () => {
    expect((await api.get(`/api/shows/${show.id}`)).body.limitPerCustomer).toBe(3);
    const free = await api.show();
    expect((await api.get(`/api/shows/${free.id}`)).body.limitPerCustomer).toBeNull();
  });
});

describe('a show without a limit', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  it('allows parallel bookings of one customer, and any number', async () => {
    const [buyer, show] = [await api.guest(), await api.show({ totalSeats: 12 })];
    const replies = await Promise.all(show.seatIds.map((seatId) => api.book(buyer, show, { seatIds: [seatId] })));
    expect(replies.map(({ status }) => status)).toEqual(show.seatIds.map(() => 201));
  });
});
