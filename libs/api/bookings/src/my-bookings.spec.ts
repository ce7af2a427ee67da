import { inDays } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { ShowCancelService } from './show-cancel.service';

describe('my bookings', () => {
  let api: TestApi;
  let guest: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    guest = await api.guest();
  });

  const show = (title: string, days: number): Promise<TestShow> => api.show({ title, startTime: inDays(days) });
  const book = async (on: TestShow, seat = 0): Promise<string> =>
    (await api.book(guest, on, { seatIds: [on.seatIds[seat] as string] })).body.bookingId;
  const cancel = (id: string) => api.post(`/api/bookings/${id}/cancel`, { token: guest.token });
  const list = async (query: string) => (await api.get(`/api/bookings?${query}`, { token: guest.token })).body;
  const titles = async (query: string): Promise<readonly string[]> =>
    (await list(query)).items.map(({ show: { title } }) => title);

  it('have the ticket for tomorrow first, whatever was booked and cancelled after it', async () => {
    await book(await show('tomorrow', 1));
    for (let later = 2; later < 23; later++) await cancel(await book(await show(`later ${later}`, later)));
    await book(await show('next month', 30));
    expect(await titles('when=upcoming')).toEqual(['tomorrow', 'next month']);
    const past = await titles('when=past&limit=100');
    expect(past).toHaveLength(21);
    expect(past.slice(0, 2)).toEqual(['later 22', 'later 21']);
  });

  it('are past once the show has begun, by the clock of the database', async () => {
    const on = await show('begun', 1);
    const id = await book(on);
    expect(await list('when=upcoming')).toMatchObject({ items: [{ bookingId: id, show: { started: false } }] });
    await api.startShow(on);
    expect(await titles('when=upcoming')).toEqual([]);
    expect(await list('when=past')).toMatchObject({
      items: [{ bookingId: id, status: 'CONFIRMED', cancellable: false, show: { started: true } }],
    });
  });

  it('are past when the show was cancelled', async () => {
    const on = await show('cancelled', 1);
    await book(on);
    await api.find(ShowCancelService).cancel(on.id, { userId: (await api.admin()).userId, role: 'OWNER' });
    expect(await titles('when=upcoming')).toEqual([]);
    expect(await titles('when=past')).toEqual(['cancelled']);
  });

  it('have what is being made among what is to come, and what came to nothing nowhere', async () => {
    const on = await show('making', 1);
    const id = await book(on);
    const become = (status: string) =>
      api.stored('bookings').updateOne({ _id: api.objectId(id) }, { $set: { status } });
    await become('PENDING');
    expect(await list('when=upcoming')).toMatchObject({ items: [{ bookingId: id, status: 'PENDING' }] });
    expect(await titles('when=past')).toEqual([]);
    for (const status of ['FAILED', 'EXPIRED']) {
      await become(status);
      expect([await titles('when=upcoming'), await titles('when=past'), await titles('')]).toEqual([[], [], []]);
    }
  });

  it.each(['upcoming', 'past'])('that are %s come in pages that lose none and repeat none', async (when) => {
    const same = await show('same', 3);
    const ids = [await book(await show('first', 2)), await book(same, 0), await book(same, 1), await book(same, 2)];
    ids.push(await book(await show('last', 4)));
    if (when === 'past') for (const id of ids) await cancel(id);
    const seen: string[] = [];
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list(`when=${when}&limit=2${cursor && `&cursor=${cursor}`}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ bookingId }) => bookingId));
      names.push(...page.items.map(({ show: { title } }) => title));
      cursor = page.nextCursor;
    }
    expect([...seen].sort()).toEqual([...ids].sort());
    const order = ['first', 'same', 'same', 'same', 'last'];
    expect(names).toEqual(when === 'upcoming' ? order : order.reverse());
  });

  it('of one show', async () => {
    const [one, other] = [await show('one', 1), await show('other', 2)];
    await book(one);
    await book(other);
    for (const query of [`showId=${one.id}`, `showId=${one.id.toUpperCase()}&when=upcoming`]) {
      expect(await titles(query)).toEqual(['one']);
    }
  });

  it("have nobody else's", async () => {
    await book(await show('mine', 1));
    const eve = await api.guest();
    for (const query of ['', 'when=upcoming', 'when=past']) {
      expect((await api.get(`/api/bookings?${query}`, { token: eve.token })).body.items).toEqual([]);
    }
  });

  it.each(['when=now', 'showId=x', 'when=past&when=upcoming', 'cursor=x'])('with ?%s is 400', async (query) => {
    const { status, body } = await api.get(`/api/bookings?${query}`, { token: guest.token });
    expect([status, body.code]).toEqual([400, 'validation-failed']);
  });
});
