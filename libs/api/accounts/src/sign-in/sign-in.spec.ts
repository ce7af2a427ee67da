import { SignedInUser, startTestApi, TestApi } from '@modex/testing/accounts';
import { AccountService } from '../account.service';

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
    it('has a name and an e-mail, and gets a session', async () => {
      const { status, body } = await api.post('/api/auth/guest', { body: { name: ' Ada ', email: 'ADA@example.org' } });
      expect(status).toBe(201);
      const user = {
        userId: body.userId,
        name: 'Ada',
        email: 'ada@example.org',
        role: 'GUEST',
        kind: 'GUEST',
        emailProved: false,
      };
      expect(body).toEqual({ userId: expect.stringMatching(/^[0-9a-f]{24}$/), token: expect.any(String), user });
      expect((await me(body.token)).body).toEqual({ user });
    });

    it('may be anonymous, and is the same person once named', async () => {
      const { status, body } = await api.post('/api/auth/guest', { body: {} });
      const user = { userId: body.userId, name: '', email: '', role: 'GUEST', kind: 'GUEST', emailProved: false };
      expect([status, body.user]).toEqual([201, user]);
      const again = await api.post('/api/auth/guest', { token: body.token, body: {} });
      expect([again.body.userId, again.body.token]).toEqual([body.userId, body.token]);
      const email = newEmail();
      const named = await api.post('/api/auth/guest', { token: again.body.token, body: { name: 'Ada', email } });
      expect(named.body.user).toEqual({ ...user, name: 'Ada', email });
      const other = await api.post('/api/auth/guest', { token: named.body.token, body: { name: 'Eve', email } });
      expect(other.body.userId).not.toBe(body.userId);
    });

    it('is not made where somebody is signed in: an account stays signed in', async () => {
      const { body: account } = await register(newEmail());
      const { status, body } = await api.post('/api/auth/guest', { token: account.token, body: {} });
      expect([status, body.token, body.user]).toEqual([201, account.token, account.user]);
      expect((await me(account.token)).status).toBe(200);
    });

    it('is a new person each time: anonymous ones too', async () => {
      const [first, second] = [
        await api.post('/api/auth/guest', { body: {} }),
        await api.post('/api/auth/guest', { body: {} }),
      ];
      expect(first.body.userId).not.toBe(second.body.userId);
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
      ['a name alone', { name: 'Ada' }, 'email'],
      ['an e-mail alone', { email: 'a@example.org' }, 'name'],
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
      expect(user?.['password_hash']).toMatch(/^nfkc\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
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
      expect((await login(email, 'another password')).json().user.role).toBe('OWNER');
    });
  });
});
