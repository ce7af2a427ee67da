import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

describe("an organiser and a customer's booking", () => {
  let api: TestApi;
  let admin: SignedInUser;
  let owner: SignedInUser;
  let show: TestShow;
  let bookingId: string;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [owner, show] = [await api.guest(), await api.show({ totalSeats: 4 })];
    bookingId = (await api.book(owner, show, { seatIds: seats(0, 1, 2) })).body.bookingId;
  });

  const seats = (...places: readonly number[]) => places.map((place) => show.seatIds[place] as string);
  const path = () => `/api/admin/bookings/${bookingId}`;
  const cancel = (body?: unknown) =>
    api.post(`${path()}/cancel`, { token: admin.token, ...(body !== undefined && { body }) });
  const statuses = async () =>
    (await api.seatStatuses(show)).map((status) => (status === 'BOOKED' ? 'x' : '-')).join('');
  const asOwner = async () => (await api.get(`/api/bookings/${bookingId}`, { token: owner.token })).body;

  it('sees it with its show and its customer, in any state', async () => {
    const { status, body, headers } = await api.get(path(), { token: admin.token });
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ bookingId, customer: { userId: owner.userId }, show: { id: show.id } });
    const intent = { userId: owner.userId, showId: show.id, seats: seats(3) };
    const { id } = await api.underWay(intent);
    const pending = await api.get(`/api/admin/bookings/${id}`, { token: admin.token });
    expect(pending.body).toMatchObject({ bookingId: id, status: 'PENDING' });
  });

  it('cancels it, and the customer reads why', async () => {
    const { status, body } = await cancel({ reason: ' Paid back at the box office. ' });
    expect([status, body.status, body.reason]).toEqual([200, 'CANCELLED', 'Paid back at the box office.']);
    expect(await statuses()).toBe('----');
    expect(await asOwner()).toMatchObject({ status: 'CANCELLED', reason: 'Paid back at the box office.' });
  });

  it('takes one seat of it, and the customer reads why, also after giving another back', async () => {
    const { status, body } = await cancel({ reason: 'This seat is broken.', seatIds: seats(1) });
    expect([status, body.status, body.reason]).toEqual([200, 'CONFIRMED', 'This seat is broken.']);
    expect(body.returnedSeats.map(({ id }) => id)).toEqual(seats(1));
    expect(await statuses()).toBe('x-x-');
    expect(await asOwner()).toMatchObject({ status: 'CONFIRMED', reason: 'This seat is broken.' });
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: owner.token, body: { seatIds: seats(0) } });
    expect(await asOwner()).toMatchObject({ reason: 'This seat is broken.' });
  });

  it('cancels it without a reason, and does not give the one for a seat before', async () => {
    await cancel({ reason: 'This seat is broken.', seatIds: seats(1) });
    expect((await cancel()).body).toMatchObject({ status: 'CANCELLED', reason: null });
    expect((await asOwner()).reason).toBeNull();
  });

  it('twice is the same as once: the first reason stays', async () => {
    const first = await cancel({ reason: 'First.' });
    const second = await cancel({ reason: 'Second.' });
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect(await api.bookingsOf(show)).toMatchObject([{ reason: 'First.', ended_by: api.objectId(admin.userId) }]);
  });

  it('cancels it after the show has started too', async () => {
    await api.startShow(show);
    expect((await cancel({})).body.status).toBe('CANCELLED');
  });

  it.each<[string, () => unknown, number, string]>([
    ['an empty reason', () => ({ reason: ' ' }), 400, 'validation-failed'],
    ['a reason of 501 letters', () => ({ reason: 'x'.repeat(501) }), 400, 'validation-failed'],
    ['a NUL in the reason', () => ({ reason: 'a\u0000' }), 400, 'validation-failed'],
    ['null for the reason', () => ({ reason: null }), 400, 'validation-failed'],
    ['null for the seats', () => ({ seatIds: null }), 400, 'validation-failed'],
    ['no seat', () => ({ seatIds: [] }), 400, 'validation-failed'],
    ['a seat twice', () => ({ seatIds: seats(0, 0) }), 400, 'validation-failed'],
    ['a seat that it never had', () => ({ seatIds: seats(0, 3) }), 404, 'unknown-seat'],
    ['what it does not know', () => ({ why: 'x' }), 400, 'validation-failed'],
    ['far too much', () => ({ reason: 'x'.repeat(20_000) }), 413, 'payload-too-large'],
  ])('refuses %s, and cancels nothing', async (_, body, status, code) => {
    const reply = await cancel(body());
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await statuses()).toBe('xxx-');
  });

  it('takes the longest reason in any writing for the most seats', async () => {
    const escaped = `{"reason":"${'\\ud83c\\udfad'.repeat(500)}","seatIds":["${'f'.repeat(24)}"${`,"${'e'.repeat(24)}"`.repeat(99)}]}`;
    const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' };
    const url = `${path()}/cancel`;
    const reply = await api.app.inject({ method: 'POST', url, headers, payload: escaped });
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'validation-failed']);
  });

  it('does not cancel what is not confirmed', async () => {
    const { id } = await api.underWay({ userId: owner.userId, showId: show.id, seats: seats(3) });
    const { status, body } = await api.post(`/api/admin/bookings/${id}/cancel`, { token: admin.token });
    expect([status, body.code]).toEqual([409, 'booking-not-cancellable']);
  });

  it.each(['f'.repeat(24), 'nonsense'])('answers 404 for the booking %s', async (id) => {
    const url = `/api/admin/bookings/${id}`;
    for (const reply of [
      await api.get(url, { token: admin.token }),
      await api.post(`${url}/cancel`, { token: admin.token }),
    ])
      expect([reply.status, reply.body.code]).toEqual([404, 'unknown-booking']);
  });

  it.each([
    ['get', '?q=ada'],
    ['get', '/id'],
    ['post', '/id/cancel'],
  ] as const)('%s /admin/bookings%s is forbidden to customers and closed without a session', async (method, rest) => {
    const url = `/api/admin/bookings${rest.replace('id', bookingId)}`;
    const send = (request: { token?: string }) => api[method](url, request);
    expect([(await send({})).status, (await send({ token: owner.token })).status]).toEqual([401, 403]);
    expect(await statuses()).toBe('xxx-');
  });
});
