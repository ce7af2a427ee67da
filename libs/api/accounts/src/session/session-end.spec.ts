import { SignedInUser, startTestApi, TestApi } from '@modex/testing/accounts';

const HOUR_MS = 60 * 60 * 1000;

describe('the end of a session', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const mine = ({ userId }: SignedInUser) => ({ user_id: api.objectId(userId) });
  const isAlive = async ({ token }: SignedInUser) => (await api.get('/api/auth/me', { token })).status === 200;
  /** Lets so many hours pass for the sessions of somebody. */
  const wait = async (who: SignedInUser, hours: number) => {
    const earlier = (field: string) => ({ $subtract: [`$${field}`, Math.round(hours * HOUR_MS)] });
    const $set = { created_at: earlier('created_at'), expires_at: earlier('expires_at') };
    await api.stored('sessions').updateMany(mine(who), [{ $set }]);
    await api
      .stored('sessions')
      .updateMany({ ...mine(who), used_at: { $exists: true } }, [{ $set: { used_at: earlier('used_at') } }]);
  };
  const hoursLeft = async (who: SignedInUser) => {
    const [found] = await api
      .stored('sessions')
      .aggregate([{ $match: mine(who) }, { $set: { left: { $subtract: ['$expires_at', '$$NOW'] } } }])
      .toArray();
    return found?.['left'] / HOUR_MS;
  };
  const KINDS = [
    ['a customer', () => api.guest(), 30 * 24, 90 * 24],
    ['an admin', () => api.admin(), 2, 12],
  ] as const;

  it.each(KINDS)('comes after some time without use: %s', async (_, comeIn, idleHours) => {
    const who = await comeIn();
    await wait(who, idleHours - 0.01);
    expect(await isAlive(who)).toBe(true);
    await wait(who, idleHours + 0.01);
    expect(await isAlive(who)).toBe(false);
  });

  it.each(KINDS)('comes at some age, however much it is used: %s', async (_, comeIn, idleHours, oldestHours) => {
    const who = await comeIn();
    const step = idleHours * 0.75;
    let hours = 0;
    while (hours + step < oldestHours) {
      await wait(who, step);
      hours += step;
      expect([hours, await isAlive(who)]).toEqual([hours, true]);
    }
    await wait(who, oldestHours - hours + 0.01);
    expect(await isAlive(who)).toBe(false);
  });

  it('is moved by a use at most once an hour', async () => {
    const guest = await api.guest();
    await wait(guest, 0.9);
    await isAlive(guest);
    expect(await hoursLeft(guest)).toBeLessThan(30 * 24 - 0.8);
    await wait(guest, 0.2);
    await isAlive(guest);
    expect(await hoursLeft(guest)).toBeGreaterThan(30 * 24 - 0.1);
  });

  it('of a session that was signed out is not undone by a late use', async () => {
    const guest = await api.guest();
    await wait(guest, 5);
    await Promise.all([isAlive(guest), api.post('/api/auth/logout', { token: guest.token }), isAlive(guest)]);
    expect(await isAlive(guest)).toBe(false);
  });

  it('is that of its time for a session of the first version, which kept neither use nor device', async () => {
    const guest = await api.guest();
    await api.stored('sessions').updateOne(mine(guest), { $unset: { device: '', used_at: '' } });
    expect(await isAlive(guest)).toBe(true);
    const { body } = await api.get('/api/auth/sessions', { token: guest.token });
    expect(body.items).toMatchObject([{ device: null, current: true }]);
    await wait(guest, 5);
    expect(await isAlive(guest)).toBe(true);
    expect(await hoursLeft(guest)).toBeGreaterThan(30 * 24 - 1);
  });
});
