import { BookingRepository } from '@modex/api-bookings';
import { SeatRepository } from '@modex/api-seats';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing';

describe('the seat ledger', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let ada: SignedInUser;
  let bob: SignedInUser;
  let show: TestShow;

  beforeAll(async () => {
    api = await startTestApi();
    [admin, ada, bob] = [await api.admin(), await api.guest(), await api.guest()];
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ totalSeats: 4 });
  });

  const historyOf = (seatId: string | undefined) =>
    api.get(`/api/admin/shows/${show.id}/seats/${seatId}/history`, { token: admin.token });
  const eventsOf = async (place: number) => (await historyOf(show.seatIds[place])).body.events;
  const mapAt = async (time: string) => {
    const { body } = await api.get(`/api/admin/shows/${show.id}/seats/at?time=${time}`, { token: admin.token });
    return body.seats.map((seat) => seat.status);
  };
  const bookingOf = async (buyer: SignedInUser, ...places: number[]): Promise<string> =>
    (await api.book(buyer, show, { seatIds: places.map((place) => show.seatIds[place] ?? '') })).body.bookingId;

  it('tells who bought a seat, gave it back, and bought it again', async () => {
    const first = await bookingOf(ada, 0, 1);
    await api.post(`/api/bookings/${first}/cancel`, { token: ada.token });
    const second = await bookingOf(bob, 0);
    const told = (await eventsOf(0)).map(({ kind, bookingId, by }) => ({ kind, bookingId, by: by?.userId }));
    expect(told).toEqual([
      { kind: 'BOOKED', bookingId: first, by: ada.userId },
      { kind: 'CANCELLED', bookingId: first, by: ada.userId },
      { kind: 'BOOKED', bookingId: second, by: bob.userId },
    ]);
  });

  it('names the admin who booked for a customer', async () => {
    const body = { seatIds: [show.seatIds[0]], userId: ada.userId };
    await api.post(`/api/shows/${show.id}/book`, { token: admin.token, body });
    const events = (await eventsOf(0)).map(({ kind, by, customer }) => [kind, by?.userId, customer?.userId]);
    expect(events).toEqual([['BOOKED', admin.userId, ada.userId]]);
    const { body: sold } = await api.get(`/api/admin/shows/${show.id}/bookings`, { token: admin.token });
    const people = sold.items.map(({ customer, bookedBy }) => [customer?.userId, bookedBy?.userId]);
    expect(people).toEqual([[ada.userId, admin.userId]]);
  });

  it('names the customer where nobody else booked, also for bookings of before it was written down', async () => {
    await bookingOf(ada, 0);
    const [event] = await eventsOf(0);
    expect([event?.by, event?.customer].map((person) => person?.userId)).toEqual([ada.userId, ada.userId]);
    const { body: sold } = await api.get(`/api/admin/shows/${show.id}/bookings`, { token: admin.token });
    expect(sold.items.map(({ bookedBy }) => bookedBy)).toEqual([null]);
  });

  it('names the admin who cancelled', async () => {
    const booking = await bookingOf(ada, 2);
    await api.post(`/api/bookings/${booking}/cancel`, { token: admin.token });
    expect((await eventsOf(2)).map(({ kind, by }) => [kind, by?.userId])).toEqual([
      ['BOOKED', ada.userId],
      ['CANCELLED', admin.userId],
    ]);
  });

  it('tells of an attempt only at the seats that it reached', async () => {
    await bookingOf(ada, 1);
    await bookingOf(bob, 0, 1, 2);
    expect((await eventsOf(0)).map(({ kind, by }) => [kind, by?.userId])).toEqual([['RELEASED', bob.userId]]);
    expect((await eventsOf(1)).map(({ kind }) => kind)).toEqual(['BOOKED']);
    expect(await eventsOf(2)).toEqual([]);
  });

  it('shows a booking under way with the end of its lease, and then that it tried', async () => {
    const intent = { userId: bob.userId, showId: show.id, seats: show.seatIds.slice(1, 3) };
    const { booking } = await api.find(BookingRepository).open(intent, 30_000);
    const { id: bookingId, leaseUntil } = booking;
    await api.find(SeatRepository).take({ showId: show.id, seatId: intent.seats[0] ?? '', bookingId, leaseUntil });
    expect(await eventsOf(1)).toMatchObject([{ kind: 'PENDING', bookingId, until: leaseUntil.toISOString() }]);
    expect((await eventsOf(1))[0]?.by?.userId).toBe(bob.userId);
    expect(await eventsOf(0)).toEqual([]);
    await api.endLeases(show);
    await api.sweep();
    expect(await eventsOf(1)).toMatchObject([{ kind: 'TRIED', bookingId, until: null }]);
  });

  it('shows the house as it was sold at any moment', async () => {
    const booking = await bookingOf(ada, 0, 1);
    await api.post(`/api/bookings/${booking}/cancel`, { token: ada.token });
    await bookingOf(bob, 1, 3);
    const [booked, cancelled] = await eventsOf(0);
    const before = new Date(Date.parse(booked?.at ?? '') - 1).toISOString();
    expect(await mapAt(before)).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
    expect(await mapAt(booked?.at ?? '')).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE', 'AVAILABLE']);
    const between = await mapAt(cancelled?.at ?? '');
    expect(between.slice(0, 1)).toEqual(['AVAILABLE']);
    expect(await mapAt('2099-01-01T00:00:00Z')).toEqual(['AVAILABLE', 'BOOKED', 'AVAILABLE', 'BOOKED']);
  });

  it('knows no seat of another house, no time that is none, and no customer', async () => {
    const other = await api.show({ totalSeats: 1 });
    expect(await historyOf(other.seatIds[0])).toMatchObject({ status: 404, body: { code: 'unknown-seat' } });
    const odd = await api.get(`/api/admin/shows/${show.id}/seats/at?time=yesterday`, { token: admin.token });
    expect(odd).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    const path = `/api/admin/shows/${show.id}/seats/${show.seatIds[0]}/history`;
    expect((await api.get(path, { token: ada.token })).status).toBe(403);
  });
});
