import { SeatRepository } from '@modex/api-seats';
import { before, inDays, killAt, loseAnswer, loseRequest } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';
import { ShowRepository } from '@modex/api-shows';

describe('creating a show with an Idempotency-Key', () => {
  let api: TestApi;
  let admin: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    await api.stored('shows').deleteMany({});
    await api.stored('seats').deleteMany({});
  });

  const show = { title: 'Ondine', startTime: inDays(30).toISOString(), totalSeats: 5 };
  const create = (key: string, body: object = show) =>
    api.post('/api/admin/shows', { token: admin.token, body, headers: { 'idempotency-key': key } });
  const listed = async () => (await api.get('/api/admin/shows', { token: admin.token })).body.items;

  it('twice makes one show, told as it is now and marked as a replay', async () => {
    const first = await create('k');
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, undefined]);
    const again = await create('k', { ...show });
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
    expect([await api.count('shows'), await api.count('seats')]).toEqual([1, 5]);
  });

  it('twenty times at once makes one show; all others hear of it or are told to ask again', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => create('k', { ...show, totalSeats: 2_500 })));
    expect(new Set(replies.map(({ status, body }) => (status === 201 ? 201 : body.code)))).toEqual(
      new Set([201, 'in-progress']),
    );
    expect(replies.filter(({ status, headers }) => status === 201 && !headers['idempotency-replayed'])).toHaveLength(1);
    expect([await api.count('shows'), await api.count('seats')]).toEqual([1, 2_500]);
    expect((await create('k', { ...show, totalSeats: 2_500 })).headers['idempotency-replayed']).toBe('true');
  });

  it('while the first runs is in progress', async () => {
    let meanwhile: unknown;
    before(api.find(ShowRepository), 'complete', async () => {
      const { status, body } = await create('k');
      meanwhile = [status, body.code, body.retryAfter];
    });
    expect((await create('k')).status).toBe(201);
    expect(meanwhile).toEqual([409, 'in-progress', 2]);
  });

  it.each(['', 'x'.repeat(256)])('that is no key is 400 and makes nothing', async (key) => {
    expect((await create(key)).body.code).toBe('invalid-idempotency-key');
    expect(await api.count('shows')).toBe(0);
  });

  it.each<[string, object]>([
    ['another title', { title: 'Undine' }],
    ['another plan', { totalSeats: 6 }],
    ['a draft', { publish: false }],
    ['a venue', { venue: 'Kursaal' }],
  ])('used for %s is 422', async (_, other) => {
    await create('k');
    const { status, body } = await create('k', { ...show, ...other });
    expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await api.count('shows')).toBe(1);
  });

  it('is compared with what was asked for, not with what became of it', async () => {
    const { body } = await create('k');
    await api.patch(`/api/admin/shows/${body.id}`, { token: admin.token, body: { version: 0, title: 'Undine' } });
    const again = await create('k');
    expect([again.status, again.body.title]).toEqual([201, 'Undine']);
    expect((await create('k', { ...show, title: 'Undine' })).status).toBe(422);
  });

  it('is answered with the show also when its start is over; nothing new begins in the past', async () => {
    const MINUTE_MS = 60_000;
    const soon = { ...show, startTime: new Date(Date.now() + 5 * MINUTE_MS).toISOString() };
    const { body } = await create('k', soon);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 6 * MINUTE_MS);
    try {
      const again = await create('k', soon);
      expect([again.status, again.body.id, again.headers['idempotency-replayed']]).toEqual([201, body.id, 'true']);
      expect((await create('k', { ...soon, title: 'Undine' })).body.code).toBe('idempotency-key-reused');
      expect((await create('new', soon)).body.code).toBe('validation-failed');
    } finally {
      clock.mockRestore();
    }
    expect(await api.count('shows')).toBe(1);
  });

  it('of a draft that was deleted makes no second one', async () => {
    const { body } = await create('k', { ...show, publish: false });
    await api.delete(`/api/admin/shows/${body.id}`, { token: admin.token });
    expect((await create('k', { ...show, publish: false })).body.code).toBe('unknown-show');
    expect(await listed()).toEqual([]);
  });

  it('makes the show after a creation that failed', async () => {
    loseRequest(api.find(SeatRepository), 'create');
    expect((await create('k')).status).toBe(503);
    expect((await create('k')).status).toBe(201);
    expect([(await listed()).length, await api.count('seats')]).toEqual([1, 5]);
  });

  it('makes one show when the answer to its completion was lost', async () => {
    loseAnswer(api.find(ShowRepository), 'complete');
    expect((await create('k')).status).toBe(201);
    expect((await create('k')).headers['idempotency-replayed']).toBe('true');
    expect((await listed()).length).toBe(1);
  });

  it('makes one show after a kill in the middle: in progress until the lease is over, then made anew', async () => {
    const revive = killAt(api.find(ShowRepository), 'complete', 'discard');
    expect((await create('k')).status).toBe(503);
    revive();
    expect((await create('k')).body.code).toBe('in-progress');
    await api.stored('shows').updateOne({}, [{ $set: { sweep_at: { $subtract: ['$$NOW', 1] } } }]);
    await api.sweep();
    expect((await create('k')).status).toBe(201);
    expect([(await listed()).length, await api.count('seats')]).toEqual([1, 5]);
  });

  it('that stalled while another made the show does not bring a second one', async () => {
    before(api.find(ShowRepository), 'complete', async () => {
      await api.stored('shows').updateOne({}, [{ $set: { sweep_at: { $subtract: ['$$NOW', 1] } } }]);
      await api.sweep();
      expect((await create('k')).status).toBe(201);
    });
    expect((await create('k')).status).toBe(503);
    expect([(await listed()).length, await api.count('seats')]).toEqual([1, 5]);
  });
});
