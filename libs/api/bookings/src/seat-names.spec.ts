import { inShort } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { BookingListService } from './booking-list.service';

describe('the names of booked seats', () => {
  let api: TestApi;
  let guest: SignedInUser;
  let show: TestShow;
  let bookingId: string;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [guest, show] = [await api.guest(), await api.show({ rows: 2, seatsPerRow: 2 })];
    bookingId = (await api.book(guest, show, { seatIds: show.seatIds.slice(1, 3) })).body.bookingId;
  });

  const see = async () => (await api.get(`/api/bookings/${bookingId}`, { token: guest.token })).body;
  const storeName = (name: string) =>
    api.stored('bookings').updateOne({ _id: api.objectId(bookingId) }, { $set: { 'seat_names.0.name': name } });

  it('are stored with the booking, in lock order', async () => {
    const [booking] = await api.bookingsOf(show);
    const seat = (place: number) => api.objectId(show.seatIds[place] as string);
    expect(booking?.['seat_names']).toEqual([
      { seat: seat(1), section: '', row_number: 'A', seat_number: 2, name: 'Row A, seat 2' },
      { seat: seat(2), section: '', row_number: 'B', seat_number: 1, name: 'Row B, seat 1' },
    ]);
  });

  it('stay as they were sold, in the ticket, the lists, the calendar file and for the organiser', async () => {
    await storeName('The royal box');
    expect(inShort((await see()).seats)).toBe('The royal box B1');
    const { items } = (await api.get('/api/bookings', { token: guest.token })).body;
    expect(items.map(({ seats }) => inShort(seats))).toEqual(['The royal box B1']);
    const headers = { authorization: `Bearer ${guest.token}` };
    const file = await api.app.inject({ url: `/api/bookings/${bookingId}/calendar`, headers });
    expect(file.body).toContain('The royal box\\nRow B\\, seat 1');
    const sold = await api.find(BookingListService).listOfShow(show.id, {});
    expect(sold.items.map(({ seats }) => inShort(seats))).toEqual(['The royal box B1']);
  });

  it('stay when seats are given back, and when all are', async () => {
    const cancel = (body?: object) => api.post(`/api/bookings/${bookingId}/cancel`, { token: guest.token, body });
    await cancel({ seatIds: [show.seatIds[1]] });
    const { seats, returnedSeats } = await see();
    expect([inShort(seats), inShort(returnedSeats)]).toEqual(['B1', 'A2']);
    await cancel();
    expect(inShort((await see()).seats)).toBe('B1');
  });

  it('cost a reader no look at the seats', async () => {
    expect(await api.commands.during(['seats'], see)).toEqual([]);
  });

  it('are those of the show for what an instance of an earlier version books', async () => {
    await api.stored('bookings').updateOne({ _id: api.objectId(bookingId) }, { $unset: { seat_names: '' } });
    expect(inShort((await see()).seats)).toBe('A2 B1');
  });
});
