import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

describe('who just booked or gave back', () => {
  let api: TestApi;
  let show: TestShow;
  let buyer: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    buyer = await api.guest();
  });
  afterAll(() => api?.close());
  beforeEach(async () => void (show = await api.show({ totalSeats: 4 })));

  /** The statuses of the seat map by their first letters. */
  const map = async () => {
    const { body } = await api.get(`/api/shows/${show.id}/seats`);
    return body.seats.map(({ status }) => status[0]).join('');
  };
  const book = (...places: number[]) =>
    api.book(buyer, show, { seatIds: places.map((place) => show.seatIds[place] as string) });
  const giveBack = (bookingId: string, ...places: number[]) =>
    api.post(`/api/bookings/${bookingId}/cancel`, {
      token: buyer.token,
      body: { seatIds: places.map((place) => show.seatIds[place]) },
    });

  it('sees it in the seat map at once, whatever was read before', async () => {
    expect(await map()).toBe('AAAA');
    const { bookingId } = (await book(0, 1, 2)).body;
    expect(await map()).toBe('BBBA');
    await giveBack(bookingId, 1);
    expect(await map()).toBe('BABA');
    // Which of all that it ever gave back are freed now, the release does not say.
    await giveBack(bookingId, 0);
    expect(await map()).toBe('AABA');
  });

  it.each(['seats', 'seats/status'])('reads %s as everybody does: not even the session is looked at', async (path) => {
    const see = () => api.get(`/api/shows/${show.id}/${path}`, { token: buyer.token });
    // Nothing grows old, however long it takes.
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    await see();
    expect(await api.commands.during(['seats', 'sessions', 'shows'], see)).toEqual([]);
    clock.mockRestore();
  });

  it('sees no seat of a booking that failed', async () => {
    await book(2);
    expect(await map()).toBe('AABA');
    expect((await book(0, 1, 2)).status).toBe(409);
    expect(await map()).toBe('AABA');
  });
});
