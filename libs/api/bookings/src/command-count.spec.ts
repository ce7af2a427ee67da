import { startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

/** The commands of the protocol; the session is read besides, and the show at most once a second. */
const PROTOCOL = ['bookings', 'seats', 'shows'];

describe('a booking costs', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  /** A show that was read just now, so that what is counted is the booking alone. */
  async function warmShow(limitPerCustomer: number | null = null): Promise<TestShow> {
    const show = await api.show({ totalSeats: 6, limitPerCustomer });
    await api.get(`/api/shows/${show.id}`);
    return show;
  }

  it.each([1, 2, 3, 4, 5])('n + 2 commands for a success of n = %i seats', async (n) => {
    const [buyer, show] = [await api.guest(), await warmShow()];
    const commands = await api.commands.during(PROTOCOL, async () => {
      expect((await api.book(buyer, show, { seatIds: show.seatIds.slice(0, n) })).status).toBe(201);
    });
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
      'findAndModify bookings',
      ...Array.from({ length: n }, () => 'findAndModify seats'),
      'findAndModify bookings',
    ]);
  });

  it.each([1, 2, 3, 4, 5])(
    'n + 3 commands where the show has a limit, n = %i: the count after the intent',
    async (n) => {
      const [buyer, show] = [await api.guest(), await warmShow(5)];
      const commands = await api.commands.during(PROTOCOL, async () => {
        expect((await api.book(buyer, show, { seatIds: show.seatIds.slice(0, n) })).status).toBe(201);
      });
      expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
        'findAndModify bookings',
        'find bookings',
        ...Array.from({ length: n }, () => 'findAndModify seats'),
        'findAndModify bookings',
      ]);
    },
  );

  it('3 commands where it would pass the limit, and 2 while another of the customer is open', async () => {
    const [buyer, show] = [await api.guest(), await warmShow(1)];
    const ask = () => api.book(buyer, show, { seatIds: show.seatIds.slice(0, 2) });
    expect(await api.commands.during(PROTOCOL, ask)).toHaveLength(3);
    await api.underWay({ userId: buyer.userId, showId: show.id, seats: show.seatIds.slice(0, 1), isOnly: true });
    // Another open booking is looked at, since it might be over.
    expect(await api.commands.during(PROTOCOL, ask)).toHaveLength(2);
  });

  it.each([1, 2, 3, 4, 5])('at most k + 3 commands and the releases for a miss at seat k = %i', async (k) => {
    const [buyer, show] = [await api.guest(), await warmShow()];
    await api.book(await api.guest(), show, { seatIds: [show.seatIds[k - 1] as string] });
    const commands = await api.commands.during(PROTOCOL, async () => {
      expect((await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 5) })).status).toBe(409);
    });
    const releases = commands.filter(({ name }) => name === 'update');
    expect(releases).toHaveLength(k - 1);
    expect(commands.length - releases.length).toBeLessThanOrEqual(k + 3);
  });

  it('no more with a key that is new', async () => {
    const [buyer, show] = [await api.guest(), await warmShow()];
    const ask = () => api.book(buyer, show, { seatIds: show.seatIds.slice(0, 3), key: 'k' });
    expect(await api.commands.during(PROTOCOL, ask)).toHaveLength(5);
  });
});
