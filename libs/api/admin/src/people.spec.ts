import { AccountService } from '@modex/api-accounts';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';

const PEOPLE = '/api/admin/people';
const PASSWORD = 'curtain up at eight';

describe('the admins of the venue', () => {
  let api: TestApi;
  let boss: SignedInUser;
  let people = 0;
  beforeAll(async () => {
    api = await startTestApi();
    boss = await api.admin();
  });
  afterAll(() => api?.close());

  const newEmail = () => `person${++people}@example.org`;
  const invite = (email = newEmail(), role = 'OWNER', { token } = boss) =>
    api.post(`${PEOPLE}/invitations`, { token, body: { email, role } });
  const tokenOf = ({ path }: { path: string }) => path.split('#')[1];
  const accept = (token: unknown, password = PASSWORD) =>
    api.post('/api/auth/invitations/use', { body: { token, name: 'Grace', password } });
  const login = (email: string, password: string) => api.post('/api/auth/login', { body: { email, password } });
  const renew = (userId: string, { token } = boss) => api.post(`${PEOPLE}/${userId}/password`, { token });
  const remove = (userId: string, { token } = boss) => api.delete(`${PEOPLE}/${userId}`, { token });
  const list = async ({ token } = boss) => (await api.get(PEOPLE, { token })).body.items;
  const another = () => api.staff();
  const mayIn = async ({ token }: { token: string }) => (await api.get('/api/admin/shows', { token })).status;
  const register = async (email = newEmail()) =>
    (await api.post('/api/auth/register', { body: { name: 'Ada', email, password: PASSWORD } })).body;

  it('are listed for each other, with who one is and who is of the environment, and nothing more', async () => {
    const { email, userId, token } = await another();
    const since = expect.stringMatching(/^\d{4}-.*Z$/);
    const environment = {
      userId: boss.userId,
      name: 'Admin',
      email: 'admin@example.org',
      role: 'OWNER',
      fromEnvironment: true,
    };
    const other = { userId, name: 'Grace', email, role: 'OWNER', since, fromEnvironment: false };
    expect((await list()).filter(({ self }) => self)).toEqual([{ ...environment, since, self: true }]);
    expect(await list()).toContainEqual({ ...other, self: false });
    expect(await list({ ...boss, token })).toContainEqual({ ...other, self: true });
    await register();
    await api.guest();
    expect((await list()).map((one) => one.userId).sort()).toEqual([boss.userId, userId].sort());
  });

  it.each(['OWNER', 'BOX_OFFICE', 'DOOR'])('invite somebody as %s by a link that works once', async (role) => {
    const email = newEmail();
    const { status, body, headers } = await invite(email, role);
    expect([status, body.mailed, headers['cache-control']]).toEqual([201, false, 'no-store']);
    expect(body.path).toMatch(/^\/account\/invitation#[\w-]{43}$/);
    const token = tokenOf(body);
    const open = async () => (await api.get(`${PEOPLE}/invitations`, boss)).body;
    expect((await open()).items).toContainEqual({ id: expect.any(String), email, role, endsAt: expect.any(String) });
    expect(JSON.stringify([await open(), await api.stored('account_links').find().toArray()])).not.toContain(token);
    expect((await accept(token, '1234567890')).body.fields[0]?.field).toBe('password');
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
    const came = answers.find((answer) => answer.status === 201)?.body;
    expect(came?.user).toMatchObject({ email, role, name: 'Grace', emailProved: false });
    expect(await mayIn({ token: came?.token ?? '' })).toBe(200);
    expect(JSON.stringify(await open())).not.toContain(email);
  });

  it('take an invitation back, and give another one in its place', async () => {
    const email = newEmail();
    const first = tokenOf((await invite(email)).body);
    const { body } = await invite(email, 'DOOR');
    const { id } = body as unknown as { id: string };
    expect((await accept(first)).body.code).toBe('unknown-link');
    for (const times of [1, 2])
      expect([times, (await api.delete(`${PEOPLE}/invitations/${id}`, boss)).status]).toEqual([times, 204]);
    expect((await accept(tokenOf(body))).body.code).toBe('unknown-link');
  });

  it('give each other another role, with which every session ends', async () => {
    const other = await api.staff('DOOR');
    const change = (role: unknown, { token } = boss, { userId }: { userId: string } = other) =>
      api.patch(`${PEOPLE}/${userId}`, { token, body: { role } });
    const { status, body } = await change('BOX_OFFICE');
    expect([status, body.role, await mayIn(other)]).toEqual([200, 'BOX_OFFICE', 401]);
    const { token } = (await login(other.email, other.password)).body;
    expect((await change('OWNER', { ...boss, token })).status).toBe(403);
    for (const role of ['CUSTOMER', 'GUEST', 'ADMIN', null, undefined]) expect((await change(role)).status).toBe(400);
    expect((await change('DOOR', boss, boss)).body.code).toBe('admin-needed');
    expect((await change('DOOR', await another(), boss)).body.code).toBe('admin-needed');
    expect((await change('DOOR', boss, await api.guest())).body.code).toBe('unknown-user');
    const customer = await register();
    expect((await change('OWNER', boss, customer)).body.code).toBe('unknown-user');
  });

  it('remove an admin whom the environment named before', async () => {
    const email = newEmail();
    await api.find(AccountService).ensureAdmin(email, PASSWORD);
    const { userId, token } = (await login(email, PASSWORD)).body;
    expect([(await remove(userId)).status, await mayIn({ token })]).toEqual([204, 401]);
  });

  it.each(['a customer', 'an admin', 'an admin, in other letters'])(
    'invite nobody with an e-mail that is %s’s, say what to do, and change nothing',
    async (whose) => {
      const email = whose === 'a customer' ? (await register()).user.email : (await another()).email;
      const before = await api.stored('users').find().toArray();
      const { status, body } = await invite(whose.endsWith('letters') ? email.toUpperCase() : email);
      expect([status, body.code]).toEqual([409, 'email-taken']);
      expect(body.detail).toMatch(/new password.*another e-mail/);
      expect(await api.stored('users').find().toArray()).toEqual(before);
    },
  );

  it('let in nobody whose e-mail an account took meanwhile', async () => {
    const email = newEmail();
    const { body } = await invite(email);
    await register(email);
    expect((await accept(tokenOf(body))).body.code).toBe('email-taken');
  });

  it('invite an e-mail that guests gave, who own nothing by it', async () => {
    const email = newEmail();
    const guest = (await api.post('/api/auth/guest', { body: { name: 'Ada', email } })).body;
    expect((await invite(email)).status).toBe(201);
    expect(await mayIn(guest)).toBe(403);
  });

  it.each([
    ['email', { email: 'grace', role: 'DOOR' }],
    ['role', { email: 'grace@example.org', role: 'ADMIN' }],
    ['role', { email: 'grace@example.org' }],
    ['password', { email: 'grace@example.org', role: 'DOOR', password: PASSWORD }],
  ])('refuse a wrong %s', async (field, body) => {
    const reply = await api.post(`${PEOPLE}/invitations`, { token: boss.token, body });
    expect([reply.status, reply.body.fields[0]?.field]).toEqual([400, field]);
  });

  it('give each other a new password, with which the old one and every session end', async () => {
    const { userId, email, password, token } = await another();
    const { status, body, headers } = await renew(userId);
    expect([status, body.userId, headers['cache-control']]).toEqual([200, userId, 'no-store']);
    expect(await mayIn({ token })).toBe(401);
    expect((await login(email, password)).status).toBe(401);
    expect(await mayIn((await login(email, body.firstPassword)).body)).toBe(200);
    expect(await mayIn(boss)).toBe(200);
  });

  it('give no customer a password, and nobody who is not', async () => {
    const { userId, user } = await register();
    for (const id of [userId, (await api.guest()).userId, 'f'.repeat(24), 'x']) {
      const { status, body } = await renew(id);
      expect([status, body.code]).toEqual([404, 'unknown-user']);
    }
    expect((await login(user.email, PASSWORD)).status).toBe(200);
  });

  it('give none to themselves, nor to the admin of the environment', async () => {
    const other = await another();
    for (const [id, by] of [
      [other.userId, other],
      [boss.userId, other],
      [boss.userId, boss],
    ] as const) {
      const { status, body } = await renew(id, by);
      expect([status, body.code]).toEqual([403, 'forbidden']);
    }
    expect((await login(other.email, other.password)).status).toBe(200);
    expect(await mayIn(boss)).toBe(200);
  });

  it('remove each other: a customer stays, with the bookings, who signs in as one', async () => {
    const [other, show] = [await another(), await api.show()];
    const { bookingId } = (await api.book(other, show, { seatIds: show.seatIds.slice(0, 2) })).body;
    expect((await remove(other.userId)).status).toBe(204);
    expect(await mayIn(other)).toBe(401);
    expect((await list()).map(({ userId }) => userId)).not.toContain(other.userId);
    const { token, user } = (await login(other.email, other.password)).body;
    expect([user, await mayIn({ token })]).toEqual([expect.objectContaining({ role: 'CUSTOMER' }), 403]);
    const mine = (await api.get('/api/bookings', { token })).body.items;
    expect(mine).toMatchObject([{ bookingId, status: 'CONFIRMED' }]);
  });

  it('remove somebody twice as once, and sign out no customer by it', async () => {
    const other = await another();
    expect([(await remove(other.userId)).status, (await remove(other.userId)).status]).toEqual([204, 204]);
    const { token } = (await login(other.email, other.password)).body;
    expect((await remove(other.userId)).status).toBe(204);
    expect((await api.get('/api/auth/me', { token })).status).toBe(200);
    expect((await remove('f'.repeat(24))).body.code).toBe('unknown-user');
  });

  it('remove neither themselves nor the admin of the environment', async () => {
    const other = await another();
    for (const [id, by] of [
      [other.userId, other],
      [boss.userId, other],
      [boss.userId, boss],
    ] as const) {
      const { status, body } = await remove(id, by);
      expect([status, body.code]).toEqual([409, 'admin-needed']);
    }
    expect([await mayIn(other), await mayIn(boss)]).toEqual([200, 200]);
  });

  it('are no business of customers', async () => {
    const { token } = await register();
    const other = await another();
    for (const { status } of [
      await api.get(PEOPLE, { token }),
      await invite(newEmail(), 'OWNER', { ...boss, token }),
      await api.get(`${PEOPLE}/invitations`, { token }),
      await renew(other.userId, { ...boss, token }),
      await remove(other.userId, { ...boss, token }),
    ]) {
      expect(status).toBe(403);
    }
    expect(await mayIn(other)).toBe(200);
  });
});

describe('the admin of the environment', () => {
  it('is known however the e-mail is spelled there', async () => {
    const api = await startTestApi({ settings: { admin: { email: ' Boss@BÜCHER.example ', password: PASSWORD } } });
    try {
      const { token } = await api.admin();
      const { items } = (await api.get(PEOPLE, { token })).body;
      expect(items).toMatchObject([{ email: 'boss@bücher.example', fromEnvironment: true, self: true }]);
    } finally {
      await api.close();
    }
  });
});
