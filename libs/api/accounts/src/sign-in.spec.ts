import { SignedInUser, startTestApi, TestApi } from '@modex/testing';
import { AccountService } from './account.service';
import { SessionService } from './session.service';

const PASSWORD = 'curtain up at eight';

describe('accounts', () => {
  let api: TestApi;
  let people = 0;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const newEmail = () => `person${++people}@example.org`;
  const register = (email: string, token?: string) =>
    api.post('/api/auth/register', { token, body: { name: 'Ada', email, password: PASSWORD } });
  const login = (email: string, password: string, address = '203.0.113.7') =>
    api.app.inject({ method: 'POST', url: '/api/auth/login', payload: { email, password }, remoteAddress: address });
  const me = (token: string) => api.get('/api/auth/me', { token });

  describe('a guest', () => {
    it('needs a name and an e-mail, and gets a session', async () => {
      const { status, body } = await api.post('/api/auth/guest', { body: { name: ' Ada ', email: 'ADA@example.org' } });
      expect(status).toBe(201);
      const user = { userId: body.userId, name: 'Ada', email: 'ada@example.org', role: 'CUSTOMER', kind: 'GUEST' };
      expect(body).toEqual({ userId: expect.stringMatching(/^[0-9a-f]{24}$/), token: expect.any(String), user });
      expect((await me(body.token)).body).toEqual({ user });
    });

    it('is a new person each time: who knows an e-mail sees nobody’s bookings', async () => {
      const body = { name: 'Ada', email: newEmail() };
      const [first, second] = [
        await api.post('/api/auth/guest', { body }),
        await api.post('/api/auth/guest', { body }),
      ];
      expect(first.body.userId).not.toBe(second.body.userId);
    });

    it.each([
      ['no name', { name: '', email: 'a@example.org' }, 'name'],
      ['no e-mail', { name: 'Ada', email: 'ada' }, 'email'],
      ['a role', { name: 'Ada', email: 'a@example.org', role: 'ADMIN' }, 'role'],
      ['an operator', { name: { $ne: '' }, email: 'a@example.org' }, 'name'],
    ])('with %s is refused and not stored', async (_, body, field) => {
      const before = await api.count('users');
      const reply = await api.post('/api/auth/guest', { body });
      expect([reply.status, reply.body.code, reply.body.fields[0]?.field]).toEqual([400, 'validation-failed', field]);
      expect(await api.count('users')).toBe(before);
    });
  });

  describe('registering', () => {
    it('lets a guest keep the bookings', async () => {
      const [guest, show] = [await api.guest(), await api.show()];
      const { body: booked } = await api.book(guest, show, { seatIds: show.seatIds.slice(0, 1) });
      const { status, body } = await register(newEmail(), guest.token);
      expect([status, body.userId, body.user.kind]).toEqual([201, guest.userId, 'REGISTERED']);
      const { body: mine } = await api.get('/api/bookings', { token: body.token });
      expect(mine.items.map(({ bookingId }) => bookingId)).toEqual([booked.bookingId]);
    });

    it('of a taken e-mail is refused, in any case of letters', async () => {
      const email = newEmail();
      await register(email);
      const before = await api.count('users');
      const { status, body } = await register(email.toUpperCase());
      expect([status, body.code]).toEqual([409, 'email-taken']);
      expect(await api.count('users')).toBe(before);
    });

    it('of a taken e-mail leaves a guest a guest', async () => {
      const [email, guest] = [newEmail(), await api.guest()];
      await register(email);
      expect((await register(email, guest.token)).body.code).toBe('email-taken');
      expect((await me(guest.token)).body.user.kind).toBe('GUEST');
    });

    it('of one e-mail at once makes one account', async () => {
      const email = newEmail();
      const replies = await Promise.all([register(email), register(email), register(email)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    });

    it('needs 10 characters for the password', async () => {
      const body = { name: 'Ada', email: newEmail(), password: 'too short' };
      const reply = await api.post('/api/auth/register', { body });
      expect([reply.status, reply.body.fields[0]?.field]).toEqual([400, 'password']);
    });

    it('stores no password and no token as they are', async () => {
      const { body } = await register(newEmail());
      const user = await api.stored('users').findOne({ _id: api.objectId(body.userId) });
      const sessions = await api
        .stored('sessions')
        .find({ user_id: api.objectId(body.userId) })
        .toArray();
      expect(user?.['password_hash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(JSON.stringify([user, sessions])).not.toContain(PASSWORD);
      expect(JSON.stringify([user, sessions])).not.toContain(body.token);
    });
  });

  describe('signing in', () => {
    it('with the right password opens a session', async () => {
      const email = newEmail();
      const { body } = await register(email);
      const reply = await login(email.toUpperCase(), PASSWORD);
      expect([reply.statusCode, reply.json().userId]).toEqual([200, body.userId]);
    });

    it('answers a wrong password and an unknown e-mail alike', async () => {
      const email = newEmail();
      await register(email);
      const [wrong, unknown] = [await login(email, 'wrong password'), await login(newEmail(), 'wrong password')];
      expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
      expect({ ...wrong.json(), requestId: '' }).toEqual({ ...unknown.json(), requestId: '' });
      expect(wrong.json().code).toBe('invalid-credentials');
    });

    it('does not open a guest, who has no password', async () => {
      const email = newEmail();
      await api.post('/api/auth/guest', { body: { name: 'Ada', email } });
      expect((await login(email, '')).statusCode).toBe(400);
      expect((await login(email, 'undefined')).statusCode).toBe(401);
    });

    it('is slowed down after 20 wrong passwords, the right one too', async () => {
      const email = newEmail();
      await register(email);
      const wrong = await Promise.all(Array.from({ length: 20 }, () => login(email, 'wrong password', '203.0.113.20')));
      expect(new Set(wrong.map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
      const refused = await login(email, PASSWORD, '203.0.113.21');
      expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-requests']);
      const seconds = Number(refused.headers['retry-after']);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(15 * 60);
      expect((await login(newEmail(), PASSWORD, '203.0.113.22')).statusCode).toBe(401);
    });

    it('does not count right passwords', async () => {
      const email = newEmail();
      await register(email);
      for (let time = 0; time < 22; time++) {
        expect((await login(email, PASSWORD, '203.0.113.30')).statusCode).toBe(200);
      }
    });
  });

  describe('a session', () => {
    it('ends for good when its owner signs out, and no other does', async () => {
      const email = newEmail();
      const [first, second] = [await register(email), (await login(email, PASSWORD)).json() as SignedInUser];
      expect((await api.post('/api/auth/logout', { token: first.body.token })).status).toBe(204);
      expect((await me(first.body.token)).status).toBe(401);
      expect((await me(second.token)).status).toBe(200);
    });

    it('is refused after its end by the database’s clock', async () => {
      const guest = await api.guest();
      const digest = { user_id: api.objectId(guest.userId) };
      await api.stored('sessions').updateOne(digest, [{ $set: { expires_at: { $add: ['$$NOW', 60_000] } } }]);
      expect((await me(guest.token)).status).toBe(200);
      await api.stored('sessions').updateOne(digest, [{ $set: { expires_at: '$$NOW' } }]);
      expect([(await me(guest.token)).status, (await me(guest.token)).body.code]).toEqual([401, 'unauthenticated']);
    });

    it('lives 30 days for a customer and half a day for an admin', async () => {
      const lifetime = async ({ userId }: SignedInUser) => {
        const session = await api.stored('sessions').findOne({ user_id: api.objectId(userId) });
        return (session?.['expires_at'] - session?.['created_at']) / 3_600_000;
      };
      expect(await lifetime(await api.guest())).toBe(30 * 24);
      expect(await lifetime(await api.admin())).toBe(12);
    });

    it.each(['forged', 'x'.repeat(43), '$ne', ''])('with the made-up token "%s" is none', async (token) => {
      const { status, body } = await me(token);
      expect([status, body.code]).toEqual([401, 'unauthenticated']);
    });

    it('stored by somebody without the secret opens nothing', async () => {
      const elsewhere = new SessionService(Reflect.get(api.find(SessionService), 'sessions'), {
        ...api.settings,
        sessionSecret: 'another secret, also of 32 characters',
      });
      const token = await elsewhere.open({ userId: (await api.guest()).userId, role: 'ADMIN' });
      expect((await me(token)).status).toBe(401);
    });
  });

  describe('the cookie of a session', () => {
    const cookieOf = (headers: Readonly<Record<string, unknown>>) => String(headers['set-cookie']);

    it('is out of reach of scripts, is not sent by other sites, and signs in', async () => {
      const { headers } = await api.post('/api/auth/guest', { body: { name: 'Ada', email: newEmail() } });
      const cookie = cookieOf(headers);
      expect(cookie).toMatch(/^modex_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
      const seen = await api.get('/api/auth/me', { headers: { cookie: cookie.split(';')[0] as string } });
      expect(seen.status).toBe(200);
    });

    it('goes when its owner signs out', async () => {
      const { token } = await api.guest();
      const { headers } = await api.post('/api/auth/logout', { token });
      expect(cookieOf(headers)).toMatch(/^modex_session=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    });
  });

  describe('the first admin', () => {
    it('is made once, however often the start asks', async () => {
      const [email, accounts] = [newEmail(), api.find(AccountService)];
      await accounts.ensureAdmin(email, PASSWORD);
      await accounts.ensureAdmin(email, PASSWORD);
      expect(await api.stored('users').countDocuments({ email })).toBe(1);
    });

    it('keeps the sessions as long as the password is the same, and loses them with a new one', async () => {
      const [email, accounts] = [newEmail(), api.find(AccountService)];
      await accounts.ensureAdmin(email, PASSWORD);
      const { token } = (await login(email, PASSWORD)).json() as SignedInUser;
      await accounts.ensureAdmin(email, PASSWORD);
      expect((await me(token)).status).toBe(200);
      await accounts.ensureAdmin(email, 'another password');
      expect((await me(token)).status).toBe(401);
      expect((await login(email, PASSWORD)).statusCode).toBe(401);
      expect((await login(email, 'another password')).json().user.role).toBe('ADMIN');
    });

    it('alone may call the admin’s routes', async () => {
      const asGuest = await api.get('/api/admin/shows', { token: (await api.guest()).token });
      expect([asGuest.status, asGuest.body.code]).toEqual([403, 'forbidden']);
      const asNobody = await api.get('/api/admin/shows');
      expect([asNobody.status, asNobody.body.code]).toEqual([401, 'unauthenticated']);
      expect((await api.get('/api/admin/shows', { token: (await api.admin()).token })).status).toBe(200);
    });
  });
});

it('over https the cookie is sent over https only', async () => {
  const api = await startTestApi({ settings: { publicUrl: 'https://tickets.example.org' } });
  const { headers } = await api.post('/api/auth/guest', { body: { name: 'Ada', email: 'ada@example.org' } });
  expect(String(headers['set-cookie'])).toContain('; Secure');
  await api.close();
});
