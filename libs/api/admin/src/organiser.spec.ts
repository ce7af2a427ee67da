import { OrganiserService } from '@modex/api-imprint';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';

const SAID = {
  name: 'Theatre Street Players',
  address: 'Theatre Street 1\n10115 Berlin',
  email: 'hello@example.org',
  imprintUrl: 'https://example.org/imprint',
  privacyUrl: 'https://example.org/privacy',
  termsUrl: null,
};

describe('the organiser', () => {
  let api: TestApi;
  let admin: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    await api.connection.collection('organisers').deleteMany({});
    await api.connection.collection('activities').deleteMany({});
  });

  const put = (body: object, version = 0, token = admin.token) =>
    api.put('/api/admin/organiser', { token, body: { version, ...body } });
  const seen = async () => (await api.get('/api/organiser')).body;
  const log = async () => (await api.get('/api/admin/activity', { token: admin.token })).body.items;

  it('is shown to everybody at once after it was said, with an ETag that changes with it', async () => {
    const first = await put(SAID);
    expect([first.status, first.body]).toEqual([200, { ...SAID, version: 1 }]);
    const { body, headers } = await api.get('/api/organiser');
    expect(body).toEqual({ ...SAID, version: 1 });
    const known = { headers: { 'if-none-match': String(headers['etag']) } };
    expect((await api.get('/api/organiser', known)).status).toBe(304);
    await put({ ...SAID, name: 'Others' }, 1);
    const changed = await api.get('/api/organiser', known);
    expect([changed.status, changed.body.name]).toEqual([200, 'Others']);
  });

  it('is nobody of whom anything is said, before', async () => {
    const nothing = { name: null, address: null, email: null, imprintUrl: null, privacyUrl: null, termsUrl: null };
    expect(await api.find(OrganiserService).find()).toEqual({ ...nothing, version: 0, changedAt: null });
  });

  it('takes away what is empty', async () => {
    await put(SAID);
    const less = { ...SAID, address: '', email: null, imprintUrl: null };
    expect((await put(less, 1)).body).toMatchObject({ address: null, email: null, imprintUrl: null, version: 2 });
    expect(await seen()).toMatchObject({ address: null, email: null, imprintUrl: null });
  });

  it.each([0, 1])(
    'by twenty admins at once who saw version %i is written once, and the others are told',
    async (saw) => {
      if (saw === 1) await put(SAID);
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, at) => put({ ...SAID, name: `Players ${at}` }, saw)),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
      expect(new Set(replies.map(({ body }) => body.code))).toEqual(new Set([undefined, 'organiser-changed']));
      expect((await seen()).name).toBe(replies.find(({ status }) => status === 200)?.body.name);
    },
  );

  it('said again as it is stays as it is, whatever version was seen', async () => {
    await put(SAID);
    expect([(await put(SAID)).body.version, (await log()).length]).toEqual([1, 1]);
  });

  it('is in the activity log with who said what', async () => {
    await put(SAID);
    expect(await log()).toMatchObject([
      {
        ...{ action: 'organiser.manage', by: { userId: admin.userId } },
        organiser: { ...SAID, termsUrl: '' },
        ...{ bookingId: null, planId: null, showId: null, before: null, after: null, plan: null, seats: null },
      },
    ]);
  });

  it.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['a name of 201', { name: 'x'.repeat(201) }, 'name'],
    ['an address of 501', { address: 'x'.repeat(501) }, 'address'],
    ['an e-mail that is none', { email: 'hello' }, 'email'],
    ['a link by http', { imprintUrl: 'http://example.org' }, 'imprintUrl'],
    ['a link with a password', { privacyUrl: 'https://a:b@example.org' }, 'privacyUrl'],
    ['a link that is a script', { termsUrl: 'javascript:alert(1)' }, 'termsUrl'],
    ['a link of 501', { termsUrl: `https://example.org/${'x'.repeat(482)}` }, 'termsUrl'],
    ['no version', { version: undefined }, 'version'],
  ])('with %s is 400 and writes nothing', async (_, changes, field) => {
    const { status, body } = await put({ ...SAID, ...changes });
    expect([status, body.fields?.[0]?.field]).toEqual([400, field]);
    expect(await api.connection.collection('organisers').countDocuments()).toBe(0);
  });

  it('is closed to customers', async () => {
    const guest = await api.guest();
    expect((await put(SAID, 0, guest.token)).status).toBe(403);
  });
});
