import { before } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/accounts';
import { StaffAccounts } from './staff-accounts';
import { SessionRepository } from './session/session.repository';

const PASSWORD = 'curtain up at eight';
const ANOTHER = 'the fat lady sings at ten';

describe('a session that begins while another way in is closed', () => {
  let api: TestApi;
  let boss: SignedInUser;
  let people = 0;
  beforeAll(async () => {
    api = await startTestApi();
    boss = await api.admin();
  });
  afterAll(() => api?.close());

  const newEmail = () => `late${++people}@example.org`;
  const login = (email: string, password: string) => api.post('/api/auth/login', { body: { email, password } });
  const register = (email: string, token?: string) =>
    api.post('/api/auth/register', { token, body: { name: 'Ada', email, password: PASSWORD } });
  const sessionsOf = async (email: string) => {
    const { _id } = (await api.stored('users').findOne({ email })) ?? {};
    return api.stored('sessions').countDocuments({ user_id: _id });
  };

  it('by a password that its owner changes does not live', async () => {
    const email = newEmail();
    const { token } = (await register(email)).body;
    const change = { currentPassword: PASSWORD, password: ANOTHER };
    before(api.find(SessionRepository), 'open', () => api.post('/api/auth/password', { token, body: change }));
    const { status, body } = await login(email, PASSWORD);
    expect([status, body.code, body.token]).toEqual([401, 'invalid-credentials', undefined]);
    expect([await sessionsOf(email), (await login(email, ANOTHER)).status]).toEqual([1, 200]);
  });

  it('by a password that another admin renews does not live', async () => {
    const { userId, email, password } = await api.staff();
    const [admins, by] = [api.find(StaffAccounts), { userId: boss.userId, address: '127.0.0.1' }];
    before(api.find(SessionRepository), 'open', () => admins.renewPassword(userId, by));
    expect((await login(email, password)).body.code).toBe('invalid-credentials');
    expect(await sessionsOf(email)).toBe(0);
  });

  it('for a guest who becomes an account is one of a new guest', async () => {
    const email = newEmail();
    const guest = { name: 'Ada', email };
    const { token, userId } = (await api.post('/api/auth/guest', { body: guest })).body;
    before(api.find(SessionRepository), 'open', () => register(email, token));
    const { status, body } = await api.post('/api/auth/guest', { token, body: guest });
    expect([status, body.user.kind]).toEqual([201, 'GUEST']);
    expect(body.userId).not.toBe(userId);
  });
});
