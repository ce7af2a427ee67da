import { SeatRepository } from '@modex/api-seats';
import { before, killAt, loseAnswer, loseRequest } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { BookingRepository } from './booking.repository';

const FREE = new Set(['AVAILABLE']);

describe('the lease of a booking', () => {
  let api: TestApi;
  let seats: SeatRepository;
  let bookings: BookingRepository;
  let buyer: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    [seats, bookings] = [api.find(SeatRepository), api.find(BookingRepository)];
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [buyer, show] = [await api.guest(), await api.show({ totalSeats: 4 })];
  });

  const ask = (key?: string) => api.book(buyer, show, { seatIds: show.seatIds.slice(0, 3), key });
  const statusesNow = async () => new Set(await api.seatStatuses(show));

  /** A buyer whose process is killed after it took `taken` seats. */
  async function crashAfter(taken: number, key?: string): Promise<void> {
    const revive = killAt(seats, 'release');
    const reviveBookings = killAt(bookings, 'fail', 'confirm');
    const original = seats.lock.bind(seats);
    let calls = 0;
    const kill = () => (++calls > taken ? Promise.reject(new Error('killed')) : undefined);
    Object.defineProperty(seats, 'lock', {
      configurable: true,
      value: (claim: Parameters<typeof original>[0]) => kill() ?? original(claim),
    });
    await ask(key);
    Reflect.deleteProperty(seats, 'lock');
    revive();
    reviveBookings();
  }

  it.each([1, 2, 3])('frees what a booking left that was killed after %i of 3 locks', async (taken) => {
    await crashAfter(taken, 'k');
    expect((await api.seatStatuses(show)).filter((status) => status === 'BOOKED')).toHaveLength(taken);
    await api.sweep();
    expect((await api.seatStatuses(show)).filter((status) => status === 'BOOKED')).toHaveLength(taken);
    expect((await ask('k')).body.code).toBe('in-progress');
    await api.endLeases(show);
    await api.sweep();
    expect(await statusesNow()).toEqual(FREE);
    expect(await api.bookingsOf(show)).toMatchObject([{ status: 'EXPIRED' }]);
    const retry = await ask('k');
    expect([retry.status, retry.body.code]).toEqual([410, 'booking-expired']);
    expect((await ask('another')).status).toBe(201);
  });

  it('is never ended by a sweep that confirms: a booking killed before the confirm has sold nothing', async () => {
    const revive = killAt(bookings, 'confirm', 'find');
    expect((await ask()).status).toBe(503);
    revive();
    expect((await api.seatStatuses(show)).slice(0, 3)).toEqual(['BOOKED', 'BOOKED', 'BOOKED']);
    await api.endLeases(show);
    await api.sweep();
    expect(await statusesNow()).toEqual(FREE);
    expect(await api.bookingsOf(show)).toMatchObject([{ status: 'EXPIRED' }]);
  });

  it('lets the sweep free the rest when a rollback is cut off, and nobody else’s seat', async () => {
    const holder = await api.guest();
    await api.book(holder, show, { seatIds: show.seatIds.slice(2, 3) });
    loseRequest(seats, 'release');
    const { status, body } = await ask();
    expect([status, body.code, body.seatIds]).toEqual([409, 'seat-taken', [show.seatIds[2]]]);
    await api.endLeases(show);
    await api.sweep();
    expect(await api.seatStatuses(show)).toEqual(['AVAILABLE', 'AVAILABLE', 'BOOKED', 'AVAILABLE']);
    expect((await api.bookingsOf(show)).map((booking) => booking['status'])).toEqual(['CONFIRMED', 'EXPIRED']);
  });

  it('that was lost leaves the seats to their new owner', async () => {
    const heir = await api.guest();
    let resold: number | undefined;
    before(bookings, 'confirm', async () => {
      await api.endLeases(show);
      await api.sweep();
      resold = (await api.book(heir, show, { seatIds: show.seatIds.slice(0, 2) })).status;
    });
    const late = await ask();
    expect(resold).toBe(201);
    expect([late.status, late.body.code]).toEqual([409, 'booking-expired']);
    expect(await api.seatStatuses(show)).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE', 'AVAILABLE']);
    const owners = await api.stored('seats').distinct('booking_id', { show_id: api.objectId(show.id) });
    const confirmed = (await api.bookingsOf(show)).filter((booking) => booking['status'] === 'CONFIRMED');
    expect(owners).toEqual(confirmed.map(({ _id }) => _id));
  });

  it('that was lost before the refusal was recorded is what the customer is told, and a replay says the same', async () => {
    await api.book(await api.guest(), show, { seatIds: show.seatIds.slice(2, 3) });
    before(bookings, 'fail', async () => {
      await api.endLeases(show);
      await api.sweep();
    });
    const [told, again] = [await ask('k'), await ask('k')];
    expect([told.status, told.body.code]).toEqual([409, 'booking-expired']);
    expect([again.status, again.body.code]).toEqual([410, 'booking-expired']);
    expect(await api.seatStatuses(show)).toEqual(['AVAILABLE', 'AVAILABLE', 'BOOKED', 'AVAILABLE']);
  });

  it('when it is over makes the confirm miss, though no sweep has come', async () => {
    before(bookings, 'confirm', () => api.endLeases(show));
    const late = await ask();
    expect([late.status, late.body.code]).toEqual([409, 'booking-expired']);
    expect(await statusesNow()).toEqual(FREE);
    expect(await api.bookingsOf(show)).toMatchObject([{ status: 'EXPIRED' }]);
  });

  it('when it is over makes a take miss, though no sweep has come', async () => {
    const { body } = await ask();
    const claim = { showId: show.id, seatId: show.seatIds[3] as string, bookingId: body.bookingId };
    const [over, live] = [new Date(Date.now() - 60_000), new Date(Date.now() + 60_000)];
    expect(await seats.lock({ planVersion: 1, ...claim, leaseUntil: over })).toBe('lease-over');
    expect((await api.seatStatuses(show))[3]).toBe('AVAILABLE');
    expect(await seats.lock({ planVersion: 1, ...claim, leaseUntil: live })).toBe('locked');
    expect(await seats.lock({ planVersion: 1, ...claim, bookingId: show.id, leaseUntil: live })).toBe('unavailable');
  });

  it('and the confirm in the same instant: either the seats and 201, or none and 409', async () => {
    const answers = new Set<number>();
    for (let round = 0; round < 12; round++) {
      const contested = await api.show({ totalSeats: 2 });
      let sweeping: Promise<void> | undefined;
      before(bookings, 'confirm', async () => {
        await api.endLeases(contested, (round % 6) - 1);
        sweeping = api.sweep();
      });
      const { status } = await api.book(buyer, contested, { seatIds: contested.seatIds });
      await sweeping;
      answers.add(status);
      expect([201, 409]).toContain(status);
      const expected = status === 201 ? 'BOOKED' : 'AVAILABLE';
      expect(await api.seatStatuses(contested)).toEqual([expected, expected]);
    }
    expect(answers.has(409)).toBe(true);
  });

  describe.each([
    ['ahead', 3_600_000],
    ['behind', -3_600_000],
  ])('is told by the database: an application clock an hour %s', (_, offMs) => {
    const { now } = Date;
    let clock: jest.SpyInstance;
    beforeEach(() => void (clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + offMs)));
    afterEach(() => clock.mockRestore());

    it('ends nothing early', async () => {
      await crashAfter(1, 'k');
      await api.sweep();
      expect((await ask('k')).body.code).toBe('in-progress');
      const [booking] = await api.bookingsOf(show);
      expect(booking?.['status']).toBe('PENDING');
      expect(Math.abs(booking?.['created_at'].getTime() - now())).toBeLessThan(60_000);
      const other = await api.book(buyer, show, { seatIds: show.seatIds.slice(1, 3) });
      expect(other.status).toBe(201);
    });

    it('lets nothing live longer', async () => {
      await crashAfter(1, 'k');
      await api.endLeases(show);
      await api.sweep();
      expect(await statusesNow()).toEqual(FREE);
      expect((await ask('k')).body.code).toBe('booking-expired');
    });

    it('makes the confirm miss when the lease is over', async () => {
      before(bookings, 'confirm', () => api.endLeases(show));
      const late = await ask();
      expect([late.status, late.body.code]).toEqual([409, 'booking-expired']);
      expect(await statusesNow()).toEqual(FREE);
    });
  });
});

describe('a confirm whose outcome is unknown', () => {
  let api: TestApi;
  let bookings: BookingRepository;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    bookings = api.find(BookingRepository);
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ totalSeats: 2 });
  });

  it('is read back: 201 when it was carried out', async () => {
    loseAnswer(bookings, 'confirm');
    const { status, body } = await api.book(await api.guest(), show, { seatIds: show.seatIds });
    expect([status, body.status]).toEqual([201, 'CONFIRMED']);
    expect(await api.seatStatuses(show)).toEqual(['BOOKED', 'BOOKED']);
  });

  it('is 503 when it was not, takes nothing back, and the same key resolves it', async () => {
    const buyer = await api.guest();
    loseRequest(bookings, 'confirm');
    const lost = await api.book(buyer, show, { seatIds: show.seatIds, key: 'k' });
    expect([lost.status, lost.body.code]).toEqual([503, 'storage-unavailable']);
    expect(await api.seatStatuses(show)).toEqual(['BOOKED', 'BOOKED']);
    const early = await api.book(buyer, show, { seatIds: show.seatIds, key: 'k' });
    expect([early.status, early.body.code]).toEqual([409, 'in-progress']);
    await api.endLeases(show);
    await api.sweep();
    const later = await api.book(buyer, show, { seatIds: show.seatIds, key: 'k' });
    expect([later.status, later.body.code]).toEqual([410, 'booking-expired']);
    expect(await api.seatStatuses(show)).toEqual(['AVAILABLE', 'AVAILABLE']);
  });
});
