import { Role } from '@modex/domain';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/accounts';

describe('the role of a session', () => {
  let api: TestApi;
  let admin: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  afterEach(() => become(admin, 'OWNER'));

  /** Writes the role where it is kept, as another server would; the sessions stay. */
  const become = ({ userId }: SignedInUser, role: Role) =>
    api.stored('users').updateOne({ _id: api.objectId(userId) }, { $set: { role } });

  it('is told to whoever asks who he is', async () => {
    await become(admin, 'CUSTOMER');
    expect((await api.get('/api/auth/me', admin)).body.user.role).toBe('CUSTOMER');
  });

  it('of an account that is gone is none', async () => {
    const guest = await api.guest();
    await api.stored('users').deleteOne({ _id: api.objectId(guest.userId) });
    expect((await api.get('/api/auth/me', guest)).status).toBe(401);
  });
});
