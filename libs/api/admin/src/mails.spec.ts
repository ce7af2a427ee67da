import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';
import { MailPageResponse, MailResponse, MailSummaryResponse } from './http/admin-mails.response';

/** A server of the settings that nobody asks, since no test here lets the jobs send. */
const MAIL = { smtpUrl: 'smtp://127.0.0.1:9', from: { name: '', address: 'tickets@example.org' } };

describe.each([
  ['without a mail server', undefined],
  ['with a mail server', MAIL],
])('the mails of the admins, %s', (_what, mail) => {
  let api: TestApi;
  let admin: SignedInUser;
  let guest: SignedInUser;
  const ids: string[] = [];
  beforeAll(async () => {
    api = await startTestApi({ settings: { mail } });
    [admin, guest] = [await api.admin(), await api.guest()];
    const show = await api.show({ title: 'Hamlet' });
    for (const place of [0, 2, 4]) {
      const { body } = await api.book(guest, show, { seatIds: show.seatIds.slice(place, place + 1) });
      ids.push(body.bookingId);
      await api.sweep();
    }
  });
  afterAll(async () => {
    ids.length = 0;
    await api?.close();
  });

  const get = async (path: string): Promise<unknown> =>
    (await api.get(`/api/admin/mails${path}`, { token: admin.token })).body;
  const list = (query = '') => get(query) as Promise<MailPageResponse>;
  const of = async (bookingId: string | undefined) =>
    (await list(`?bookingId=${bookingId}`)).items[0] as MailSummaryResponse;
  const find = (id: string) => get(`/${id}`) as Promise<MailResponse>;
  const send = async (id: string, version: unknown, { token } = admin) => {
    const { status, body } = await api.post(`/api/admin/mails/${id}/send`, { token, body: { version } });
    return { status, body: body as unknown as MailResponse & { code: string } };
  };
  /** What the sending would have made of it. */
  const become = (id: string, state: string, answer?: object) =>
    api
      .stored('mails')
      .updateOne({ _id: api.objectId(id) }, [
        { $set: { state, due: '$$REMOVE', version: { $add: ['$version', 1] }, ...(answer && { answer }) } },
      ]);

  it('come latest first, page after page, and say from whom', async () => {
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ bookingId }) => bookingId)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
    expect(first.sender).toBe(mail?.from.address ?? null);
    expect(first.items[0]).not.toHaveProperty('text');
  });

  it('tell what became of each, and of one its words', async () => {
    const { id } = await of(ids[0]);
    const answer = { code: 550, text: '550 No such person', may_have_arrived: false };
    await become(id, 'REFUSED', answer);
    expect(await find(id)).toMatchObject({
      ...{ bookingId: ids[0], kind: 'confirmed', toEmail: 'guest1@example.org', subject: 'Your booking: Hamlet' },
      ...{
        state: 'REFUSED',
        nextTryAt: null,
        answer: { code: 550, text: '550 No such person', mayHaveArrived: false },
      },
      ...{ text: expect.stringContaining('Hamlet'), html: expect.stringContaining('<h1') },
      messageId: expect.stringMatching(`^<${ids[0]}\\.1@`),
    });
    const refused = await list('?state=REFUSED');
    expect(refused.items.map((one) => one.id)).toEqual([id]);
  });

  it('are sent again with the version that was seen, and only then', async () => {
    const seen = await of(ids[1]);
    await become(seen.id, 'FAILED');
    const late = await send(seen.id, seen.version);
    const now = await send(seen.id, seen.version + 1);
    const twice = await send(seen.id, seen.version + 1);
    if (mail === undefined) {
      expect([late, now, twice].map(({ body }) => body.code)).toEqual(Array(3).fill('mail-not-set-up'));
      return;
    }
    expect([late.body.code, now.status, twice.body.code]).toEqual(['mail-changed', 200, 'mail-changed']);
    expect(now.body).toMatchObject({ state: 'WAITING', tries: 0, messageId: (await find(seen.id)).messageId });
    expect(now.body.nextTryAt).not.toBeNull();
  });

  it('become another mail when they are sent again though they had arrived, and stay the same when they had not', async () => {
    if (mail === undefined) return;
    const { id, version } = await of(ids[2]);
    const { messageId } = await find(id);
    await become(id, 'FAILED');
    expect((await send(id, version + 1)).body.messageId).toBe(messageId);
    await become(id, 'SENT');
    expect((await send(id, version + 3)).body.messageId).toBe(messageId.replace('.1@', `.1.${version + 3}@`));
  });

  it('are not sent again while the server has one', async () => {
    if (mail === undefined) return;
    const { id, version } = await of(ids[0]);
    await become(id, 'SENDING');
    expect((await send(id, version + 1)).body.code).toBe('mail-changed');
  });

  it('are for those who sell, and refuse what names none', async () => {
    expect((await api.get('/api/admin/mails', { token: guest.token })).status).toBe(403);
    expect((await send('a'.repeat(24), 1, guest)).status).toBe(403);
    expect(await find('nonsense')).toMatchObject({ code: 'unknown-mail', status: 404 });
    expect(await find('a'.repeat(24))).toMatchObject({ code: 'unknown-mail' });
    expect(await list('?state=LOST')).toMatchObject({ fields: [{ field: 'state' }] });
    expect(await list('?bookingId=x')).toMatchObject({ fields: [{ field: 'bookingId' }] });
    const { id } = await of(ids[0]);
    expect((await send(id, '1')).body.code).toBe('validation-failed');
  });
});
