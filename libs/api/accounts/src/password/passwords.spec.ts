import { startTestApi, TestApi } from '@modex/testing/accounts';
import { isCommonPassword } from './common-passwords';
import { hashPassword, verifyPassword } from './password-hash';

const PASSWORD = 'curtain up at eight';

describe('passwords', () => {
  let api: TestApi;
  let people = 0;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const register = (password: unknown, email = `person${++people}@example.org`) =>
    api.post('/api/auth/register', { body: { name: 'Ada Lovelace', email, password } });
  const login = (email: string, password: string) => api.post('/api/auth/login', { body: { email, password } });

  it.each([
    ['a number in order', '1234567890'],
    ['ten blanks', ' '.repeat(10)],
    ['one of the first that are tried', 'Password123'],
    ['another of them', 'qwertyuiop'],
    ['the name', 'ada lovelace'],
    ['the e-mail', 'me-and-you@example.org'],
    ['nine characters', '🎭'.repeat(9)],
    ['129 characters', 'abcd'.repeat(32) + 'e'],
    ['no text', 1234567890],
    ['nothing', null],
  ])('of %s are refused, naming the field', async (_, password) => {
    const { status, body } = await register(password, 'me-and-you@example.org');
    expect([status, body.code, body.fields.map(({ field }) => field)]).toEqual([
      400,
      'validation-failed',
      ['password'],
    ]);
    expect(JSON.stringify(body)).not.toContain(String(password ?? 'never'));
  });

  it.each(['🎭🎪🎨🎬'.repeat(32), 'a sentence of some length, which nobody guesses', 'пароль для театра'])(
    'such as %j sign in',
    async (password) => {
      const { status, body } = await register(password);
      expect([status, (await login(body.user.email, password)).status]).toEqual([201, 200]);
    },
  );

  it('are one, whichever keyboard they were typed on', async () => {
    const { body } = await register('Zürich Ⅳ theatre');
    expect((await login(body.user.email, 'Zu\u0308rich IV theatre')).status).toBe(200);
  });

  it('of the first version work with the very characters that were typed, and no others', async () => {
    const typed = 'Zu\u0308rich Ⅳ theatre';
    const old = (await hashPassword(typed.normalize('NFKC'))).replace('nfkc', '');
    expect(await verifyPassword(typed.normalize('NFKC'), old)).toBe(true);
    expect(await verifyPassword(typed, old)).toBe(false);
  });

  it('too long to be one are refused at the sign-in without a look at them', async () => {
    const { body } = await register(PASSWORD);
    const refused = await login(body.user.email, 'x'.repeat(1_000));
    expect([refused.status, refused.body.fields[0]?.field]).toEqual([400, 'password']);
  });

  it.each(['1234567890', 'QWERTYUIOP', 'iloveyou123'])('%s is common', async (password) => {
    expect(await isCommonPassword(password)).toBe(true);
  });

  describe('changing it', () => {
    const change = (token: string, currentPassword: string, password = 'the fat lady sings') =>
      api.post('/api/auth/password', { token, body: { currentPassword, password } });
    const isAlive = async (token: string) => (await api.get('/api/auth/me', { token })).status === 200;

    it('needs the one until now, and signs out everywhere else', async () => {
      const { body: here } = await register(PASSWORD);
      const { body: there } = await login(here.user.email, PASSWORD);
      expect((await change(here.token, PASSWORD)).status).toBe(204);
      expect([await isAlive(here.token), await isAlive(there.token)]).toEqual([true, false]);
      expect((await login(here.user.email, PASSWORD)).status).toBe(401);
      expect((await login(here.user.email, 'the fat lady sings')).status).toBe(200);
    });

    it('changes nothing with a wrong one, and ends no session', async () => {
      const { body: here } = await register(PASSWORD);
      const { body: there } = await login(here.user.email, PASSWORD);
      const { status, body } = await change(here.token, 'curtain down at ten');
      expect([status, body.code]).toEqual([401, 'invalid-credentials']);
      expect([await isAlive(there.token), (await login(here.user.email, PASSWORD)).status]).toEqual([true, 200]);
    });

    it('cannot be guessed with a session that was left open', async () => {
      const { body: here } = await register(PASSWORD);
      const tries = await Promise.all(Array.from({ length: 23 }, () => change(here.token, 'curtain down at ten')));
      expect(tries.filter(({ status }) => status === 401)).toHaveLength(20);
      const refused = await change(here.token, PASSWORD);
      expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests']);
      expect((await login(here.user.email, PASSWORD)).status).toBe(200);
    });

    it('to a weak one is refused', async () => {
      const { body: here } = await register(PASSWORD);
      const answers = await Promise.all(
        ['1234567890', 'Ada Lovelace', 'iloveyou123'].map((weak) => change(here.token, PASSWORD, weak)),
      );
      expect(answers.map(({ status, body }) => [status, body.fields[0]?.field])).toEqual(
        Array(3).fill([400, 'password']),
      );
    });

    it('is not for guests, who have none', async () => {
      const { status, body } = await change((await api.guest()).token, PASSWORD);
      expect([status, body.code]).toEqual([403, 'forbidden']);
    });
  });
});
