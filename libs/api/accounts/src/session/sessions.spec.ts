import { createHmac } from 'node:crypto';
import { startTestApi, TestApi } from '@modex/testing/accounts';
import { SessionRepository } from './session.repository';
import { SessionService } from './session.service';

const PASSWORD = 'curtain up at eight';
const FROM_SITE = { 'x-modex-session': 'cookie' };

describe('sessions', () => {
  let api: TestApi;
  let people = 0;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const newEmail = () => `person${++people}@example.org`;
  const register = (email: string, token?: string) =>
    api.post('/api/auth/register', { token, body: { name: 'Ada', email, password: PASSWORD } });
  const login = (email: string, token?: string) =>
    api.post('/api/auth/login', { token, body: { email, password: PASSWORD } });
  const me = (token: string) => api.get('/api/auth/me', { token });

  describe('a session', () => {
    it('ends for good when its owner signs out, and no other does', async () => {
      const email = newEmail();
      const [first, second] = [await register(email), await login(email)];
      expect((await api.post('/api/auth/logout', { token: first.body.token })).status).toBe(204);
      expect((await me(first.body.token)).status).toBe(401);
      expect((await me(second.body.token)).status).toBe(200);
    });

    it('is refused after its end by the database’s clock', async () => {
      const guest = await api.guest();
      const digest = { user_id: api.objectId(guest.userId) };
      await api.stored('sessions').updateOne(digest, [{ $set: { expires_at: { $add: ['$$NOW', 60_000] } } }]);
      expect((await me(guest.token)).status).toBe(200);
      await api.stored('sessions').updateOne(digest, [{ $set: { expires_at: '$$NOW' } }]);
      expect([(await me(guest.token)).status, (await me(guest.token)).body.code]).toEqual([401, 'unauthenticated']);
    });

    it.each(['forged', 'x'.repeat(43), '$ne', ''])('with the made-up token "%s" is none', async (token) => {
      const { status, body } = await me(token);
      expect([status, body.code]).toEqual([401, 'unauthenticated']);
    });

    it('stored by somebody without the secret opens nothing', async () => {
      const secret = { ...api.settings, sessionSecret: 'another secret, also of 32 characters' };
      const elsewhere = new SessionService(api.find(SessionRepository), secret);
      const token = await elsewhere.open({ userId: (await api.guest()).userId, role: 'OWNER' }, 'a thief');
      expect((await me(token)).status).toBe(401);
    });
  });

  describe('a guest who comes in again', () => {
    const comeIn = (body: object, token?: string) => api.post('/api/auth/guest', { token, body });

    it('from the same browser with the same name and e-mail is the same person', async () => {
      const ada = { name: 'Ada', email: newEmail() };
      const { token, userId } = (await comeIn(ada)).body;
      const again = await comeIn({ ...ada, email: ada.email.toUpperCase() }, token);
      expect(again.body.userId).toBe(userId);
      expect((await me(again.body.token)).status).toBe(200);
    });

    it('is another person with another name, from another browser, or beside an account', async () => {
      const ada = { name: 'Ada', email: newEmail() };
      const { token, userId } = (await comeIn(ada)).body;
      const account = (await register(newEmail())).body;
      const others = [
        await comeIn({ ...ada, name: 'Bob' }, token),
        await comeIn(ada),
        await comeIn({ name: 'Ada', email: account.user.email }, account.token),
      ];
      expect(new Set([userId, account.userId, ...others.map(({ body }) => body.userId)]).size).toBe(5);
    });
  });

  describe('the old session', () => {
    const sayHello = (token: string) =>
      api.post('/api/auth/guest', { token, body: { name: 'Ada', email: newEmail() } });

    it.each([
      ['a guest becomes an account', (token: string) => register(newEmail(), token)],
      ['somebody becomes another guest', sayHello],
      [
        'somebody signs in',
        async (token: string) => {
          const email = newEmail();
          await register(email);
          return login(email, token);
        },
      ],
    ])('ends when %s', async (_, comeIn) => {
      const { token } = await api.guest();
      const { body } = await comeIn(token);
      expect([(await me(token)).status, (await me(body.token)).status]).toEqual([401, 200]);
    });

    it.each([
      ['a wrong password', (token: string) => login(newEmail(), token)],
      [
        'a taken e-mail',
        async (token: string) => {
          const email = newEmail();
          await register(email);
          return register(email, token);
        },
      ],
    ])('goes on after %s', async (_, fail) => {
      const { token } = await api.guest();
      expect((await fail(token)).status).toBeGreaterThan(400);
      expect((await me(token)).status).toBe(200);
    });
  });

  describe('of a browser on our site', () => {
    const cookieOf = (headers: Readonly<Record<string, unknown>>) => String(headers['set-cookie']);
    const comeIn = (body: object = { name: 'Ada', email: newEmail() }) =>
      api.post('/api/auth/guest', { body, headers: FROM_SITE });
    const signedIn = async () => cookieOf((await comeIn()).headers).split(';')[0] as string;

    it('is a cookie out of reach of scripts, not sent by other sites, and no token', async () => {
      const { headers, body } = await comeIn();
      expect(cookieOf(headers)).toMatch(
        /^modex_session=mx_[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
      );
      expect(body).not.toHaveProperty('token');
    });

    it.each(['guest', 'register', 'login'])(
      'comes as a cookie and no token from %s, for others the other way',
      async (way) => {
        const body = { name: 'Ada', email: newEmail(), password: PASSWORD };
        if (way === 'login') await register(body.email);
        const { name, email, password } = body;
        const asked = { guest: { name, email }, register: body, login: { email, password } }[way];
        const program = await api.post(`/api/auth/${way}`, { body: asked });
        expect([program.headers['set-cookie'], typeof program.body.token]).toEqual([undefined, 'string']);
        const again = way === 'register' ? { ...body, email: newEmail() } : asked;
        const site = await api.post(`/api/auth/${way}`, { body: again, headers: FROM_SITE });
        expect([cookieOf(site.headers).includes('modex_session='), site.body.token]).toEqual([true, undefined]);
      },
    );

    it('reads with the cookie, and writes with the cookie and the header of the site alone', async () => {
      const cookie = await signedIn();
      expect((await api.get('/api/auth/me', { headers: { cookie } })).status).toBe(200);
      expect((await api.post('/api/auth/logout', { headers: { cookie } })).status).toBe(401);
      expect((await api.post('/api/auth/logout', { headers: { cookie, ...FROM_SITE } })).status).toBe(204);
      expect((await api.get('/api/auth/me', { headers: { cookie } })).status).toBe(401);
    });

    it('neither ends nor changes hands when another program in the same browser signs in', async () => {
      const cookie = await signedIn();
      const other = { name: 'Bob', email: newEmail(), password: PASSWORD };
      const { body } = await api.post('/api/auth/register', { body: other, headers: { cookie } });
      const mine = await api.get('/api/auth/me', { headers: { cookie } });
      expect([mine.status, mine.body.user.name]).toEqual([200, 'Ada']);
      const gone = await api.post('/api/auth/logout', { token: body.token, headers: { cookie } });
      expect([gone.status, gone.headers['set-cookie']]).toEqual([204, undefined]);
    });

    it('loses its cookie when its owner signs out', async () => {
      const cookie = await signedIn();
      const { headers } = await api.post('/api/auth/logout', { headers: { cookie, ...FROM_SITE } });
      expect(cookieOf(headers)).toMatch(/^modex_session=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    });
  });
});

it('over https the cookie is for this host alone, and sent over https only', async () => {
  const api = await startTestApi({ settings: { publicUrl: 'https://tickets.example.org' } });
  const body = { name: 'Ada', email: 'ada@example.org' };
  const { headers } = await api.post('/api/auth/guest', { body, headers: FROM_SITE });
  expect(String(headers['set-cookie'])).toMatch(
    /^__Host-modex_session=mx_[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure;/,
  );
  await api.close();
});

it('a session that began before the cookie had its prefix goes on, and no newer one is taken from there', async () => {
  const api = await startTestApi({ settings: { publicUrl: 'https://tickets.example.org' } });
  const { token } = await api.guest();
  const old = 'a-token-of-the-first-version-without-any-mark';
  const digest = createHmac('sha256', api.settings.sessionSecret);
  const [session] = await api.stored('sessions').find().toArray();
  const { user_id, role, created_at, expires_at } = session as Record<string, unknown>;
  const _id = digest.update(old).digest('base64url') as never;
  await api.stored('sessions').insertOne({ _id, user_id, role, created_at, expires_at });
  const me = (cookie: string) => api.get('/api/auth/me', { headers: { cookie } });
  expect((await me(`modex_session=${old}`)).status).toBe(200);
  expect((await me(`modex_session=${token}`)).status).toBe(401);
  expect((await me(`__Host-modex_session=${token}`)).status).toBe(200);
  await api.close();
});
