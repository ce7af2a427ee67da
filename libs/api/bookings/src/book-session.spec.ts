import { startTestApi, TestApi } from '@modex/testing/bookings';

const PASSWORD = 'curtain up at eight';

describe('the session of who books', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  it('does not go on by it: a booking waits for no such write', async () => {
    const [guest, show] = [await api.guest(), await api.show()];
    const mine = { user_id: api.objectId(guest.userId) };
    const earlier = (field: string) => ({ $subtract: [`$${field}`, 5 * 3_600_000] });
    const $set = { created_at: earlier('created_at'), expires_at: earlier('expires_at'), used_at: earlier('used_at') };
    await api.stored('sessions').updateMany(mine, [{ $set }]);
    const before = await api.stored('sessions').findOne(mine);
    expect((await api.book(guest, show, { seatIds: show.seatIds.slice(0, 2) })).status).toBe(201);
    expect(await api.stored('sessions').findOne(mine)).toEqual(before);
  });

  it('hands the bookings of a guest to the account that the guest becomes', async () => {
    const [guest, show] = [await api.guest(), await api.show()];
    const { body: booked } = await api.book(guest, show, { seatIds: show.seatIds.slice(0, 1) });
    const account = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
    const { status, body } = await api.post('/api/auth/register', { token: guest.token, body: account });
    expect([status, body.userId, body.user.kind]).toEqual([201, guest.userId, 'REGISTERED']);
    const { body: mine } = await api.get('/api/bookings', { token: body.token });
    expect(mine.items.map(({ bookingId }) => bookingId)).toEqual([booked.bookingId]);
  });
});
