import { TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

const HOLDS = { seconds: 600, maxSeconds: 1_800, pauseSeconds: 60, anonymousPerNetwork: 3 };
const ADA = { name: 'Ada', email: 'ada@example.org' };

describe('an anonymous guest', () => {
  let api: TestApi;
  let show: TestShow;
  let guest: SignedInUser;
  beforeAll(async () => void (api = await startTestApi({ settings: { holds: HOLDS } })));
  afterAll(() => api?.close());
  beforeEach(async () => {
    [show, guest] = [await api.show({ totalSeats: 6 }), await api.anonymousGuest()];
  });

  const seats = (...places: readonly number[]): readonly string[] =>
    places.map((place) => show.seatIds[place] as string);
  const held = async (...places: readonly number[]): Promise<string> =>
    (await api.hold(guest, show, seats(...places))).body.holdId;
  const book = (body: object, who = guest): Promise<TestReply> =>
    api.post(`/api/shows/${show.id}/book`, { token: who.token, body: { userId: guest.userId, ...body } });
  const me = async () => (await api.get('/api/auth/me', { token: guest.token })).body.user;

  it('books a hold with a name and an e-mail, and has them from then on', async () => {
    const holdId = await held(0, 1);
    const booked = await book({ seatIds: seats(0, 1), holdId, ...ADA });
    expect([booked.status, booked.body.status]).toEqual([201, 'CONFIRMED']);
    expect(await me()).toMatchObject({ ...ADA, kind: 'GUEST' });
    const { body } = await api.post('/api/bookings/lookup', { body: { code: booked.body.code, email: ADA.email } });
    expect(body.booking).toMatchObject({ bookingId: holdId, customerName: 'Ada' });
  });

  it('books nothing without them, neither a hold nor seats at once', async () => {
    const holdId = await held(0);
    for (const body of [{ seatIds: seats(0), holdId }, { seatIds: seats(1) }]) {
      const { status, body: problem } = await book(body);
      expect([status, problem.code, problem.fields.map(({ field }) => field)]).toEqual([
        400,
        'validation-failed',
        ['name', 'email'],
      ]);
    }
    expect((await book({ seatIds: seats(0), holdId, name: 'Ada' })).body.fields[0]?.field).toBe('email');
    expect((await api.seatStatuses(show)).slice(0, 2)).toEqual(['HELD', 'AVAILABLE']);
    expect((await book({ seatIds: seats(1), ...ADA })).status).toBe(201);
  });

  it('is asked for no name again, and keeps the first one', async () => {
    await book({ seatIds: seats(0), ...ADA });
    expect((await book({ seatIds: seats(1) })).status).toBe(201);
    expect((await book({ seatIds: seats(2), name: 'Eve', email: 'eve@example.org' })).status).toBe(201);
    expect(await me()).toMatchObject(ADA);
  });

  it('has no name by a booking that was refused, and says another one with the next', async () => {
    const holdId = await held(0);
    await api.book(await api.guest(), show, { seatIds: seats(5) });
    const eve = { name: 'Eve', email: 'eve@example.org' };
    const refusals = [
      await book({ seatIds: seats(5), ...eve }),
      await book({ seatIds: seats(0, 1), holdId, ...eve }),
      await book({ seatIds: [guest.userId], ...eve }),
    ];
    expect(refusals.map(({ body }) => body.code)).toEqual(['seat-taken', 'hold-changed', 'unknown-seat']);
    expect(await me()).toMatchObject({ name: '', email: '' });
    expect((await book({ seatIds: seats(0), holdId, ...ADA })).status).toBe(201);
    expect(await me()).toMatchObject(ADA);
  });

  it('gets no booking from staff without a name either', async () => {
    const admin = await api.admin();
    expect((await book({ seatIds: seats(0) }, admin)).body.code).toBe('validation-failed');
    expect((await book({ seatIds: seats(0), ...ADA }, admin)).status).toBe(201);
    expect(await me()).toMatchObject(ADA);
  });

  it.each([
    ['a name', '/api/auth/guest', ADA],
    ['an account', '/api/auth/register', { ...ADA, password: 'curtain up at eight' }],
  ])('who gets %s keeps the hold', async (_, path, body) => {
    const holdId = await held(0);
    const { body: session } = await api.post(path, { token: guest.token, body });
    expect(session.userId).toBe(guest.userId);
    const booked = await book({ seatIds: seats(0), holdId }, session);
    expect([booked.status, booked.body.bookingId]).toEqual([201, holdId]);
  });

  it('finds the hold of a show again', async () => {
    const open = async (): Promise<TestReply['body']> =>
      (await api.get(`/api/shows/${show.id}/holds`, { token: guest.token })).body;
    expect(await open()).toEqual({ hold: null });
    const holdId = await held(0, 1);
    const { hold } = await open();
    expect(hold).toMatchObject({ holdId, status: 'HELD' });
    expect(hold?.secondsLeft).toBeGreaterThan(590);
    expect(hold?.secondsAtMost).toBeGreaterThan(1_790);
    await api.endHolds(show);
    expect(await open()).toEqual({ hold: null });
    const { status } = await api.get(`/api/shows/${guest.userId}/holds`, { token: guest.token });
    expect(status).toBe(404);
  });
});

describe('holds without an account', () => {
  let api: TestApi;
  let show: TestShow;
  beforeAll(async () => void (api = await startTestApi({ settings: { holds: HOLDS, rateLimits: true } })));
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ totalSeats: 12 });
    await api.stored('bookings').deleteMany({});
  });

  const holdOf = async (who: SignedInUser, place: number): Promise<TestReply> =>
    api.hold(who, show, [show.seatIds[place] as string]);
  const anonymously = async (place: number): Promise<TestReply> => holdOf(await api.anonymousGuest(), place);

  it('are so many at once from one network, and one more for each that ended', async () => {
    const guest = await api.anonymousGuest();
    const first = await holdOf(guest, 0);
    for (const place of [1, 2]) expect((await anonymously(place)).status).toBe(201);
    const { status, body, headers } = await anonymously(3);
    expect([status, body.code, headers['retry-after']]).toEqual([429, 'too-many-holds', '60']);
    expect((await api.seatStatuses(show)).slice(0, 4)).toEqual(['HELD', 'HELD', 'HELD', 'AVAILABLE']);
    const { token } = await api.anonymousGuest();
    const best = await api.post(`/api/shows/${show.id}/holds`, { token, body: { quantity: 1 } });
    expect(best.body.code).toBe('too-many-holds');
    expect((await holdOf(await api.guest(), 3)).status).toBe(201);
    await api.delete(`/api/shows/${show.id}/holds/${first.body.holdId}`, { token: guest.token });
    expect((await anonymously(4)).status).toBe(201);
  });

  it('are never more, however many ask in the same moment', async () => {
    const guests = await Promise.all(Array.from({ length: 8 }, () => api.anonymousGuest()));
    await Promise.all(guests.map((guest, place) => holdOf(guest, place)));
    const held = (await api.seatStatuses(show)).filter((status) => status === 'HELD');
    expect(held.length).toBeLessThanOrEqual(3);
  });

  it('store no address', async () => {
    await anonymously(0);
    expect(await api.bookingsOf(show)).toMatchObject([{ origin: expect.stringMatching(/^[\w-]{22}$/) }]);
  });

  it('are not counted where rate limits are off', async () => {
    const open = await startTestApi({ settings: { holds: { ...HOLDS, anonymousPerNetwork: 0 }, rateLimits: false } });
    try {
      const other = await open.show({ totalSeats: 2 });
      expect((await open.hold(await open.anonymousGuest(), other, other.seatIds.slice(0, 1))).status).toBe(201);
    } finally {
      await open.close();
    }
  });
});
