import { eventually } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';

describe('the audit', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let buyer: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    [admin, buyer] = [await api.admin(), await api.guest()];
  });
  afterAll(() => api?.close());

  it('is begun by an admin, runs once when two ask at the same time, and leaves its report', async () => {
    const show = await api.show({ totalSeats: 6 });
    await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 2) });
    const both = await Promise.all([1, 2].map(() => api.post('/api/admin/audit/run', { token: admin.token })));
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
    const starts = new Set(both.map(({ body }) => body.running?.startedAt ?? body.last.startedAt));
    expect(starts.size).toBe(1);
    await eventually(async () => {
      const { body } = await api.get('/api/admin/audit', { token: admin.token });
      expect(body.running).toBeNull();
      expect(body.last).toMatchObject({ shows: 1, seats: 6, confirmedBookings: 1, seatsInFlight: 0, violations: [] });
    });
  });

  it('is for admins', async () => {
    expect((await api.get('/api/admin/audit', { token: buyer.token })).status).toBe(403);
    expect((await api.post('/api/admin/audit/run', { token: buyer.token })).status).toBe(403);
  });
});
