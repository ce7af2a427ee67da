import { TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

describe('a hold', () => {
  let api: TestApi;
  let [buyer, rival]: SignedInUser[] = [];
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi({
      settings: { holds: { seconds: 600, maxSeconds: 1_800, pauseSeconds: 60, anonymousPerNetwork: 40 } },
    });
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [buyer, rival, show] = [await api.guest(), await api.guest(), await api.show({ totalSeats: 6 })];
  });

  const me = (): SignedInUser => buyer as SignedInUser;
  const other = (): SignedInUser => rival as SignedInUser;
  const seats = (...places: readonly number[]): readonly string[] =>
    places.map((place) => show.seatIds[place] as string);
  const hold = (...places: readonly number[]): Promise<TestReply> => api.hold(me(), show, seats(...places));
  const held = async (...places: readonly number[]): Promise<string> => (await hold(...places)).body.holdId;
  const path = (holdId: string): string => `/api/shows/${show.id}/holds/${holdId}`;
  const change = (holdId: string, ...places: readonly number[]): Promise<TestReply> =>
    api.put(path(holdId), { token: me().token, body: { seatIds: seats(...places) } });
  const book = (holdId: string, ...places: readonly number[]): Promise<TestReply> =>
    api.post(`/api/shows/${show.id}/book`, {
      token: me().token,
      body: { seatIds: seats(...places), userId: 'me', holdId },
    });
  const codeOf = async (reply: Promise<TestReply>): Promise<unknown> => {
    const { status, body } = await reply;
    return [status, body.code];
  };

  it('keeps its seats from everybody else, and says for how long', async () => {
    const { status, body } = await hold(1, 0);
    expect(status).toBe(201);
    expect(body).toMatchObject({ showId: show.id, status: 'HELD', secondsLeft: 600 });
    expect(body.seats.map(({ name }) => name)).toEqual(['Row A, seat 1', 'Row A, seat 2']);
    expect((await api.seatStatuses(show)).slice(0, 3)).toEqual(['HELD', 'HELD', 'AVAILABLE']);
    const missed = await api.book(other(), show, { seatIds: seats(1) });
    expect([missed.status, missed.body.code, missed.body.seatIds]).toEqual([409, 'seat-taken', seats(1)]);
    expect(await codeOf(api.hold(other(), show, seats(2, 1)))).toEqual([409, 'seat-taken']);
    expect(await api.seatStatuses(show)).toEqual(['HELD', 'HELD', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
  });

  it('is one of its customer and show: the same again for the same seats, told for others', async () => {
    const holdId = await held(0, 1);
    const again = await hold(1, 0);
    expect([again.status, again.body.holdId]).toEqual([200, holdId]);
    const others = await hold(2);
    expect([others.status, others.body.code, others.body.holdId]).toEqual([409, 'hold-open', holdId]);
    expect(others.body.seatIds).toEqual(seats(0, 1));
  });

  it('costs n + 2 commands, and n + 3 where the show has a limit', async () => {
    await api.get(`/api/shows/${show.id}`);
    const commands = await api.commands.during(['bookings', 'seats', 'shows'], () => hold(0, 1, 2));
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
      'findAndModify bookings',
      ...['findAndModify seats', 'findAndModify seats', 'findAndModify seats'],
      'findAndModify bookings',
    ]);
    show = await api.show({ totalSeats: 6, limitPerCustomer: 4 });
    await api.get(`/api/shows/${show.id}`);
    expect(await api.commands.during(['bookings', 'seats', 'shows'], () => hold(0, 1, 2))).toHaveLength(6);
  });

  it('is booked with the seats that were seen, once, however often it is asked', async () => {
    const holdId = await held(0, 1);
    const unseen = await book(holdId, 0);
    expect([unseen.status, unseen.body.code, unseen.body.seatIds]).toEqual([409, 'hold-changed', seats(0, 1)]);
    const commands = await api.commands.during(['bookings', 'seats', 'shows'], async () => {
      const booked = await book(holdId, 1, 0);
      expect([booked.status, booked.body.status, booked.body.bookingId]).toEqual([201, 'CONFIRMED', holdId]);
    });
    // Read, confirmed, and the seats follow.
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
      'find bookings',
      'findAndModify bookings',
      'update seats',
    ]);
    const again = await book(holdId, 0, 1);
    expect([again.status, again.headers['idempotency-replayed'], again.body.bookingId]).toEqual([201, 'true', holdId]);
    expect((await api.seatStatuses(show)).slice(0, 3)).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE']);
    await api.sweep();
    expect(await api.bookingsOf(show)).toEqual([expect.not.objectContaining({ sweep_at: expect.anything() })]);
    expect((await api.get('/api/bookings', { token: me().token })).body.items).toHaveLength(1);
  });

  it('is no booking before: lists of what was bought do not know it, nor can it be cancelled', async () => {
    const holdId = await held(0);
    expect((await api.get('/api/bookings', { token: me().token })).body.items).toEqual([]);
    expect(await codeOf(api.post(`/api/bookings/${holdId}/cancel`, { token: me().token }))).toEqual([
      409,
      'booking-not-cancellable',
    ]);
  });

  it('becomes exactly other seats, in k + 2 commands and two more where it gives some up', async () => {
    const holdId = await held(0, 1);
    const commands = await api.commands.during(['bookings', 'seats'], async () => {
      const changed = await change(holdId, 1, 2, 3);
      expect([changed.status, changed.body.seats.map(({ id }) => id)]).toEqual([200, seats(1, 2, 3)]);
    });
    expect(commands.map(({ name, collection }) => `${name} ${collection}`)).toEqual([
      'find bookings',
      'findAndModify bookings',
      ...['findAndModify seats', 'findAndModify seats'],
      'findAndModify bookings',
      'update seats',
      'findAndModify bookings',
    ]);
    expect(await api.seatStatuses(show)).toEqual(['AVAILABLE', 'HELD', 'HELD', 'HELD', 'AVAILABLE', 'AVAILABLE']);
    expect((await book(holdId, 1, 2, 3)).status).toBe(201);
  });

  it('stays what it was where a seat is gone, and names it', async () => {
    const holdId = await held(0, 1);
    await api.book(other(), show, { seatIds: seats(3) });
    const missed = await change(holdId, 0, 2, 3);
    expect([missed.status, missed.body.code, missed.body.seatIds]).toEqual([409, 'seat-taken', seats(3)]);
    expect(await api.seatStatuses(show)).toEqual(['HELD', 'HELD', 'AVAILABLE', 'BOOKED', 'AVAILABLE', 'AVAILABLE']);
    expect((await book(holdId, 0, 1)).status).toBe(201);
  });

  it('can drop a seat and take it again', async () => {
    const holdId = await held(0, 1);
    expect((await change(holdId, 0)).status).toBe(200);
    expect((await change(holdId, 0, 1)).status).toBe(200);
    expect((await book(holdId, 0, 1)).status).toBe(201);
    expect((await api.seatStatuses(show)).slice(0, 3)).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE']);
  });

  it('is given back, twice as well as once, and its customer may hold again at once', async () => {
    const holdId = await held(0, 1);
    const giveBack = async (): Promise<number> => (await api.delete(path(holdId), { token: me().token })).status;
    expect([await giveBack(), await giveBack()]).toEqual([204, 204]);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
    expect(await codeOf(book(holdId, 0, 1))).toEqual([409, 'hold-released']);
    expect(await codeOf(change(holdId, 0))).toEqual([409, 'hold-released']);
    expect((await hold(1)).status).toBe(201);
  });

  it('can be extended, never beyond its longest life', async () => {
    const holdId = await held(0);
    await api.endHolds(show, 60_000);
    expect((await api.get(path(holdId), { token: me().token })).body.secondsLeft).toBeLessThanOrEqual(60);
    const extended = await api.post(`${path(holdId)}/extend`, { token: me().token });
    expect([extended.status, extended.body.secondsLeft]).toEqual([200, 600]);
    const made = { $subtract: ['$$NOW', 1_700_000] };
    await api.stored('bookings').updateMany({ status: 'HELD' }, [{ $set: { created_at: made } }]);
    await api.endHolds(show, 10_000);
    for (let time = 0; time < 5; time++) {
      const capped = await api.post(`${path(holdId)}/extend`, { token: me().token });
      expect(capped.body.secondsLeft).toBeLessThanOrEqual(100);
    }
  });

  it('ends by the clock of the database: nothing brings it back, and the sweep frees its seats', async () => {
    const holdId = await held(0, 1);
    await api.endHolds(show);
    expect(await codeOf(book(holdId, 0, 1))).toEqual([409, 'booking-expired']);
    expect(await codeOf(change(holdId, 0))).toEqual([409, 'booking-expired']);
    expect(await codeOf(api.post(`${path(holdId)}/extend`, { token: me().token }))).toEqual([409, 'booking-expired']);
    expect((await api.get(path(holdId), { token: me().token })).body).toMatchObject({ secondsLeft: 0 });
    await api.sweep();
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  });

  it('that is over makes way for the next one, before the sweep comes', async () => {
    const holdId = await held(0, 1);
    await api.endHolds(show);
    const next = await hold(1, 2);
    expect([next.status, next.body.holdId === holdId]).toEqual([201, false]);
    expect((await api.seatStatuses(show)).slice(0, 3)).toEqual(['AVAILABLE', 'HELD', 'HELD']);
  });

  it('that lived its longest life pauses those seats for its customer, and no others', async () => {
    await held(0, 1);
    const end = { $subtract: ['$$NOW', 1_000] };
    await api
      .stored('bookings')
      .updateMany({ status: 'HELD' }, [
        { $set: { created_at: { $subtract: [end, 1_800_000] }, lease_until: end, sweep_at: end } },
      ]);
    await api.sweep();
    const paused = await hold(1, 2);
    expect([paused.status, paused.body.code]).toEqual([409, 'hold-paused']);
    expect(Number(paused.headers['retry-after'])).toBeGreaterThan(50);
    expect((await api.hold(other(), show, seats(1))).status).toBe(201);
    expect((await hold(2, 3)).status).toBe(201);
  });

  it('is its customer’s alone: to another it is unknown, in every way', async () => {
    const holdId = await held(0);
    const { token } = other();
    const asks = [
      api.get(path(holdId), { token }),
      api.put(path(holdId), { token, body: { seatIds: seats(1) } }),
      api.post(`${path(holdId)}/extend`, { token }),
      api.delete(path(holdId), { token }),
      api.post(`/api/shows/${show.id}/book`, { token, body: { seatIds: seats(0), userId: 'me', holdId } }),
    ];
    for (const ask of asks) expect(await codeOf(ask)).toEqual([404, 'unknown-hold']);
    const elsewhere = await api.show({ totalSeats: 2 });
    const { status, body } = await api.get(`/api/shows/${elsewhere.id}/holds/${holdId}`, { token: me().token });
    expect([status, body.code]).toEqual([404, 'unknown-hold']);
  });

  it('bars a booking of the same customer where the show has a limit, and counts against it', async () => {
    show = await api.show({ totalSeats: 6, limitPerCustomer: 3 });
    const holdId = await held(0, 1);
    const direct = await api.book(me(), show, { seatIds: seats(2) });
    expect([direct.status, direct.body.code, direct.body.holdId]).toEqual([409, 'hold-open', holdId]);
    expect(await codeOf(change(holdId, 1, 2, 3))).toEqual([409, 'limit-reached']);
    expect((await change(holdId, 0, 1, 2)).status).toBe(200);
    expect((await book(holdId, 0, 1, 2)).status).toBe(201);
    expect(await codeOf(hold(3))).toEqual([409, 'limit-reached']);
  });

  it('tells the limit of the show and what was bought when a change is above it', async () => {
    show = await api.show({ totalSeats: 6, limitPerCustomer: 3 });
    await api.book(me(), show, { seatIds: seats(5) });
    const holdId = await held(0);
    const { body } = await change(holdId, 0, 1, 2);
    expect([body.code, body.limit, body.bought]).toEqual(['limit-reached', 3, 1]);
    expect((await change(holdId, 0, 1)).status).toBe(200);
  });
});
