import { Role } from '@modex/domain';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';

const ACCOUNTS = ['sessions', 'users'];

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
  const sent = async (work: () => Promise<unknown>) =>
    (await api.commands.during(ACCOUNTS, work)).map(({ name, collection }) => `${name} ${collection}`);

  it.each([
    ['reading', () => api.get('/api/admin/shows', admin)],
    ['writing', () => api.post('/api/admin/audit/run', admin)],
  ])('is that of the account in this moment: %s', async (_, ask) => {
    expect((await ask()).status).toBeLessThan(300);
    await become(admin, 'CUSTOMER');
    const { status, body } = await ask();
    expect([status, body.code]).toEqual([403, 'forbidden']);
    await become(admin, 'OWNER');
    expect((await ask()).status).toBeLessThan(300);
  });

  it.each<[Role, number]>([
    ['OWNER', 201],
    ['BOX_OFFICE', 201],
    ['DOOR', 403],
    ['CUSTOMER', 403],
    ['GUEST', 403],
  ])('of %s answers a booking for somebody else with %i', async (role, expected) => {
    const [guest, show] = [await api.guest(), await api.show()];
    await become(admin, role);
    const body = { seatIds: show.seatIds.slice(0, 1), userId: guest.userId };
    expect((await api.post(`/api/shows/${show.id}/book`, { token: admin.token, body })).status).toBe(expected);
  });

  it.each<[Role, readonly number[]]>([
    ['OWNER', [200, 200, 200, 200]],
    ['BOX_OFFICE', [200, 403, 403, 200]],
    ['DOOR', [200, 403, 403, 200]],
    ['CUSTOMER', [403, 403, 403, 403]],
    ['GUEST', [403, 403, 403, 403]],
  ])('of %s opens what the table says', async (role, expected) => {
    await become(admin, role);
    const paths = ['/api/admin/shows', '/api/admin/people', '/api/admin/audit', '/api/admin/bookings?q=ada'];
    const answers = await Promise.all(paths.map((path) => api.get(path, admin)));
    expect(answers.map(({ status }) => status)).toEqual(expected);
  });

  it('of an admin alone opens the admin’s routes', async () => {
    const asGuest = await api.get('/api/admin/shows', { token: (await api.guest()).token });
    expect([asGuest.status, asGuest.body.code]).toEqual([403, 'forbidden']);
    const asNobody = await api.get('/api/admin/shows');
    expect([asNobody.status, asNobody.body.code]).toEqual([401, 'unauthenticated']);
    expect((await api.get('/api/admin/shows', { token: (await api.admin()).token })).status).toBe(200);
  });

  it('is read with the session by one command', async () => {
    const [guest, show] = [await api.guest(), await api.show()];
    const book = () => api.book(guest, show, { seatIds: show.seatIds.slice(0, 1) });
    expect(await sent(book)).toEqual(['aggregate sessions']);
    expect(await sent(() => api.get('/api/shows', guest))).toEqual(['aggregate sessions']);
    expect(await sent(() => api.get('/api/admin/shows', admin))).toEqual(['aggregate sessions']);
  });
});
