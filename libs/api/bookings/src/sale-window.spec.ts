import { ShowService } from '@modex/api-shows';
import { ShowEdit } from '@modex/domain';
import { inDays, TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

/** Windows of a sale that are not open, with what the refusal tells. */
const NOT_OPEN = { saleOpensAt: inDays(30), saleClosesAt: null };
const CLOSED = { saleOpensAt: null, saleClosesAt: inDays(-1) };
const SHUT: readonly (readonly [string, ShowEdit, string])[] = [
  ['before it opens', NOT_OPEN, `The sale opens at ${NOT_OPEN.saleOpensAt.toISOString()}; book then.`],
  ['after it has closed', CLOSED, `The sale closed at ${CLOSED.saleClosesAt.toISOString()}; ask the box office.`],
];
/** Every way to seats. */
const WAYS = [
  'book',
  'hold these seats',
  'hold the best',
  'change a hold',
  'change a hold to the best',
  'see offers',
] as const;
type Way = (typeof WAYS)[number];

describe('a sale that is not open', () => {
  let api: TestApi;
  let [admin, holder, rival]: SignedInUser[] = [];
  let show: TestShow;
  let holdId: string;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [holder, rival] = [await api.guest(), await api.guest()];
    show = await api.show({ totalSeats: 10 });
    holdId = (await api.hold(holder, show, seats(0))).body.holdId;
  });

  const seats = (...places: readonly number[]): readonly string[] =>
    places.map((place) => show.seatIds[place] as string);
  const setWindow = async (fields: ShowEdit): Promise<void> => {
    await api.find(ShowService).edit(show.id, { version: 0, fields, by: admin?.userId ?? '' });
  };
  const go = (way: Way, newcomer = rival, owner = holder): Promise<TestReply> => {
    const path = `/api/shows/${show.id}`;
    const asked: Record<Way, () => Promise<TestReply>> = {
      book: () => api.book(newcomer as SignedInUser, show, { seatIds: seats(5) }),
      'hold these seats': () => api.hold(newcomer as SignedInUser, show, seats(5)),
      'hold the best': () => api.post(`${path}/holds`, { token: newcomer?.token, body: { quantity: 1 } }),
      'change a hold': () => api.put(`${path}/holds/${holdId}`, { token: owner?.token, body: { seatIds: seats(5) } }),
      'change a hold to the best': () =>
        api.put(`${path}/holds/${holdId}`, { token: owner?.token, body: { quantity: 2 } }),
      'see offers': () => api.get(`${path}/offers?quantity=1`),
    };
    return asked[way]();
  };

  describe.each(SHUT)('%s', (_, fields, detail) => {
    it.each(WAYS)('refuses to %s, says when, and writes nothing', async (way) => {
      await setWindow(fields);
      const { status, body } = await go(way);
      expect([status, body.code, body.detail]).toEqual([409, 'show-not-on-sale', detail]);
      expect(await api.bookingsOf(show)).toHaveLength(1);
      expect((await api.seatStatuses(show)).filter((seat) => seat !== 'AVAILABLE')).toEqual(['HELD']);
    });

    it.each(['book', 'hold these seats', 'hold the best'] as const)('lets the box office %s', async (way) => {
      await setWindow(fields);
      expect((await go(way, admin)).status).toBe(201);
    });

    it.each(['change a hold', 'change a hold to the best'] as const)('lets the box office %s', async (way) => {
      holdId = (await api.hold(admin as SignedInUser, show, seats(1))).body.holdId;
      await setWindow(fields);
      expect((await go(way, rival, admin)).status).toBe(200);
    });

    it('lets a hold of before be extended and booked', async () => {
      await setWindow(fields);
      const path = `/api/shows/${show.id}`;
      expect((await api.post(`${path}/holds/${holdId}/extend`, { token: holder?.token })).status).toBe(200);
      const body = { seatIds: seats(0), userId: 'me', holdId };
      expect((await api.post(`${path}/book`, { token: holder?.token, body })).status).toBe(201);
    });

    it('answers a booking of before again, and lets it be cancelled', async () => {
      const asked = { seatIds: seats(5), key: 'once' };
      const made = await api.book(rival as SignedInUser, show, asked);
      await setWindow(fields);
      const again = await api.book(rival as SignedInUser, show, asked);
      expect([again.status, again.body.bookingId]).toEqual([made.status, made.body.bookingId]);
      const { bookingId } = made.body;
      const token = rival?.token;
      const { items } = (await api.get('/api/bookings?when=upcoming', { token })).body;
      expect(items).toMatchObject([{ bookingId, cancellable: true }]);
      expect((await api.post(`/api/bookings/${bookingId}/cancel`, { token })).body.status).toBe('CANCELLED');
    });
  });

  it.each(WAYS)('is open between both: lets a customer %s', async (way) => {
    await setWindow({ saleOpensAt: inDays(-2), saleClosesAt: inDays(30) });
    expect([200, 201]).toContain((await go(way)).status);
  });

  it('refuses the box office too once the show has started', async () => {
    await setWindow(CLOSED);
    await api.startShow(show);
    const refused = await api.book(admin as SignedInUser, show, { seatIds: seats(5) });
    expect(refused.body.detail).toBe('The show has started; its seats cannot be booked any more.');
  });

  it('is listed with its times', async () => {
    const [saleOpensAt, saleClosesAt] = [inDays(30), inDays(60)];
    await setWindow({ saleOpensAt, saleClosesAt });
    const { items } = (await api.get('/api/shows?limit=100')).body;
    const told = { bookable: false, salePhase: 'NOT_OPEN', saleOpensAt: saleOpensAt.toISOString() };
    expect(items.find(({ id }) => id === show.id)).toMatchObject({ ...told, saleClosesAt: saleClosesAt.toISOString() });
  });
});
