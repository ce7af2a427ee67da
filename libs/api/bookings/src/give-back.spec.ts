import { SeatRepository } from '@modex/api-seats';
import { before, killAt, loseAnswer, TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { BookingListService } from './booking-list.service';
import { BookingRepository } from './booking.repository';

describe('giving back some seats of a booking', () => {
  let api: TestApi;
  let owner: SignedInUser;
  let show: TestShow;
  let bookingId: string;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [owner, show] = [await api.guest(), await api.show({ totalSeats: 4 })];
    bookingId = (await api.book(owner, show, { seatIds: seats(0, 1, 2), key: 'k' })).body.bookingId;
  });

  const seats = (...places: readonly number[]): readonly string[] =>
    places.map((place) => show.seatIds[place] as string);
  const giveBack = async (seatIds: unknown, who = owner): Promise<TestReply> =>
    api.post(`/api/bookings/${bookingId}/cancel`, { token: who.token, body: { seatIds } });
  const statuses = async (): Promise<string> =>
    (await api.seatStatuses(show)).map((status) => (status === 'BOOKED' ? 'x' : '-')).join('');
  const stored = async () => (await api.bookingsOf(show))[0];
  const idsOf = (places: readonly { readonly id: string }[]): readonly string[] => places.map(({ id }) => id);

  it('frees them and leaves the others', async () => {
    const { status, body } = await giveBack(seats(1));
    expect([status, body.status, body.cancellable]).toEqual([200, 'CONFIRMED', true]);
    expect([idsOf(body.seats), idsOf(body.returnedSeats)]).toEqual([seats(0, 2), seats(1)]);
    expect(await statuses()).toBe('x-x-');
    expect((await api.book(await api.guest(), show, { seatIds: seats(1) })).status).toBe(201);
    expect(await stored()).not.toHaveProperty('sweep_at');
  });

  it('twice is the same as once, and does not touch the next owner', async () => {
    const first = await giveBack(seats(1));
    await api.book(await api.guest(), show, { seatIds: seats(1) });
    const again = await giveBack(seats(1));
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await statuses()).toBe('xxx-');
  });

  it('with one of them given back before gives back the other', async () => {
    await giveBack(seats(0));
    const { body } = await giveBack(seats(0, 1));
    expect([idsOf(body.seats), idsOf(body.returnedSeats)]).toEqual([seats(2), seats(0, 1)]);
    expect((await stored())?.['returned']).toHaveLength(2);
  });

  it('of all that remain is a cancellation', async () => {
    await giveBack(seats(0));
    const { body } = await giveBack(seats(1, 2));
    expect([body.status, body.cancellable]).toEqual(['CANCELLED', false]);
    expect([idsOf(body.seats), idsOf(body.returnedSeats)]).toEqual([seats(1, 2), seats(0)]);
    expect(await statuses()).toBe('----');
  });

  it('many times at once gives each back once', async () => {
    const replies = await Promise.all(
      [seats(0), seats(1), seats(0, 1), seats(0), seats(1)].map((ids) => giveBack(ids)),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    const returned = ((await stored())?.['returned'] ?? []) as readonly { readonly seat: unknown }[];
    expect(returned.map(({ seat }) => String(seat)).sort()).toEqual(seats(0, 1));
    expect(await statuses()).toBe('--x-');
  });

  it('beside cancelling all of it leaves nothing behind', async () => {
    await Promise.all([giveBack(seats(0)), api.post(`/api/bookings/${bookingId}/cancel`, { token: owner.token })]);
    expect(await statuses()).toBe('----');
    expect(await stored()).toMatchObject({ status: 'CANCELLED' });
  });

  it('is not undone by a return that read the booking before', async () => {
    before(api.find(BookingRepository), 'cancel', async () => {
      expect((await giveBack(seats(2))).status).toBe(200);
    });
    const { body } = await giveBack(seats(0));
    expect([idsOf(body.seats), idsOf(body.returnedSeats)]).toEqual([seats(1), seats(0, 2)]);
    expect(await statuses()).toBe('-x--');
  });

  it.each([
    ['a seat of the show that the booking never had', () => seats(3), 404, 'unknown-seat'],
    ['a seat that is none', () => ['f'.repeat(24)], 404, 'unknown-seat'],
    ['no seat', () => [], 400, 'validation-failed'],
    ['a seat twice', () => [...seats(0), ...seats(0)], 400, 'validation-failed'],
    ['null', () => null, 400, 'validation-failed'],
    ['a text', () => seats(0)[0], 400, 'validation-failed'],
    ['what is no id', () => ['A1'], 400, 'validation-failed'],
  ])('refuses %s, and gives nothing back', async (_, named, status, code) => {
    const reply = await giveBack(named());
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await statuses()).toBe('xxx-');
  });

  it('refuses some known seats beside an unknown one as a whole, and names it', async () => {
    const { status, body } = await giveBack(seats(0, 3));
    expect([status, body.code, body.seatIds]).toEqual([404, 'unknown-seat', seats(3)]);
    expect(await statuses()).toBe('xxx-');
  });

  it('by a stranger is answered as if there were no such booking, whatever is named', async () => {
    const stranger = await api.guest();
    for (const named of [seats(0), seats(3)])
      expect((await giveBack(named, stranger)).body.code).toBe('unknown-booking');
  });

  it.each([
    ['an empty object', {}],
    ['nothing', undefined],
  ])('with %s for a body is all of it', async (_, body) => {
    const path = `/api/bookings/${bookingId}/cancel`;
    const reply = await api.post(path, { token: owner.token, ...(body !== undefined && { body }) });
    expect([reply.status, reply.body.status]).toEqual([200, 'CANCELLED']);
    expect(await statuses()).toBe('----');
  });

  it('after the show has started is refused to its owner, open to an admin, and told again what it was', async () => {
    const { body: before } = await giveBack(seats(0));
    await api.startShow(show);
    expect((await giveBack(seats(1))).body.code).toBe('booking-not-cancellable');
    expect((await giveBack(seats(0))).body.seats).toEqual(before.seats);
    expect((await giveBack(seats(1), await api.admin())).status).toBe(200);
  });

  it('leaves the first request its answer: what the booking is now, marked as a replay', async () => {
    await giveBack(seats(1));
    const again = await api.book(owner, show, { seatIds: seats(2, 1, 0), key: 'k' });
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect([again.body.bookingId, again.body.seatIds]).toEqual([bookingId, seats(0, 2)]);
    const other = await api.book(owner, show, { seatIds: seats(0, 2), key: 'k' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('that crashed before the seat was freed is finished by the sweep, and the booking stays', async () => {
    const revive = killAt(api.find(SeatRepository), 'release');
    expect((await giveBack(seats(1))).status).toBe(503);
    revive();
    expect(await statuses()).toBe('xxx-');
    await api.sweep();
    expect(await statuses()).toBe('x-x-');
    expect(await stored()).toMatchObject({ status: 'CONFIRMED' });
    expect(await stored()).not.toHaveProperty('sweep_at');
  });

  it('that crashed is finished by cancelling the rest', async () => {
    const revive = killAt(api.find(SeatRepository), 'release');
    await giveBack(seats(1));
    revive();
    await giveBack(undefined);
    expect(await statuses()).toBe('----');
    expect(await stored()).not.toHaveProperty('sweep_at');
  });

  it('whose answer was lost is told the same when it is asked again', async () => {
    loseAnswer(api.find(BookingRepository), 'cancel');
    expect((await giveBack(seats(1))).status).toBe(503);
    const { status, body } = await giveBack(seats(1));
    expect([status, idsOf(body.seats)]).toEqual([200, seats(0, 2)]);
    await api.sweep();
    expect(await statuses()).toBe('x-x-');
  });

  it('is in the list of bookings, of the customer and of the organiser', async () => {
    await giveBack(seats(1));
    const [mine] = (await api.get('/api/bookings', { token: owner.token })).body.items;
    const [sold] = (await api.find(BookingListService).listOfShow(show.id, {})).items;
    for (const item of [mine, sold]) {
      expect([idsOf(item?.seats ?? []), idsOf(item?.returnedSeats ?? [])]).toEqual([seats(0, 2), seats(1)]);
    }
  });

  it('is told by what it cost the database: a read, the booking, the seats, and the booking again', async () => {
    await api.get(`/api/shows/${show.id}`);
    const commands = await api.commands.during(['bookings', 'seats'], () => giveBack(seats(1)));
    const writes = commands
      .filter(({ name }) => name !== 'find')
      .map(({ name, collection }) => `${name} ${collection}`);
    expect(writes).toEqual(['findAndModify bookings', 'update seats', 'findAndModify bookings']);
  });
});
