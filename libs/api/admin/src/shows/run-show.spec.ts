import { eventually, inDays } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';

describe('running a show', () => {
  let api: TestApi;
  let admin: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());

  const move = (id: string, to: 'publish' | 'cancel', body?: object) =>
    api.post(`/api/admin/shows/${id}/${to}`, { token: admin.token, body });

  it('publishes a draft, and twice is the same as once', async () => {
    const { id } = await api.show({ status: 'DRAFT' });
    expect((await api.get(`/api/shows/${id}`)).status).toBe(404);
    for (let time = 0; time < 2; time++) {
      const { status, body } = await move(id, 'publish');
      expect([status, body.status]).toEqual([200, 'ON_SALE']);
    }
    expect((await api.get(`/api/shows/${id}`)).body.bookable).toBe(true);
  });

  it('does not publish a cancelled show', async () => {
    const { id } = await api.show();
    await move(id, 'cancel');
    const { status, body } = await move(id, 'publish');
    expect([status, body.code]).toEqual([409, 'show-move-refused']);
  });

  it('cancels a show for a reason, without the blanks around it, and twice is the same as once', async () => {
    const { id } = await api.show();
    for (const reason of [' The singer is ill. ', 'Another reason.']) {
      const { status, body } = await move(id, 'cancel', { reason });
      expect([status, body.status, body.cancelReason]).toEqual([200, 'CANCELLED', 'The singer is ill.']);
    }
    expect((await api.get(`/api/shows/${id}`)).body.cancelReason).toBe('The singer is ill.');
  });

  it.each([' ', 'x'.repeat(501), null, 5])('refuses %j as a reason to cancel, and cancels nothing', async (reason) => {
    const show = await api.show();
    const { status, body } = await move(show.id, 'cancel', { reason });
    expect([status, body.fields[0]?.field]).toEqual([400, 'reason']);
    expect((await api.get(`/api/shows/${show.id}`)).body.status).toBe('ON_SALE');
  });

  it('does not publish a draft that has started, before it has a later start', async () => {
    const draft = await api.show({ status: 'DRAFT' });
    await api.startShow(draft);
    const { status, body } = await move(draft.id, 'publish');
    expect([status, body.code]).toEqual([409, 'show-move-refused']);
    const later = { version: 0, startTime: inDays(3).toISOString() };
    await api.patch(`/api/admin/shows/${draft.id}`, { token: admin.token, body: later });
    expect((await move(draft.id, 'publish')).body.status).toBe('ON_SALE');
  });

  it.each(['publish', 'cancel'] as const)('answers 404 to %s of a show that is not there', async (to) => {
    const { status, body } = await move('f'.repeat(24), to);
    expect([status, body.code]).toEqual([404, 'unknown-show']);
  });

  it('tells how a show sells and to whom, in pages', async () => {
    const [show, ada, bob] = [await api.show({ totalSeats: 6 }), await api.guest(), await api.guest()];
    const first = await api.book(ada, show, { seatIds: show.seatIds.slice(0, 2) });
    const second = await api.book(bob, show, { seatIds: show.seatIds.slice(2, 3) });
    await api.book(bob, show, { seatIds: show.seatIds.slice(0, 1) });
    await eventually(async () => {
      const { body } = await api.get(`/api/admin/shows/${show.id}`, { token: admin.token });
      expect(body).toMatchObject({ totalSeats: 6, soldSeats: 3, freeSeats: 3 });
    });
    const page = await api.get(`/api/admin/shows/${show.id}/bookings?limit=1`, { token: admin.token });
    expect(page.body.items).toMatchObject([{ bookingId: second.body.bookingId, customer: { userId: bob.userId } }]);
    const cursor = `cursor=${page.body.nextCursor}`;
    const next = await api.get(`/api/admin/shows/${show.id}/bookings?${cursor}`, { token: admin.token });
    expect(next.body.items).toMatchObject([{ bookingId: first.body.bookingId, customer: { userId: ada.userId } }]);
    expect(next.body.nextCursor).toBeNull();
  });

  it.each([
    ['GET', ''],
    ['POST', ''],
    ['GET', '/layout'],
    ['GET', `/${'f'.repeat(24)}`],
    ['GET', `/${'f'.repeat(24)}/bookings`],
    ['GET', `/${'f'.repeat(24)}/changes`],
    ['PATCH', `/${'f'.repeat(24)}`],
    ['DELETE', `/${'f'.repeat(24)}`],
    ['POST', `/${'f'.repeat(24)}/publish`],
    ['POST', `/${'f'.repeat(24)}/cancel`],
  ] as const)('%s /admin/shows%s is forbidden to customers and closed without a session', async (method, path) => {
    const url = `/api/admin/shows${path}`;
    const { token } = await api.guest();
    const ways = { GET: 'get', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const;
    const send = (request: { token?: string }) => api[ways[method]](url, request);
    expect([(await send({})).status, (await send({ token })).status]).toEqual([401, 403]);
  });
});
