import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

describe('staff and the holds of a show', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let buyer: SignedInUser;
  let show: TestShow;
  let holdId: string;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [buyer, show] = [await api.guest(), await api.show({ totalSeats: 4 })];
    holdId = (await api.hold(buyer, show, show.seatIds.slice(0, 2))).body.holdId;
  });

  const path = () => `/api/admin/shows/${show.id}/holds`;
  const end = () => api.delete(`${path()}/${holdId}`, { token: admin.token });

  it('see who keeps which seats, and until when; what is booked or given back is no hold any more', async () => {
    const { status, body } = await api.get(path(), { token: admin.token });
    expect([status, body.items.length, body.nextCursor]).toEqual([200, 1, null]);
    const [hold] = body.items;
    expect(hold).toMatchObject({ holdId, customer: { userId: buyer.userId } });
    expect(hold?.seats.map(({ name }) => name)).toEqual(['Row A, seat 1', 'Row A, seat 2']);
    expect(Date.parse(hold?.until ?? '')).toBeGreaterThan(Date.now());
    await api.delete(`/api/shows/${show.id}/holds/${holdId}`, { token: buyer.token });
    expect((await api.get(path(), { token: admin.token })).body.items).toEqual([]);
  });

  it('see how many seats are held', async () => {
    const { items } = (await api.get('/api/admin/shows', { token: admin.token })).body;
    expect(items.find(({ id }) => id === show.id)).toMatchObject({ heldSeats: 2, soldSeats: 0 });
  });

  it('end one: its seats are free, twice is the same as once, and its customer is told', async () => {
    expect([(await end()).status, (await end()).status]).toEqual([204, 204]);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
    const body = { seatIds: show.seatIds.slice(0, 2), userId: 'me', holdId };
    const late = await api.post(`/api/shows/${show.id}/book`, { token: buyer.token, body });
    expect([late.status, late.body.code]).toEqual([409, 'hold-released']);
    expect(await api.bookingsOf(show)).toMatchObject([{ ended_by: api.objectId(admin.userId) }]);
  });

  it('end none that was booked, and none of another show', async () => {
    const body = { seatIds: show.seatIds.slice(0, 2), userId: 'me', holdId };
    await api.post(`/api/shows/${show.id}/book`, { token: buyer.token, body });
    expect((await end()).body.code).toBe('hold-confirmed');
    const other = await api.show({ totalSeats: 1 });
    const elsewhere = await api.delete(`/api/admin/shows/${other.id}/holds/${holdId}`, { token: admin.token });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'unknown-hold']);
  });

  it('are the only ones who may', async () => {
    const { token } = buyer;
    expect((await api.get(path(), { token })).status).toBe(403);
    expect((await api.delete(`${path()}/${holdId}`, { token })).status).toBe(403);
  });
});
