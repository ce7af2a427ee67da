import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

describe('the activity log of the admins', () => {
  let api: TestApi;
  let show: TestShow;
  let admin: SignedInUser;
  let guest: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    [admin, guest, show] = [await api.admin(), await api.guest(), await api.show()];
  });
  afterAll(() => api?.close());

  const seat = (place: number): string => show.seatIds[place] as string;
  const asAdmin = (path: string, body?: unknown) => api.post(path, { token: admin.token, body });
  const bookForGuest = async (...places: readonly number[]): Promise<string> => {
    const body = { seatIds: places.map(seat), userId: guest.userId };
    return (await asAdmin(`/api/shows/${show.id}/book`, body)).body.bookingId;
  };
  const log = async (query = '') => (await api.get(`/api/admin/activity${query}`, { token: admin.token })).body;

  it('tells who did what to a booking, before and after, and why', async () => {
    const bookingId = await bookForGuest(0, 1);
    await asAdmin(`/api/admin/bookings/${bookingId}/cancel`, { seatIds: [seat(0)], reason: 'A camera stands there.' });
    await api.sweep();
    const { items } = await log(`?bookingId=${bookingId}`);
    const [given, made] = items;
    expect(items).toHaveLength(2);
    expect(given).toEqual({
      ...{ id: expect.any(String), at: expect.any(String), bookingId, action: 'booking.cancel' },
      by: { userId: admin.userId, name: expect.any(String), email: api.settings.admin.email },
      before: { status: 'CONFIRMED', seatNames: ['Row A, seat 1', 'Row A, seat 2'] },
      after: { status: 'CONFIRMED', seatNames: ['Row A, seat 2'] },
      ...{ planId: null, plan: null, showId: null, seats: null, organiser: null },
      reason: 'A camera stands there.',
    });
    expect(made).toMatchObject({ action: 'booking.make', before: null, after: { status: 'CONFIRMED' }, reason: null });
  });

  it('comes page after page', async () => {
    const bookingId = await bookForGuest(3);
    await asAdmin(`/api/admin/bookings/${bookingId}/cancel`);
    await api.sweep();
    const first = await log(`?bookingId=${bookingId}&limit=1`);
    const second = await log(`?bookingId=${bookingId}&limit=1&cursor=${first.nextCursor}`);
    expect([first, second].map(({ items }) => items.length)).toEqual([1, 1]);
    expect(second.nextCursor).toBeNull();
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });

  it('is closed to customers, and refuses what is no id', async () => {
    expect((await api.get('/api/admin/activity', { token: guest.token })).status).toBe(403);
    const wrong = await api.get('/api/admin/activity?bookingId=x', { token: admin.token });
    expect(wrong.body).toMatchObject({ code: 'validation-failed', fields: [{ field: 'bookingId' }] });
  });
});
