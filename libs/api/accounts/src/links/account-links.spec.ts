import { before, killAt } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/accounts';
import { UserRepository } from '../user.repository';
import { AccountLetter, AccountLetters } from './account-letters';
import { LinkRepository } from './link.repository';

const PASSWORD = 'curtain up at eight';
const OTHER = 'the fat lady sings at ten';
const SITE = 'https://tickets.example.org';
const MAIL = { smtpUrl: 'smtp://127.0.0.1:9', from: { name: '', address: 'tickets@example.org' } };

describe('links by mail', () => {
  let api: TestApi;
  let people = 0;
  beforeAll(async () => {
    api = await startTestApi({ settings: { mail: MAIL, publicUrl: SITE } });
  });
  afterAll(() => api?.close());

  const newEmail = () => `linked${++people}@example.org`;
  const post = (path: string, body: object, token?: string) => api.post(`/api/auth/${path}`, { body, token });
  const login = (email: string, password = PASSWORD) => post('login', { email, password });
  const isAlive = async (token: string) => (await api.get('/api/auth/me', { token })).status === 200;
  const me = async (token: string) => (await api.get('/api/auth/me', { token })).body.user;

  /** The letters that wait, as whoever writes them reads and marks them. */
  const letters = async (): Promise<readonly AccountLetter[]> => {
    const all: AccountLetter[] = [];
    for (let some; (some = await api.find(AccountLetters).findUnwritten(50)).length > 0; all.push(...some))
      for (const letter of some) await api.find(AccountLetters).written(letter);
    return all;
  };
  const addressOf = (letter: AccountLetter | undefined) => api.find(AccountLetters).addressOf(letter?.id ?? '');
  const tokenOf = async (letter: AccountLetter | undefined) => (await addressOf(letter))?.split('#')[1] ?? 'none';
  const register = async (email = newEmail()) => {
    const { body } = await post('register', { name: 'Ada', email, password: PASSWORD });
    const [proof] = (await letters()).filter(({ hasLink }) => hasLink);
    return { email, userId: body.userId, token: body.token, proof: await tokenOf(proof) };
  };
  const proved = async (email = newEmail()) => {
    const person = await register(email);
    await post('email-proofs/use', { token: person.proof });
    return person;
  };
  const ask = async (what: 'password-resets' | 'sign-in-links', email: string) => {
    expect((await post(what, { email })).status).toBe(204);
    return (await letters()).filter(({ hasLink }) => hasLink);
  };
  const reset = (token: string, password = OTHER) => post('password-resets/use', { token, password });

  describe('that set another password', () => {
    it('do so once, end every session, and tell the owner', async () => {
      const { email, token: session, userId } = await register();
      const [letter] = await ask('password-resets', email.toUpperCase());
      expect(letter).toMatchObject({ kind: 'password-reset', userId, to: { name: 'Ada', address: email } });
      expect(await addressOf(letter)).toMatch(new RegExp(`^${SITE}/account/reset#[\\w-]{43}$`));
      const token = await tokenOf(letter);
      expect((await reset(token)).status).toBe(204);
      expect([await isAlive(session), (await login(email)).status, (await login(email, OTHER)).status]).toEqual([
        ...[false, 401, 200],
      ]);
      expect((await reset(token, PASSWORD)).body).toMatchObject({ status: 409, code: 'link-used' });
      expect(await letters()).toMatchObject([{ kind: 'password-changed', to: { address: email } }]);
      expect(await letters()).toEqual([]);
    });

    it('leave the link as it is when the password will not do', async () => {
      const { email } = await register();
      const token = await tokenOf((await ask('password-resets', email))[0]);
      expect((await reset(token, '1234567890')).body.fields[0]?.field).toBe('password');
      expect((await reset(token, 'linked' + people + '@example.org')).body.fields[0]?.field).toBe('password');
      expect((await reset(token)).status).toBe(204);
    });

    it('are used by one of two at once', async () => {
      const { email } = await register();
      const token = await tokenOf((await ask('password-resets', email))[0]);
      const answers = await Promise.all([reset(token), reset(token, PASSWORD), reset(token), reset(token)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
    });

    it('are void when a newer one is asked for, also just before they are used', async () => {
      const { email } = await register();
      const first = await tokenOf((await ask('password-resets', email))[0]);
      const second = await tokenOf((await ask('password-resets', email))[0]);
      expect((await reset(first)).body).toMatchObject({ status: 404, code: 'unknown-link' });
      before(api.find(LinkRepository), 'use', () => post('password-resets', { email }));
      expect((await reset(second)).body.code).toBe('link-used');
      expect((await login(email)).status).toBe(200);
      expect((await reset(await tokenOf((await letters())[0]))).status).toBe(204);
    });

    it('end', async () => {
      const { email } = await register();
      const [letter] = await ask('password-resets', email);
      const token = await tokenOf(letter);
      const link = { digest: { $exists: true }, email };
      await api.stored('account_links').updateMany(link, [{ $set: { expires_at: '$$NOW' } }]);
      expect((await reset(token)).body).toMatchObject({ status: 410, code: 'link-ended' });
      expect(await addressOf(letter)).toBeUndefined();
    });

    it('are for that alone', async () => {
      const { email } = await proved();
      const token = await tokenOf((await ask('password-resets', email))[0]);
      for (const path of ['sign-in-links/use', 'email-proofs/use'])
        expect((await post(path, { token })).body.code).toBe('unknown-link');
      for (const nonsense of ['', 'x', 'y'.repeat(43)]) expect((await reset(nonsense)).body.code).toBe('unknown-link');
      expect((await reset(token)).status).toBe(204);
    });

    it('open nothing to whoever has a copy of the database after the mail was sent', async () => {
      const { email } = await register();
      const [letter] = await ask('password-resets', email);
      const token = await tokenOf(letter);
      await api.find(AccountLetters).sent(letter?.id ?? '');
      expect(await addressOf(letter)).toBeUndefined();
      const stored = await api.stored('account_links').find({ email }).toArray();
      expect(stored.every((link) => !('seed' in link) || link['purpose'] === 'email-proof')).toBe(true);
      expect(JSON.stringify(stored)).not.toContain(token);
      expect((await reset(token)).status).toBe(204);
    });

    it('end with the password that they were asked for', async () => {
      const { email, token: session } = await register();
      const token = await tokenOf((await ask('password-resets', email))[0]);
      await post('password', { currentPassword: PASSWORD, password: OTHER }, session);
      expect((await reset(token, PASSWORD)).body.code).toBe('unknown-link');
    });

    it('are not lost when whoever writes letters dies', async () => {
      const { email } = await register();
      await post('password-resets', { email });
      const [seen] = await api.find(AccountLetters).findUnwritten(50);
      const live = killAt(api.find(LinkRepository), 'written');
      await expect(api.find(AccountLetters).written(seen as AccountLetter)).rejects.toThrow('connection reset');
      live();
      expect((await letters()).map(({ id }) => id)).toEqual([seen?.id]);
    });
  });

  describe('to the account of an e-mail', () => {
    it.each(['password-resets', 'sign-in-links'] as const)(
      'are asked for by %s with one answer and the same commands, whether there is one or not',
      async (what) => {
        const known = (await proved()).email;
        const asked = async (email: string) => {
          const answers: unknown[] = [];
          const commands = await api.commands.during(['users', 'account_links', 'sessions'], async () => {
            const { status, body } = await post(what, { email });
            answers.push(status, body);
          });
          return { answers, commands: commands.map(({ name }) => name) };
        };
        const [one, other] = [await asked(known), await asked('nobody.at.all@example.org')];
        expect(other).toEqual(one);
        expect(one.commands).toEqual(['findAndModify']);
        expect(await letters()).toHaveLength(1);
        expect(await api.stored('account_links').countDocuments({ email: 'nobody.at.all@example.org' })).toBe(0);
      },
    );

    it('go nowhere for guests, whose e-mail opens nothing', async () => {
      const email = newEmail();
      await post('guest', { name: 'Ada', email });
      expect(await ask('password-resets', email)).toEqual([]);
    });

    it('go to the e-mail as its account has it', async () => {
      const { email } = await register('ada.of@bücher.example');
      const [letter] = await ask('password-resets', 'ADA.OF@xn--bcher-kva.example');
      expect(letter?.to.address).toBe(email);
    });

    it('are for an e-mail', async () => {
      for (const email of ['x', 7, null]) expect((await post('password-resets', { email })).status).toBe(400);
    });
  });

  describe('that sign in', () => {
    const enter = (token: string) => post('sign-in-links/use', { token });

    it('open a session once', async () => {
      const { email, userId } = await proved();
      const [letter] = await ask('sign-in-links', email);
      expect(letter?.kind).toBe('sign-in-link');
      const token = await tokenOf(letter);
      const answers = await Promise.all([enter(token), enter(token), enter(token)]);
      const [inside] = answers.filter(({ status }) => status === 200);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      expect(await me(inside?.body.token ?? '')).toMatchObject({ userId, emailProved: true });
    });

    it('come as a link for another password to staff, and to an e-mail that nobody proved', async () => {
      const { email } = await register();
      expect(await ask('sign-in-links', email)).toMatchObject([{ kind: 'password-reset', to: { address: email } }]);
      await api.admin();
      expect(await ask('sign-in-links', api.settings.admin.email)).toMatchObject([{ kind: 'password-reset' }]);
    });

    it('open nothing to whoever became staff meanwhile, nor when the password changes at the same moment', async () => {
      const { email, userId, token: session } = await proved();
      const become = (role: string) => api.stored('users').updateOne({ _id: api.objectId(userId) }, { $set: { role } });
      const first = await tokenOf((await ask('sign-in-links', email))[0]);
      await become('DOOR');
      expect((await enter(first)).body).toMatchObject({ status: 403, code: 'forbidden' });
      await become('CUSTOMER');
      before(api.find(LinkRepository), 'use', () =>
        post('password', { currentPassword: PASSWORD, password: OTHER }, session),
      );
      expect((await enter(first)).status).toBeGreaterThanOrEqual(400);
      expect(await api.stored('sessions').countDocuments({ user_id: api.objectId(userId) })).toBe(1);
    });
  });

  describe('that prove an e-mail', () => {
    const prove = (token: string) => post('email-proofs/use', { token });

    it('come with a new account, which tells whether it is proved', async () => {
      const { email, token, proof } = await register();
      expect((await me(token)).emailProved).toBe(false);
      expect((await prove(proof)).body.user).toMatchObject({ email, emailProved: true });
      expect((await me(token)).emailProved).toBe(true);
      expect((await prove(proof)).body.code).toBe('link-used');
    });

    it('are sent again, until it is proved', async () => {
      const { token, proof } = await register();
      expect((await post('email-proofs', {}, token)).status).toBe(204);
      const [again] = await letters();
      expect((await prove(proof)).body.code).toBe('unknown-link');
      expect((await prove(await tokenOf(again))).status).toBe(200);
      expect([(await post('email-proofs', {}, token)).status, await letters()]).toEqual([204, []]);
      expect((await post('email-proofs', {}, (await api.guest()).token)).status).toBe(403);
    });

    it('are proved by a new password too', async () => {
      const { email } = await register();
      await reset(await tokenOf((await ask('password-resets', email))[0]));
      expect((await login(email, OTHER)).body.user.emailProved).toBe(true);
    });

    it('change the e-mail of an account as soon as the new one is proved, and tell the old one', async () => {
      const [{ email, token }, next] = [await proved(), newEmail()];
      const old = await tokenOf((await ask('password-resets', email))[0]);
      expect((await post('email', { email: next, password: OTHER }, token)).status).toBe(401);
      expect((await post('email', { email: next, password: PASSWORD }, token)).status).toBe(204);
      const [letter] = await letters();
      expect([letter?.to.address, (await me(token)).email]).toEqual([next, email]);
      expect((await prove(await tokenOf(letter))).body.user).toMatchObject({ email: next, emailProved: true });
      expect(await letters()).toMatchObject([{ kind: 'email-changed', to: { address: email } }]);
      expect([(await login(email)).status, (await login(next)).status]).toEqual([401, 200]);
      expect((await reset(old)).body.code).toBe('unknown-link');
    });

    it('say to nobody but its owner that another account has the e-mail', async () => {
      const [{ token, email }, other] = [await proved(), await register()];
      expect((await post('email', { email: other.email, password: PASSWORD }, token)).status).toBe(204);
      expect(await letters()).toEqual([]);
      const next = newEmail();
      await post('email', { email: next, password: PASSWORD }, token);
      const late = await tokenOf((await letters())[0]);
      await register(next);
      expect((await prove(late)).body).toMatchObject({ status: 409, code: 'email-taken' });
      expect((await me(token)).email).toBe(email);
    });

    it('lose against an account that is made at the same moment', async () => {
      const [{ token, email }, next] = [await proved(), newEmail()];
      await post('email', { email: next, password: PASSWORD }, token);
      const late = await tokenOf((await letters())[0]);
      before(api.find(UserRepository), 'proveEmail', () => register(next));
      expect((await prove(late)).body.code).toBe('email-taken');
      expect((await me(token)).email).toBe(email);
    });
  });
});

describe('links by mail, where they are counted', () => {
  it('are asked for a few times in an hour for one e-mail, known or not', async () => {
    const api = await startTestApi({ settings: { mail: MAIL, publicUrl: SITE, rateLimits: true } });
    try {
      const asked = async (email: string) => (await api.post('/api/auth/password-resets', { body: { email } })).status;
      for (const email of ['nobody@example.org', api.settings.admin.email]) {
        await api.admin();
        const answers = [];
        for (let times = 0; times < 6; times++) answers.push(await asked(times % 2 ? email : email.toUpperCase()));
        expect(answers).toEqual([204, 204, 204, 204, 204, 429]);
      }
      expect(await asked('somebody.else@example.org')).toBe(204);
    } finally {
      await api.close();
    }
  });
});

describe('links by mail, where no mail is set up', () => {
  it.each([
    ['a mail server', { publicUrl: SITE }],
    ['the address of the site', { mail: MAIL }],
  ])('are refused without %s, and a new account is made without one', async (_what, settings) => {
    const api = await startTestApi({ settings });
    try {
      const body = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
      const { token } = (await api.post('/api/auth/register', { body })).body;
      for (const [path, asks] of [
        ['password-resets', { email: body.email }],
        ['sign-in-links', { email: body.email }],
        ['email-proofs', {}],
        ['email', { email: 'new@example.org', password: PASSWORD }],
      ] as const) {
        const answer = await api.post(`/api/auth/${path}`, { token, body: asks });
        expect(answer.body).toMatchObject({ status: 409, code: 'mail-not-set-up' });
      }
      expect(await api.count('account_links')).toBe(0);
    } finally {
      await api.close();
    }
  });
});
