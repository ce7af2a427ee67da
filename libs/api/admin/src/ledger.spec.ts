import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

describe('the ledger of a seat', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let ada: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    [admin, ada] = [await api.admin(), await api.guest()];
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ totalSeats: 4 });
  });

  const historyOf = (seatId: string | undefined) =>
    api.get(`/api/admin/shows/${show.id}/seats/${seatId}/history`, { token: admin.token });

  it('tells what happened, when, by whom and for whom, and the seats at any moment', async () => {
    const body = { seatIds: [show.seatIds[0]], userId: ada.userId };
    const { bookingId } = (await api.post(`/api/shows/${show.id}/book`, { token: admin.token, body })).body;
    const { events } = (await historyOf(show.seatIds[0])).body;
    const people = { by: { userId: admin.userId }, customer: { userId: ada.userId } };
    expect(events).toMatchObject([{ kind: 'BOOKED', bookingId, until: null, ...people }]);
    const at = (time: string) => api.get(`/api/admin/shows/${show.id}/seats/at?time=${time}`, { token: admin.token });
    const then = (await at(events[0]?.at ?? '')).body.seats.map(({ status }) => status);
    expect(then).toEqual(['BOOKED', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
  });

  it('names who booked for a customer among the bookings of the show, and nobody where the customer did', async () => {
    const sold = async () =>
      (await api.get(`/api/admin/shows/${show.id}/bookings`, { token: admin.token })).body.items.map(
        ({ customer, bookedBy }) => [customer?.userId, bookedBy?.userId ?? bookedBy],
      );
    await api.book(ada, show, { seatIds: show.seatIds.slice(0, 1) });
    expect(await sold()).toEqual([[ada.userId, null]]);
    const body = { seatIds: [show.seatIds[1]], userId: ada.userId };
    await api.post(`/api/shows/${show.id}/book`, { token: admin.token, body });
    expect(await sold()).toEqual([
      [ada.userId, admin.userId],
      [ada.userId, null],
    ]);
  });

  it('tells of a booking under way the end of its lease', async () => {
    const booking = await api.underWay({ userId: ada.userId, showId: show.id, seats: show.seatIds.slice(0, 1) });
    const { events } = (await historyOf(show.seatIds[0])).body;
    expect(events).toMatchObject([{ kind: 'PENDING', until: booking.leaseUntil.toISOString() }]);
  });

  it('knows no seat of another show, no time that is none, and no customer', async () => {
    const other = await api.show({ totalSeats: 1 });
    expect(await historyOf(other.seatIds[0])).toMatchObject({ status: 404, body: { code: 'unknown-seat' } });
    const odd = await api.get(`/api/admin/shows/${show.id}/seats/at?time=yesterday`, { token: admin.token });
    expect(odd).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    const path = `/api/admin/shows/${show.id}/seats/${show.seatIds[0]}/history`;
    expect((await api.get(path, { token: ada.token })).status).toBe(403);
  });
});
