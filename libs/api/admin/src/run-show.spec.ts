import { before, eventually, SignedInUser, startTestApi, TestApi } from '@modex/testing';
import { SeatRepository } from '@modex/api-seats';

describe('running a show', () => {
  let api: TestApi;
  let admin: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());

  const move = (id: string, to: 'publish' | 'cancel') =>
    api.post(`/api/admin/shows/${id}/${to}`, { token: admin.token });

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

  it.each(['publish', 'cancel'] as const)('answers 404 to %s of a show that is not there', async (to) => {
    const { status, body } = await move('f'.repeat(24), to);
    expect([status, body.code]).toEqual([404, 'unknown-show']);
  });

  it('cancels the show with all its bookings, and twice is the same as once', async () => {
    const [show, buyers] = [await api.show(), await Promise.all([api.guest(), api.guest()])];
    for (const [i, buyer] of buyers.entries())
      await api.book(buyer, show, { seatIds: show.seatIds.slice(i * 3, i * 3 + 2) });
    for (let time = 0; time < 2; time++) {
      const { status, body } = await move(show.id, 'cancel');
      expect([status, body.status]).toEqual([200, 'CANCELLED']);
    }
    expect((await api.bookingsOf(show)).map((booking) => booking['status'])).toEqual(['CANCELLED', 'CANCELLED']);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
    const { body } = await api.get('/api/bookings', { token: buyers[0].token });
    expect(body.items).toMatchObject([{ status: 'CANCELLED', show: { status: 'CANCELLED' }, cancellable: false }]);
    const late = await api.book(buyers[0], show, { seatIds: show.seatIds.slice(0, 1) });
    expect([late.status, late.body.code]).toEqual([409, 'show-not-on-sale']);
  });

  it('cancels a booking too that confirms just after the show was cancelled', async () => {
    const [show, buyer] = [await api.show(), await api.guest()];
    before(api.find(SeatRepository), 'take', () => move(show.id, 'cancel'));
    const late = await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 2) });
    expect(late.status).toBe(201);
    await api.sweep();
    expect(await api.bookingsOf(show)).toMatchObject([{ status: 'CANCELLED' }]);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  });

  it('looks at a cancelled show as long as a booking may still confirm', async () => {
    const show = await api.show();
    await move(show.id, 'cancel');
    await api.sweep();
    const stored = () => api.stored('shows').findOne({ _id: api.objectId(show.id) });
    expect(await stored()).toHaveProperty('sweep_at');
    const anHour = 61 * 60 * 1_000;
    await api
      .stored('shows')
      .updateOne({ _id: api.objectId(show.id) }, [
        { $set: { ended_at: { $subtract: ['$$NOW', anHour] }, sweep_at: '$$NOW' } },
      ]);
    await api.sweep();
    expect(await stored()).not.toHaveProperty('sweep_at');
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
    ['POST', `/${'f'.repeat(24)}/publish`],
    ['POST', `/${'f'.repeat(24)}/cancel`],
  ] as const)('%s /admin/shows%s is forbidden to customers and closed without a session', async (method, path) => {
    const url = `/api/admin/shows${path}`;
    const { token } = await api.guest();
    const send = (request: { token?: string }) => (method === 'GET' ? api.get(url, request) : api.post(url, request));
    expect([(await send({})).status, (await send({ token })).status]).toEqual([401, 403]);
  });
});
