import { before, inDays, loseAnswer } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';
import { ShowRepository } from '@modex/api-shows';

describe('editing a show', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    await api.stored('shows').deleteMany({});
    show = await api.show({ title: 'Ondine', venue: 'Foyer', description: 'Water.' });
  });

  const edit = (body: object, version = 0) =>
    api.patch(`/api/admin/shows/${show.id}`, { token: admin.token, body: { version, ...body } });
  const history = async () =>
    (await api.get(`/api/admin/shows/${show.id}/changes`, { token: admin.token })).body.changes;
  const bookingOf = async (buyer: SignedInUser) =>
    (await api.get('/api/bookings', { token: buyer.token })).body.items[0];

  it('changes the fields that are named and no other, for everybody at once', async () => {
    await api.get(`/api/shows/${show.id}`);
    const startTime = inDays(40).toISOString();
    const { status, body } = await edit({ title: 'Undine', startTime });
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Undine', startTime, venue: 'Foyer', description: 'Water.', version: 1 });
    expect((await api.get(`/api/shows/${show.id}`)).body).toMatchObject({ title: 'Undine', startTime, venue: 'Foyer' });
  });

  it('is found by its new words and no more by its old ones', async () => {
    await edit({ title: 'Rusalka im Gröbenhof', venue: 'Kursaal' });
    const found = async (q: string) => (await api.get(`/api/shows?q=${encodeURIComponent(q)}`)).body.items.length;
    expect([await found('kursaal grobenhof'), await found('ondine')]).toEqual([1, 0]);
  });

  it('takes venue and description away with an empty text', async () => {
    expect((await edit({ venue: ' ', description: '' })).body).toMatchObject({ venue: null, description: null });
    expect((await edit({ venue: 'Garden' }, 1)).body).toMatchObject({ venue: 'Garden', description: null });
  });

  it('takes house rules and the way there, in lines, shows both to everybody, and takes them away', async () => {
    const texts = { houseRules: 'No admission\nonce it has begun.', gettingThere: 'Tram 12.' };
    expect((await edit({ ...texts, houseRules: ` ${texts.houseRules}\r\n` })).body).toMatchObject(texts);
    expect((await api.get(`/api/shows/${show.id}`)).body).toMatchObject(texts);
    expect((await edit({ gettingThere: '' }, 1)).body).toMatchObject({ ...texts, gettingThere: null });
    expect((await history()).map(({ field }) => field)).toEqual(['gettingThere', 'gettingThere', 'houseRules']);
    const [listed] = (await api.get('/api/shows')).body.items;
    expect(Object.keys(listed ?? {})).not.toContain('houseRules');
  });

  it('remembers what changed, when and by whom, latest first', async () => {
    await edit({ title: '$title' });
    await edit({ title: 'Undine', venue: 'Kursaal' }, 1);
    expect(await history()).toMatchObject([
      { field: 'venue', from: 'Foyer', to: 'Kursaal', by: { userId: admin.userId } },
      { field: 'title', from: '$title', to: 'Undine' },
      { field: 'title', from: 'Ondine', to: '$title', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    ]);
  });

  it('tells those who booked before what changed, and nobody of what was changed back', async () => {
    const buyer = await api.guest();
    await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 1) });
    expect((await bookingOf(buyer))?.show.changes).toEqual([]);
    await edit({ venue: 'Garden', title: 'Undine' });
    await edit({ venue: 'Kursaal', title: 'Ondine' }, 1);
    const at = expect.any(String);
    expect((await bookingOf(buyer))?.show).toMatchObject({ title: 'Ondine', venue: 'Kursaal' });
    expect((await bookingOf(buyer))?.show.changes).toEqual([{ at, field: 'venue', from: 'Foyer', to: 'Kursaal' }]);
    const one = await api.get(`/api/bookings/${(await bookingOf(buyer))?.bookingId}`, { token: buyer.token });
    expect(one.body.show.changes).toHaveLength(1);
  });

  it('sets the rule of lone seats and takes it back, remembers both, and tells no customer', async () => {
    const buyer = await api.guest();
    await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 1) });
    expect((await edit({ noLoneSeat: true })).body.noLoneSeat).toBe(true);
    expect((await edit({ noLoneSeat: false }, 1)).body.noLoneSeat).toBe(false);
    expect((await edit({ noLoneSeat: true }, 2)).body.noLoneSeat).toBe(true);
    expect((await api.get(`/api/shows/${show.id}`)).body.noLoneSeat).toBe(true);
    expect((await history()).map(({ field, from, to }) => [field, from, to])).toEqual([
      ['noLoneSeat', 'false', 'true'],
      ['noLoneSeat', 'true', 'false'],
      ['noLoneSeat', 'false', 'true'],
    ]);
    expect((await bookingOf(buyer))?.show.changes).toEqual([]);
    expect((await edit({ noLoneSeat: 'yes' }, 3)).body.code).toBe('validation-failed');
  });

  it('sets the times of the sale, lets one end, remembers both, and tells no customer', async () => {
    const buyer = await api.guest();
    await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 1) });
    const [saleOpensAt, saleClosesAt] = [inDays(10).toISOString(), inDays(20).toISOString()];
    expect((await edit({ saleOpensAt, saleClosesAt })).body).toMatchObject({ saleOpensAt, saleClosesAt });
    expect((await edit({ saleOpensAt: null }, 1)).body).toMatchObject({ saleOpensAt: null, saleClosesAt });
    expect((await api.get(`/api/shows/${show.id}`)).body).toMatchObject({ salePhase: 'OPEN', bookable: true });
    expect((await history()).map(({ field, from, to }) => [field, from, to])).toEqual([
      ['saleOpensAt', saleOpensAt, null],
      ['saleClosesAt', null, saleClosesAt],
      ['saleOpensAt', null, saleOpensAt],
    ]);
    expect((await bookingOf(buyer))?.show.changes).toEqual([]);
  });

  it('to a start before the sale closes is refused, unless it closes earlier too', async () => {
    await edit({ saleClosesAt: inDays(20).toISOString() });
    const early = { startTime: inDays(15).toISOString() };
    expect((await edit(early, 1)).body.fields).toEqual([
      { field: 'saleClosesAt', message: 'must not be after the start of the show' },
    ]);
    expect((await edit({ ...early, saleClosesAt: early.startTime }, 1)).status).toBe(200);
  });

  it('tells no one who booked long after', async () => {
    await edit({ venue: 'Garden' });
    await api.stored('shows').updateOne({ _id: api.objectId(show.id) }, { $set: { 'changes.0.at': inDays(-1) } });
    const buyer = await api.guest();
    await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 1) });
    expect((await bookingOf(buyer))?.show.changes).toEqual([]);
  });

  it('refuses who saw an older version, and writes nothing of it', async () => {
    await edit({ title: 'Undine' });
    const { status, body } = await edit({ title: 'Rusalka', venue: 'Garden' });
    expect([status, body.code]).toEqual([409, 'show-changed']);
    const { body: now } = await api.get(`/api/admin/shows/${show.id}`, { token: admin.token });
    expect(now).toMatchObject({ title: 'Undine', venue: 'Foyer', version: 1 });
  });

  it('by twenty at once lets exactly one win, each time', async () => {
    for (const version of [0, 1]) {
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, place) => edit({ title: `Title ${version}.${place}` }, version)),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
      const { body } = await api.get(`/api/shows/${show.id}`);
      expect(body.title).toBe(replies.find(({ status }) => status === 200)?.body.title);
    }
    expect(await history()).toHaveLength(2);
  });

  it('that was written while this one was under way is not overwritten', async () => {
    before(api.find(ShowRepository), 'edit', () => edit({ title: 'Undine' }));
    expect((await edit({ title: 'Rusalka' })).body.code).toBe('show-changed');
    expect((await api.get(`/api/shows/${show.id}`)).body.title).toBe('Undine');
  });

  it('sent again after a lost answer is done, once', async () => {
    loseAnswer(api.find(ShowRepository), 'edit');
    expect((await edit({ title: 'Undine' })).status).toBe(503);
    const { status, body } = await edit({ title: 'Undine' });
    expect([status, body.title, body.version]).toEqual([200, 'Undine', 1]);
    expect(await history()).toHaveLength(1);
  });

  it('of a draft works too, also of one whose time has passed', async () => {
    show = await api.show({ status: 'DRAFT' });
    await api.startShow(show);
    expect((await edit({ title: 'Undine' })).status).toBe(200);
    expect((await edit({ startTime: inDays(3).toISOString() }, 1)).body.status).toBe('DRAFT');
  });

  it('that has started is refused, by the clock of the database', async () => {
    await api.startShow(show);
    const { status, body } = await edit({ title: 'Undine' });
    expect([status, body.code]).toEqual([409, 'show-move-refused']);
    expect((await api.get(`/api/admin/shows/${show.id}`, { token: admin.token })).body.title).toBe('Ondine');
  });

  it('that is cancelled is refused', async () => {
    await api.post(`/api/admin/shows/${show.id}/cancel`, { token: admin.token });
    expect((await edit({ title: 'Undine' })).body.code).toBe('show-move-refused');
  });

  it('that is not there is 404', async () => {
    show = { ...show, id: 'f'.repeat(24) };
    expect((await edit({ title: 'Undine' })).body.code).toBe('unknown-show');
    expect((await api.get(`/api/admin/shows/${show.id}/changes`, { token: admin.token })).status).toBe(404);
  });

  it.each<[string, object, string]>([
    ['no title', { title: ' ' }, 'title'],
    ['a start in the past', { startTime: inDays(-1).toISOString() }, 'startTime'],
    ['a start that is no time', { startTime: 'tomorrow' }, 'startTime'],
    ['a status of its own', { status: 'ON_SALE' }, 'status'],
    ['another plan', { totalSeats: 5 }, 'totalSeats'],
    ['a sale that closes after the start', { saleClosesAt: inDays(366).toISOString() }, 'saleClosesAt'],
    ['a sale that opens at the start', { saleOpensAt: inDays(366).toISOString() }, 'saleOpensAt'],
    ['a sale that opens at no time', { saleOpensAt: 'soon' }, 'saleOpensAt'],
    ['house rules of 2,001', { houseRules: 'x'.repeat(2_001) }, 'houseRules'],
    ['a way there of 2,001', { gettingThere: 'x'.repeat(2_001) }, 'gettingThere'],
    ['half a version', { version: 0.5 }, 'version'],
    ['a version in words', { version: '0' }, 'version'],
  ])('with %s is 400 and writes nothing', async (_, body, field) => {
    const reply = await edit(body);
    expect([reply.status, reply.body.fields[0]?.field]).toEqual([400, field]);
    expect(await history()).toEqual([]);
  });

  it('remembers two hundred changes and forgets the oldest first', async () => {
    const old = Array.from({ length: 200 }, (_, place) => ({
      at: inDays(-2),
      by: api.objectId(admin.userId),
      field: 'title',
      from: `${place}`,
      to: `${place + 1}`,
    }));
    await api.stored('shows').updateOne({ _id: api.objectId(show.id) }, { $set: { changes: old, version: 200 } });
    expect((await edit({ venue: 'Garden' }, 200)).body.version).toBe(201);
    const kept = await history();
    expect([kept.length, kept[0]?.field, kept.at(-1)?.from]).toEqual([200, 'venue', '1']);
  });
});
