import { SeatRepository } from '@modex/api-seats';
import { before, TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { ChosenSeats } from './chosen-seats';

describe('a hold of the best available seats', () => {
  let api: TestApi;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi({
      settings: { holds: { seconds: 600, maxSeconds: 1_800, pauseSeconds: 60, anonymousPerNetwork: 40 } },
    });
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ rows: 3, seatsPerRow: 5 });
  });

  const best = async (quantity: number, customer?: SignedInUser, wish: object = {}): Promise<TestReply> =>
    api.post(`/api/shows/${show.id}/holds`, {
      token: (customer ?? (await api.guest())).token,
      body: { quantity, ...wish },
    });
  const seats = (...places: readonly number[]): readonly string[] =>
    places.map((place) => show.seatIds[place] as string);
  const taken = async (...places: readonly number[]): Promise<TestReply> =>
    api.book(await api.guest(), show, { seatIds: seats(...places) });
  const placesOf = ({ body }: TestReply): readonly number[] => body.seats.map(({ id }) => show.seatIds.indexOf(id));
  /** Changes seats as another process would: the board of this one is not told. */
  const elsewhere = async (status: string, ...places: readonly number[]): Promise<void> => {
    const _id = { $in: seats(...places).map((seatId) => api.objectId(seatId)) };
    await api.stored('seats').updateMany({ _id }, [{ $set: { status, changed_at: '$$NOW' } }]);
  };
  const isOnBoard = async (): Promise<void> => void (await api.get(`/api/shows/${show.id}/seats/status`));

  it('has the best ones, side by side', async () => {
    const held = await best(3);
    expect([held.status, held.body.status, held.body.together]).toEqual([201, 'HELD', true]);
    expect(placesOf(held)).toEqual([1, 2, 3]);
    expect(placesOf(await best(5))).toEqual([5, 6, 7, 8, 9]);
    expect(placesOf(await best(2, undefined, { preference: 'front' }))).toEqual([11, 12]);
  });

  it('is in two rows, one behind the other, where no row has as many, and says so', async () => {
    await taken(0, 1, 2, 5, 6, 7, 10, 11, 12);
    const held = await best(4);
    expect([held.status, held.body.together, placesOf(held)]).toEqual([201, false, [3, 4, 8, 9]]);
  });

  it('costs n + 2 commands while the board is fresh', async () => {
    const customer = await api.guest();
    await isOnBoard();
    const commands = await api.commands.during(['bookings', 'seats'], () => best(3, customer));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
      'findAndModify bookings',
      ...['findAndModify seats', 'findAndModify seats', 'findAndModify seats'],
      'findAndModify bookings',
    ]);
  });

  it('is changed to the best ones, for which its own seats count as free', async () => {
    const customer = await api.guest();
    const { holdId } = (await api.hold(customer, show, seats(14))).body;
    const change = (body: object): Promise<TestReply> =>
      api.put(`/api/shows/${show.id}/holds/${holdId}`, { token: customer.token, body });
    expect(placesOf(await change({ quantity: 2 }))).toEqual([1, 2]);
    expect(placesOf(await change({ quantity: 3 }))).toEqual([1, 2, 3]);
    expect(placesOf(await change({ quantity: 3 }))).toEqual([1, 2, 3]);
    await isOnBoard();
    await elsewhere('BOOKED', 0);
    expect(placesOf(await change({ quantity: 5 }))).toEqual([5, 6, 7, 8, 9]);
    expect((await api.seatStatuses(show)).slice(1, 5)).toEqual(Array.from({ length: 4 }, () => 'AVAILABLE'));
    await taken(1, 2, 3, 4, 10, 11, 12);
    const { status, body } = await change({ quantity: 8 });
    expect([status, body.code, body.largest]).toEqual([409, 'not-enough-seats', 7]);
    expect((await change({ quantity: 1, seatIds: seats(0) })).body.code).toBe('validation-failed');
    expect((await api.bookingsOf(show)).filter(({ status: held }) => held === 'HELD')).toMatchObject([
      { seats: seats(5, 6, 7, 8, 9).map((seatId) => api.objectId(seatId)) },
    ]);
  });

  it('goes on to the next best seats where one is gone by now', async () => {
    await isOnBoard();
    await elsewhere('BOOKED', 2);
    const held = await best(5);
    expect([held.status, placesOf(held)]).toEqual([201, [5, 6, 7, 8, 9]]);
    expect((await api.bookingsOf(show)).map(({ status }) => status)).toEqual(['FAILED', 'HELD']);
    expect((await api.seatStatuses(show)).slice(0, 5)).toEqual([
      ...['AVAILABLE', 'AVAILABLE', 'BOOKED', 'AVAILABLE', 'AVAILABLE'],
    ]);
  });

  it('is refused only by what the database says, with the largest group that would fit', async () => {
    await taken(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    await taken(10, 11, 12, 13, 14);
    await isOnBoard();
    const refused = await best(2);
    expect([refused.status, refused.body.code, refused.body.largest]).toEqual([409, 'not-enough-seats', 0]);
    await isOnBoard();
    await elsewhere('AVAILABLE', 7, 8, 9);
    const fewer = await best(4);
    expect([fewer.body.code, fewer.body.largest]).toEqual(['not-enough-seats', 3]);
    await elsewhere('AVAILABLE', 13);
    expect(placesOf(await best(4))).toEqual([7, 8, 9, 13]);
  });

  it('is the same again for as many seats, and told for another number', async () => {
    const customer = await api.guest();
    show = await api.show({ rows: 1, seatsPerRow: 3 });
    const held = await best(3, customer);
    const again = await best(3, customer);
    expect([again.status, again.body.holdId]).toEqual([200, held.body.holdId]);
    const fewer = await best(2, customer);
    expect([fewer.status, fewer.body.code, fewer.body.holdId]).toEqual([409, 'hold-open', held.body.holdId]);
  });

  it('of people who ask at once are different seats, at no further cost', async () => {
    show = await api.show({ rows: 4, seatsPerRow: 10 });
    await isOnBoard();
    const customers = await Promise.all(Array.from({ length: 20 }, () => api.guest()));
    const held = await Promise.all(customers.map((customer) => best(2, customer)));
    expect(held.map(({ status }) => status)).toEqual(customers.map(() => 201));
    expect(new Set(held.flatMap(placesOf)).size).toBe(40);
    expect(await api.bookingsOf(show)).toHaveLength(20);
  });

  it('waits for those who are about to have the last seats, instead of asking the database again and again', async () => {
    show = await api.show({ rows: 1, seatsPerRow: 2 });
    await isOnBoard();
    const customer = await api.guest();
    let late: Promise<TestReply> | undefined;
    before(api.find(SeatRepository), 'lock', async () => {
      const isWaiting = new Promise<void>((resolve) => {
        before(api.find(ChosenSeats), 'settled', async () => resolve());
      });
      late = best(2, customer);
      await Promise.race([isWaiting, late]);
    });
    expect((await best(2)).status).toBe(201);
    expect((await late)?.body).toMatchObject({ code: 'not-enough-seats', largest: 0 });
    expect(await api.bookingsOf(show)).toHaveLength(1);
  });

  it('takes the seats of those who failed to have them', async () => {
    show = await api.show({ rows: 1, seatsPerRow: 4, limitPerCustomer: 2 });
    const [early, late] = [await api.guest(), await api.guest()];
    await api.book(early, show, { seatIds: seats(0, 1) });
    const [refused, held] = await Promise.all([best(2, early), best(2, late)]);
    expect([refused.status, held.status, placesOf(held)]).toEqual([409, 201, [2, 3]]);
  });

  it('is not of seats that its customer held for as long as anybody may', async () => {
    const customer = await api.guest();
    await best(3, customer);
    const end = { $subtract: ['$$NOW', 1_000] };
    await api
      .stored('bookings')
      .updateMany({ status: 'HELD' }, [
        { $set: { created_at: { $subtract: [end, 1_800_000] }, lease_until: end, sweep_at: end } },
      ]);
    await api.sweep();
    expect(placesOf(await best(3, customer))).toEqual([6, 7, 8]);
    show = await api.show({ rows: 1, seatsPerRow: 3 });
    await best(3, customer);
    await api
      .stored('bookings')
      .updateMany({ status: 'HELD', show_id: api.objectId(show.id) }, [
        { $set: { created_at: { $subtract: [end, 1_800_000] }, lease_until: end, sweep_at: end } },
      ]);
    await api.sweep();
    for (let time = 0; time < 3; time++) expect((await best(3, customer)).body.code).toBe('hold-paused');
  });

  it('gives up in the end where a seat that looks free can never be locked', async () => {
    show = await api.show({ rows: 1, seatsPerRow: 1 });
    await api.stored('seats').deleteOne({ _id: api.objectId(seats(0)[0] as string) });
    const { status, body } = await best(1);
    expect([status, body.code, body.retryAfter]).toEqual([409, 'in-progress', 1]);
  });

  it.each<[string, object, string]>([
    ['neither seats nor a number', {}, 'validation-failed'],
    ['both', { seatIds: [], quantity: 2 }, 'validation-failed'],
    ['no seat', { quantity: 0 }, 'validation-failed'],
    ['an unknown preference', { quantity: 1, preference: 'cheap' }, 'validation-failed'],
    ['more than a booking may have', { quantity: 1_000 }, 'too-many-seats'],
  ])('is refused for %s', async (_, body, code) => {
    const { token } = await api.guest();
    const refused = await api.post(`/api/shows/${show.id}/holds`, { token, body });
    expect([refused.status, refused.body.code]).toEqual([400, code]);
  });

  it('is refused once the show has started', async () => {
    await api.startShow(show);
    expect((await best(2)).body.code).toBe('show-not-on-sale');
  });
});
