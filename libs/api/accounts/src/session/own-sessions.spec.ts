import { startTestApi, TestApi } from '@modex/testing/accounts';

const PASSWORD = 'curtain up at eight';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('my sessions', () => {
  let api: TestApi;
  let people = 0;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const login = async (email: string, agent = 'curl/8.5.0'): Promise<string> => {
    const answer = await api.post('/api/auth/login', {
      body: { email, password: PASSWORD },
      headers: { 'user-agent': agent },
    });
    return answer.body.token;
  };
  /** A new account with two sessions; `here` is the first. */
  const someone = async () => {
    const email = `someone${++people}@example.org`;
    const { body } = await api.post('/api/auth/register', { body: { name: 'Ada', email, password: PASSWORD } });
    return { email, here: body.token, there: await login(email, FIREFOX) };
  };
  const list = async (token: string) => (await api.get('/api/auth/sessions', { token })).body.items;
  const isAlive = async (token: string) => (await api.get('/api/auth/me', { token })).status === 200;

  it('are listed, the newest first, with their device and which one asks', async () => {
    const { here } = await someone();
    const items = await list(here);
    const time = expect.stringMatching(/^\d{4}-.*Z$/);
    const id = expect.stringMatching(/^[0-9a-f]{24}$/);
    expect(items).toEqual([
      { id, device: 'Firefox on Windows', createdAt: time, lastUsedAt: time, current: false },
      { id, device: 'lightMyRequest', createdAt: time, lastUsedAt: time, current: true },
    ]);
  });

  it('end one by one', async () => {
    const { here, there } = await someone();
    const [other] = await list(here);
    expect((await api.delete(`/api/auth/sessions/${other?.id}`, { token: here })).status).toBe(204);
    expect([await isAlive(here), await isAlive(there)]).toEqual([true, false]);
    const again = await api.delete(`/api/auth/sessions/${other?.id}`, { token: here });
    expect([again.status, again.body.code]).toEqual([404, 'unknown-session']);
  });

  it.each([
    ['', [true, false]],
    ['?scope=others', [true, false]],
    ['?scope=all', [false, false]],
  ])('end together: DELETE /auth/sessions%s', async (query, alive) => {
    const { here, there } = await someone();
    expect((await api.delete(`/api/auth/sessions${query}`, { token: here })).status).toBe(204);
    expect([await isAlive(here), await isAlive(there)]).toEqual(alive);
  });

  it('are nobody else’s to see or end', async () => {
    const [ada, bob] = [await someone(), await someone()];
    const [hers] = await list(ada.here);
    expect((await list(bob.here)).map(({ id }) => id)).not.toContain(hers?.id);
    const tried = await api.delete(`/api/auth/sessions/${hers?.id}`, { token: bob.here });
    expect([tried.status, tried.body.code]).toEqual([404, 'unknown-session']);
    expect(await isAlive(ada.there)).toBe(true);
  });

  it.each(['66f0c0ffee00112233445577', 'x', '$ne'])('there is none called %s', async (id) => {
    const { here } = await someone();
    const { status, body } = await api.delete(`/api/auth/sessions/${id}`, { token: here });
    expect([status, body.code]).toEqual([404, 'unknown-session']);
  });

  it('refuse a scope that is none', async () => {
    const { here } = await someone();
    expect((await api.delete('/api/auth/sessions?scope=some', { token: here })).status).toBe(400);
  });
});
