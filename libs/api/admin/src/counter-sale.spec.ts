import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

describe('booking for a customer', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ totalSeats: 120, limitPerCustomer: 2 });
  });

  const name = (body: object, { token } = admin) => api.post('/api/admin/customers', { token, body });
  const book = (userId: string, seatIds: readonly string[]) =>
    api.post(`/api/shows/${show.id}/book`, { token: admin.token, body: { seatIds, userId } });

  it('is for somebody with a name and no e-mail, who is a person of their own each time', async () => {
    const [first, second] = [await name({ name: 'Ada' }), await name({ name: 'Ada' })];
    expect([first.status, first.body.name, first.body.email]).toEqual([201, 'Ada', '']);
    expect(second.body.userId).not.toBe(first.body.userId);
    const booked = await book(first.body.userId, show.seatIds.slice(0, 3));
    expect([booked.status, booked.body.seatIds]).toEqual([201, show.seatIds.slice(0, 3)]);
    const { body } = await api.get(`/api/admin/bookings/${booked.body.bookingId}`, { token: admin.token });
    expect(body).toMatchObject({ customer: { name: 'Ada', email: '' }, bookedBy: { userId: admin.userId } });
  });

  it('is for the account with the e-mail where there is one, which finds it among its own', async () => {
    const account = { name: 'Ada Lovelace', email: 'ada.phones@example.org', password: 'curtain up at eight' };
    const { userId, token } = (await api.post('/api/auth/register', { body: account })).body;
    const named = await name({ name: 'A. Lovelace', email: 'Ada.Phones@EXAMPLE.org' });
    expect(named.body).toEqual({ userId, name: 'Ada Lovelace', email: 'ada.phones@example.org' });
    const { bookingId } = (await book(userId, show.seatIds.slice(0, 1))).body;
    expect((await api.get('/api/bookings', { token })).body.items).toMatchObject([{ bookingId }]);
  });

  it('may have as many seats as a group has, and no more', async () => {
    const { userId } = (await name({ name: 'A school' })).body;
    expect((await book(userId, show.seatIds.slice(0, 101))).body.code).toBe('too-many-seats');
    expect((await book(userId, show.seatIds.slice(0, 100))).status).toBe(201);
  });

  it.each([
    ['no name', {}],
    ['an empty name', { name: ' ' }],
    ['no e-mail in the e-mail', { name: 'Ada', email: 'ada' }],
    ['null for an e-mail', { name: 'Ada', email: null }],
  ])('is refused for %s', async (_, body) => {
    expect((await name(body)).body.code).toBe('validation-failed');
  });

  it('is for staff who sell alone', async () => {
    const guest = await api.guest();
    expect((await name({ name: 'Ada' }, guest)).body.code).toBe('forbidden');
    const own = { seatIds: show.seatIds.slice(0, 11), userId: guest.userId };
    const refused = await api.post(`/api/shows/${show.id}/book`, { token: guest.token, body: own });
    expect(refused.body.code).toBe('too-many-seats');
  });
});
