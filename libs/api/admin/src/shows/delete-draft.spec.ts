import { SeatRepository } from '@modex/api-seats';
import { before, killAt } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';
import { ShowRepository } from '@modex/api-shows';

describe('deleting a draft', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let draft: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    draft = await api.show({ status: 'DRAFT' });
  });

  const token = () => ({ token: admin.token });
  const remove = ({ id }: TestShow) => api.delete(`/api/admin/shows/${id}`, token());
  const publish = ({ id }: TestShow) => api.post(`/api/admin/shows/${id}/publish`, token());
  const listed = async () => (await api.get('/api/admin/shows?limit=100', token())).body.items.map(({ id }) => id);

  it('takes it and its seats away', async () => {
    expect((await remove(draft)).status).toBe(204);
    expect(await listed()).not.toContain(draft.id);
    expect((await api.get(`/api/admin/shows/${draft.id}`, token())).status).toBe(404);
    expect(await api.seatStatuses(draft)).toEqual([]);
  });

  it('twice is 404, and so is one that never was', async () => {
    await remove(draft);
    expect((await remove(draft)).body.code).toBe('unknown-show');
    expect((await remove({ ...draft, id: 'f'.repeat(24) })).body.code).toBe('unknown-show');
  });

  it.each(['ON_SALE', 'CANCELLED'] as const)('refuses a show that is %s, whose seats stay', async (status) => {
    const show = await api.show();
    if (status === 'CANCELLED') await api.post(`/api/admin/shows/${show.id}/cancel`, token());
    const reply = await remove(show);
    expect([reply.status, reply.body.code]).toEqual([409, 'show-move-refused']);
    expect(await api.seatStatuses(show)).toHaveLength(10);
    expect(await listed()).toContain(show.id);
  });

  it('that is published at that moment is refused, and its seats stay', async () => {
    before(api.find(ShowRepository), 'move', () => publish(draft));
    expect((await remove(draft)).status).toBe(409);
    expect((await api.get(`/api/shows/${draft.id}`)).body).toMatchObject({ bookable: true, freeSeats: 10 });
    expect(await api.seatStatuses(draft)).toHaveLength(10);
  });

  it('that is deleted at that moment cannot be published', async () => {
    before(api.find(ShowRepository), 'move', () => remove(draft));
    expect((await publish(draft)).body.code).toBe('unknown-show');
    expect(await api.seatStatuses(draft)).toEqual([]);
  });

  it('that was killed in the middle leaves nothing once the sweep has been', async () => {
    const revive = killAt(api.find(SeatRepository), 'removeAllOf');
    await remove(draft);
    revive();
    expect(await listed()).not.toContain(draft.id);
    expect(await api.seatStatuses(draft)).toHaveLength(10);
    await api.sweep();
    expect(await api.seatStatuses(draft)).toEqual([]);
    expect((await api.post('/api/admin/audit/run', token())).status).toBe(202);
  });
});
