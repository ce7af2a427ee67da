import { SeatRepository } from '@modex/api-seats';
import { loseRequest } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { BookingRepository } from './booking.repository';

describe('the sweep of bookings', () => {
  let api: TestApi;
  let seats: SeatRepository;
  let bookings: BookingRepository;
  let buyer: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    [seats, bookings] = [api.find(SeatRepository), api.find(BookingRepository)];
    buyer = await api.guest();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ totalSeats: 3 });
  });

  /** A booking under way that has locked its first seats. */
  async function underWay(taken: number): Promise<string> {
    const intent = { userId: buyer.userId, showId: show.id, seats: show.seatIds };
    const booking = await api.underWay(intent);
    for (const seatId of show.seatIds.slice(0, taken)) await lockFor(booking.id, seatId);
    return booking.id;
  }
  const lockFor = (bookingId: string, seatId = '') =>
    seats.lock({ planVersion: 1, showId: show.id, seatId, bookingId, leaseUntil: new Date(Date.now() + 60_000) });
  const stored = (bookingId: string) => api.stored('bookings').findOne({ _id: api.objectId(bookingId) });
  const letDue = (bookingId: string) =>
    api
      .stored('bookings')
      .updateOne({ _id: api.objectId(bookingId) }, [{ $set: { sweep_at: { $subtract: ['$$NOW', 1] } } }]);

  it('leaves a booking alone whose lease lasts', async () => {
    const bookingId = await underWay(2);
    await letDue(bookingId);
    await api.sweep();
    expect((await stored(bookingId))?.['status']).toBe('PENDING');
    expect(await api.seatStatuses(show)).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE']);
  });

  it('expires a booking whose lease is over and frees its seats', async () => {
    const bookingId = await underWay(2);
    await api.endLeases(show);
    await api.sweep();
    expect((await stored(bookingId))?.['status']).toBe('EXPIRED');
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  });

  it('frees no seat that carries another id', async () => {
    const bookingId = await underWay(2);
    const other = { showId: show.id, bookingId: 'a'.repeat(24) };
    await api.endLeases(show);
    await seats.release({ showId: show.id, bookingId, seatIds: show.seatIds.slice(0, 1) });
    await lockFor(other.bookingId, show.seatIds[0]);
    await api.sweep();
    expect(await api.seatStatuses(show)).toEqual(['BOOKED', 'AVAILABLE', 'AVAILABLE']);
  });

  it('looks again, and frees a seat that a stalled process took after it was given up', async () => {
    const bookingId = await underWay(1);
    await api.endLeases(show);
    await api.sweep();
    await lockFor(bookingId, show.seatIds[1]);
    expect(await api.seatStatuses(show)).toEqual(['AVAILABLE', 'BOOKED', 'AVAILABLE']);
    expect(await stored(bookingId)).toHaveProperty('sweep_at');
    await letDue(bookingId);
    await api.sweep();
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  });

  it('settles once the lease has been over for a minute', async () => {
    const bookingId = await underWay(1);
    await api.endLeases(show, -61_000);
    await api.sweep();
    expect(await stored(bookingId)).not.toHaveProperty('sweep_at');
    expect((await stored(bookingId))?.['status']).toBe('EXPIRED');
  });

  it('leaves a confirmed booking alone for good', async () => {
    const bookingId = await underWay(3);
    await bookings.confirm({ id: bookingId, userId: buyer.userId });
    await api.endLeases(show);
    await letDue(bookingId);
    await api.sweep();
    expect((await stored(bookingId))?.['status']).toBe('CONFIRMED');
    expect(await api.seatStatuses(show)).toEqual(['BOOKED', 'BOOKED', 'BOOKED']);
  });

  it('comes back for what it could not finish', async () => {
    const bookingId = await underWay(2);
    await api.endLeases(show);
    loseRequest(seats, 'release');
    await expect(api.sweep()).rejects.toThrow('connection reset');
    expect((await stored(bookingId))?.['status']).toBe('EXPIRED');
    await api.sweep();
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  });

  it('may run beside itself', async () => {
    await underWay(2);
    await api.endLeases(show);
    await Promise.all([api.sweep(), api.sweep(), api.sweep()]);
    expect((await api.bookingsOf(show)).map(({ status }) => status)).toEqual(['EXPIRED']);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  });
});
