import { Logger } from '@nestjs/common';
import { KeptLines } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/accounts';

const PASSWORD = 'curtain up at eight';

describe('the security log', () => {
  const lines = new KeptLines();
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    Logger.overrideLogger(lines);
  });
  beforeEach(() => void lines.take());
  afterAll(async () => {
    Logger.overrideLogger(false);
    await api?.close();
  });

  let people = 0;
  const newEmail = () => `secret-person-${++people}@example.org`;
  const register = async (email = newEmail()) =>
    (await api.post('/api/auth/register', { body: { name: 'Ada', email, password: PASSWORD } })).body;
  const login = (email: string, password: string) => api.post('/api/auth/login', { body: { email, password } });
  const events = () => lines.take().map(({ level, event }) => `${level} ${event}`);

  it('tells of who came in, by id', async () => {
    const guest = await api.guest();
    expect(lines.take()).toMatchObject([
      { level: 'log', event: 'guest-made', userId: guest.userId, address: '127.0.0.1' },
    ]);
    const { userId, user } = await register();
    await login(user.email, PASSWORD);
    expect(lines.take()).toMatchObject([
      { level: 'log', event: 'registered', userId },
      { level: 'log', event: 'signed-in', userId, device: 'lightMyRequest' },
    ]);
  });

  it('shows by default when an admin came in, was made, or has another password', async () => {
    await api.admin();
    expect(events()).toEqual(['warn role-changed', 'warn admin-signed-in']);
    const { token } = await register();
    lines.take();
    await api.post('/api/auth/password', {
      token,
      body: { currentPassword: PASSWORD, password: 'the fat lady sings' },
    });
    expect(events()).toEqual(['warn password-changed']);
  });

  it('tells failures by id, or by a digest where nobody has the e-mail, and when somebody is locked out', async () => {
    const { userId, user } = await register();
    const unknown = newEmail();
    lines.take();
    for (const email of [user.email, unknown, unknown.toUpperCase()]) await login(email, 'wrong password');
    const [known, first, second] = lines.take();
    expect(known).toMatchObject({ level: 'warn', event: 'sign-in-failed', userId });
    expect(first).toMatchObject({ event: 'sign-in-failed', unknownEmail: expect.stringMatching(/^[\w-]{16}$/) });
    expect(second).toEqual(first);
    for (let time = 0; time < 22; time++) await login(user.email, 'wrong password');
    expect(events().filter((event) => event === 'warn locked-out')).toHaveLength(1);
  });

  it('tells which sessions ended', async () => {
    const { user, token } = await register();
    await login(user.email, PASSWORD);
    lines.take();
    await api.delete('/api/auth/sessions', { token });
    await api.post('/api/auth/logout', { token });
    expect(lines.take()).toMatchObject([
      { level: 'warn', event: 'sessions-ended', count: 1 },
      { level: 'log', event: 'session-ended', userId: user.userId },
    ]);
  });

  it('never has a password, an e-mail, a name or a token, whatever is sent to whichever route', async () => {
    const secret = {
      password: 'sesame opens at eight',
      email: 'mum.is.the.word@example.org',
      name: 'Hushhush Whisper',
    };
    const token = 'mx_made-up-token-that-nobody-may-read-anywhere00';
    const routes: readonly (readonly ['get' | 'post' | 'delete', string])[] = [
      ['post', 'guest'],
      ['post', 'register'],
      ['post', 'login'],
      ['post', 'login'],
      ['post', 'password'],
      ['get', 'me'],
      ['get', 'sessions'],
      ['delete', 'sessions'],
      ['delete', `sessions/${token}`],
      ['post', 'logout'],
    ];
    const { token: own } = await register(secret.email);
    const bodies = [
      secret,
      { ...secret, currentPassword: secret.password },
      { email: secret.email, password: PASSWORD },
    ];
    const { name, email, password } = secret;
    bodies.push(
      { name, email } as never,
      { email, password } as never,
      { currentPassword: PASSWORD, password } as never,
    );
    for (const [method, route] of routes) {
      for (const body of bodies) {
        for (const sent of [token, own, undefined]) {
          const request = { token: sent, headers: { cookie: `modex_session=${token}` } };
          await api[method](`/api/auth/${route}`, method === 'post' ? { ...request, body } : request);
        }
      }
    }
    expect(lines.take().length).toBeGreaterThan(10);
    const all = lines.texts.join('\n');
    for (const told of [...Object.values(secret), secret.email.split('@')[0], token, own, PASSWORD]) {
      expect(all).not.toContain(told);
    }
  });
});
