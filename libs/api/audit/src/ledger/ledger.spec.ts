import { BookingListService } from '@modex/api-bookings';
import { SeatRepository } from '@modex/api-seats';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/audit';
import { LedgerService } from './ledger.service';

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

  const ledger = () => api.find(LedgerService);
  const eventsOf = async (place: number) => (await ledger().history(show.id, show.seatIds[place] ?? '')).entries;
  const mapAt = async (moment: Date | undefined) => {
    const seats = await ledger().mapAt(show.id, moment as Date);
    return seats.map((seat) => seat.status);
  };
  const sold = async () => (await api.find(BookingListService).listOfShow(show.id, {})).items;
  const bookingOf = async (buyer: SignedInUser, ...places: number[]): Promise<string> =>
    (await api.book(buyer, show, { seatIds: places.map((place) => show.seatIds[place] ?? '') })).body.bookingId;

  it('tells who bought a seat, gave it back, and bought it again', async () => {
    const first = await bookingOf(ada, 0, 1);
    await api.post(`/api/bookings/${first}/cancel`, { token: ada.token });
    const second = await bookingOf(bob, 0);
    const told = (await eventsOf(0)).map(({ kind, bookingId, user }) => ({ kind, bookingId, by: user?.id }));
    expect(told).toEqual([
      { kind: 'BOOKED', bookingId: first, by: ada.userId },
      { kind: 'CANCELLED', bookingId: first, by: ada.userId },
      { kind: 'BOOKED', bookingId: second, by: bob.userId },
    ]);
  });

  it('tells of a seat that was given back while the rest stayed, and of its next sale', async () => {
    const first = await bookingOf(ada, 0, 1);
    const body = { seatIds: [show.seatIds[1]] };
    await api.post(`/api/bookings/${first}/cancel`, { token: admin.token, body });
    const second = await bookingOf(bob, 1);
    const told = (await eventsOf(1)).map(({ kind, bookingId, user }) => [kind, bookingId, user?.id]);
    expect(told).toEqual([
      ['BOOKED', first, ada.userId],
      ['CANCELLED', first, admin.userId],
      ['BOOKED', second, bob.userId],
    ]);
    expect((await eventsOf(0)).map(({ kind }) => kind)).toEqual(['BOOKED']);
    const [, given] = await eventsOf(1);
    const between = await mapAt(given?.at);
    expect([between[0], (await mapAt(new Date('2099-01-01T00:00:00Z')))[1]]).toEqual(['BOOKED', 'BOOKED']);
  });

  it('names the admin who booked for a customer', async () => {
    const body = { seatIds: [show.seatIds[0]], userId: ada.userId };
    await api.post(`/api/shows/${show.id}/book`, { token: admin.token, body });
    const events = (await eventsOf(0)).map(({ kind, user, customer }) => [kind, user?.id, customer?.id]);
    expect(events).toEqual([['BOOKED', admin.userId, ada.userId]]);
    const people = (await sold()).map(({ customer, bookedBy }) => [customer?.id, bookedBy?.id]);
    expect(people).toEqual([[ada.userId, admin.userId]]);
  });

  it('names the customer where nobody else booked, also for bookings of before it was written down', async () => {
    await bookingOf(ada, 0);
    const [event] = await eventsOf(0);
    expect([event?.user, event?.customer].map((person) => person?.id)).toEqual([ada.userId, ada.userId]);
    expect((await sold()).map(({ bookedBy }) => bookedBy)).toEqual([undefined]);
  });

  it('names the admin who cancelled', async () => {
    const booking = await bookingOf(ada, 2);
    await api.post(`/api/bookings/${booking}/cancel`, { token: admin.token });
    expect((await eventsOf(2)).map(({ kind, user }) => [kind, user?.id])).toEqual([
      ['BOOKED', ada.userId],
      ['CANCELLED', admin.userId],
    ]);
  });

  it('tells of an attempt only at the seats that it reached', async () => {
    await bookingOf(ada, 1);
    await bookingOf(bob, 0, 1, 2);
    expect((await eventsOf(0)).map(({ kind, user }) => [kind, user?.id])).toEqual([['RELEASED', bob.userId]]);
    expect((await eventsOf(1)).map(({ kind }) => kind)).toEqual(['BOOKED']);
    expect(await eventsOf(2)).toEqual([]);
  });

  it('shows a booking under way with the end of its lease, and then that it tried', async () => {
    const intent = { userId: bob.userId, showId: show.id, seats: show.seatIds.slice(1, 3) };
    const booking = await api.underWay(intent);
    const { id: bookingId, leaseUntil } = booking;
    await api
      .find(SeatRepository)
      .lock({ planVersion: 1, showId: show.id, seatId: intent.seats[0] ?? '', bookingId, leaseUntil });
    expect(await eventsOf(1)).toMatchObject([{ kind: 'PENDING', bookingId, until: leaseUntil }]);
    expect((await eventsOf(1))[0]?.user?.id).toBe(bob.userId);
    expect(await eventsOf(0)).toEqual([]);
    await api.endLeases(show);
    await api.sweep();
    const after = await eventsOf(1);
    expect(after).toMatchObject([{ kind: 'TRIED', bookingId }]);
    expect(after[0]?.until).toBeUndefined();
  });

  it('shows the seats as they were sold at any moment', async () => {
    const booking = await bookingOf(ada, 0, 1);
    await api.post(`/api/bookings/${booking}/cancel`, { token: ada.token });
    await bookingOf(bob, 1, 3);
    const [booked, cancelled] = await eventsOf(0);
    const before = new Date(Number(booked?.at) - 1);
    expect(await mapAt(before)).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
    expect(await mapAt(booked?.at)).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE', 'AVAILABLE']);
    const between = await mapAt(cancelled?.at);
    expect(between.slice(0, 1)).toEqual(['AVAILABLE']);
    expect(await mapAt(new Date('2099-01-01T00:00:00Z'))).toEqual(['AVAILABLE', 'BOOKED', 'AVAILABLE', 'BOOKED']);
  });

  it('knows no seat of another show', async () => {
    const other = await api.show({ totalSeats: 1 });
    const asked = ledger().history(show.id, other.seatIds[0] ?? '');
    await expect(asked).rejects.toMatchObject({ code: 'unknown-seat' });
  });
});
