import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { BookingProof, PROOF_LIFETIME_MS } from './holder/booking-proof';

describe('looking a booking up', () => {
  let api: TestApi;
  let show: TestShow;
  let ada: SignedInUser;
  let booked: { readonly bookingId: string; readonly code: string };
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    jest.restoreAllMocks();
    show = await api.show({ totalSeats: 6 });
    const { body } = await api.post('/api/auth/guest', { body: { name: 'Ada', email: 'ada@example.org' } });
    ada = { userId: body.userId, token: body.token };
    booked = (await api.book(ada, show, { seatIds: show.seatIds.slice(0, 2) })).body;
  });

  const lookUp = (code: string, email: string) => api.post('/api/bookings/lookup', { body: { code, email } });
  const proofOf = async (): Promise<string> => (await lookUp(booked.code, 'ada@example.org')).body.access;
  const see = (access: string, bookingId = booked.bookingId) =>
    api.get(`/api/bookings/${bookingId}`, { headers: { 'booking-access': access } });

  it('opens it by code and e-mail, however both are typed', async () => {
    const { status, body, headers } = await lookUp(
      ` ${booked.code.slice(0, 4)}-${booked.code.slice(4).toLowerCase()}`,
      ' ADA@Example.org ',
    );
    expect(status).toBe(200);
    expect(body.booking).toMatchObject({
      bookingId: booked.bookingId,
      customerName: 'Ada',
      cancellable: true,
      show: { id: show.id },
    });
    expect(body.booking.seats).toHaveLength(2);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('opens a cancelled one too, and none that came to nothing', async () => {
    await api.post(`/api/bookings/${booked.bookingId}/cancel`, { token: ada.token });
    expect((await lookUp(booked.code, 'ada@example.org')).body.booking.status).toBe('CANCELLED');
    await api.stored('bookings').updateOne({ code: booked.code }, { $set: { status: 'FAILED' } });
    expect((await lookUp(booked.code, 'ada@example.org')).status).toBe(404);
  });

  it('tells two bookings with one code apart by their e-mails', async () => {
    const bob = await api.guest();
    const other = (await api.book(bob, show, { seatIds: show.seatIds.slice(4) })).body;
    await api.stored('bookings').updateOne({ code: other.code }, { $set: { code: booked.code } });
    const { body } = await api.get('/api/auth/me', { token: bob.token });
    expect((await lookUp(booked.code, body.user.email)).body.booking.bookingId).toBe(other.bookingId);
    expect((await lookUp(booked.code, 'ada@example.org')).body.booking.bookingId).toBe(booked.bookingId);
  });

  it('has one answer, and asks the database the same, for a wrong code, a wrong e-mail, and what is no code', async () => {
    const asked: unknown[] = [];
    const answers: unknown[] = [];
    for (const [code, email] of [
      ['22222222', 'ada@example.org'],
      [booked.code, 'eve@example.org'],
      ['no code at all', 'ada@example.org'],
      ['$ne', 'ada@example.org'],
    ] as const) {
      asked.push(
        await api.commands.during(['bookings', 'users', 'shows', 'seats', 'sessions'], async () => {
          const { status, body } = await lookUp(code, email);
          answers.push([status, { ...body, requestId: '' }]);
        }),
      );
    }
    expect(answers[0]).toMatchObject([404, { code: 'unknown-booking' }]);
    expect(asked[0]).toEqual([
      { name: 'find', collection: 'bookings' },
      { name: 'find', collection: 'users' },
    ]);
    for (const other of [1, 2, 3]) {
      expect(answers[other]).toEqual(answers[0]);
      expect(asked[other]).toEqual(asked[0]);
    }
  });

  it.each([
    { code: '', email: 'ada@example.org' },
    { code: 'x'.repeat(51), email: 'ada@example.org' },
    { code: { $gt: '' }, email: 'ada@example.org' },
    { code: '22222222', email: 'no e-mail' },
    { code: '22222222', email: { $gt: '' } },
    { code: '22222222', email: 'ada@example.org', bookingId: 'x' },
  ])('refuses %j', async (body) => {
    const answer = await api.post('/api/bookings/lookup', { body });
    expect([answer.status, answer.body.code]).toEqual([400, 'validation-failed']);
  });

  it('hands out a proof that opens this booking without a session, and is checked without the database', async () => {
    const access = await proofOf();
    expect((await see(access)).body).toMatchObject({ bookingId: booked.bookingId, cancellable: true });
    const commands = await api.commands.during(['bookings', 'sessions', 'users'], () => see(`${access}x`));
    expect(commands).toEqual([]);
    expect((await see(`${access}x`)).status).toBe(401);
  });

  it('cancels by the proof, in the name of the customer', async () => {
    const path = `/api/bookings/${booked.bookingId}/cancel`;
    const { status, body } = await api.post(path, { headers: { 'booking-access': await proofOf() } });
    expect([status, body.status]).toEqual([200, 'CANCELLED']);
    expect((await api.bookingsOf(show))[0]?.['ended_by']).toEqual(api.objectId(ada.userId));
    expect(await api.seatStatuses(show)).not.toContain('BOOKED');
  });

  it('opens with the proof nothing else: no other booking, and not after an hour', async () => {
    const bob = await api.guest();
    const other = (await api.book(bob, show, { seatIds: show.seatIds.slice(4) })).body;
    const access = await proofOf();
    expect((await see(access, other.bookingId)).status).toBe(401);
    // Signed for the same customer, with another end.
    const [user, end, signature] = access.split('.');
    expect((await see(`${user}.${Number(end) + 1}.${signature}`)).status).toBe(401);
    expect((await see(`${bob.userId}.${end}.${signature}`)).status).toBe(401);
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + PROOF_LIFETIME_MS - 1_000);
    expect((await see(access)).status).toBe(200);
    jest.spyOn(Date, 'now').mockReturnValue(now + PROOF_LIFETIME_MS + 1_000);
    expect((await see(access)).status).toBe(401);
  });

  it('is signed with the secret of the deployment', () => {
    const booking = { id: 'a'.repeat(24), userId: 'b'.repeat(24) };
    const elsewhere = new BookingProof({
      ...api.settings,
      sessionSecret: 'the secret of another deployment, also long',
    });
    expect(api.find(BookingProof).holderOf(booking.id, api.find(BookingProof).give(booking))?.userId).toBe(
      booking.userId,
    );
    expect(api.find(BookingProof).holderOf(booking.id, elsewhere.give(booking))).toBeUndefined();
  });

  it('disturbs no session: with one of somebody else the proof still opens the booking, and theirs stay their own', async () => {
    const bob = await api.guest();
    const headers = { 'booking-access': await proofOf() };
    expect((await api.get(`/api/bookings/${booked.bookingId}`, { token: bob.token })).status).toBe(404);
    expect((await api.get(`/api/bookings/${booked.bookingId}`, { token: bob.token, headers })).status).toBe(200);
    expect((await api.get('/api/bookings', { token: bob.token, headers })).body.items).toEqual([]);
    expect((await api.get('/api/auth/me', { token: bob.token, headers })).body.user.userId).toBe(bob.userId);
  });
});

describe('looking a booking up, again and again', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ settings: { rateLimits: true } });
  });
  afterAll(() => api?.close());

  const lookUp = async (code: string, email: string): Promise<number> =>
    (await api.post('/api/bookings/lookup', { body: { code, email } })).status;

  it('is refused after ten wrong e-mails for one code, with the right one too; right ones do not count', async () => {
    const [guest, show] = [await api.guest(), await api.show()];
    const { code } = (await api.book(guest, show, { seatIds: show.seatIds.slice(0, 1) })).body;
    const { email } = (await api.get('/api/auth/me', { token: guest.token })).body.user;
    for (let right = 0; right < 11; right++) expect(await lookUp(code, email)).toBe(200);
    const wrong = await Promise.all(Array.from({ length: 12 }, (_, i) => lookUp(code, `eve${i}@example.org`)));
    expect(wrong.filter((status) => status === 404)).toHaveLength(10);
    expect(wrong.filter((status) => status === 429)).toHaveLength(2);
    expect(await lookUp(code.toLowerCase(), email)).toBe(429);
  });

  it('is refused to who guesses, not to the customer elsewhere, until a crowd of addresses guesses', async () => {
    const [guest, show] = [await api.guest(), await api.show()];
    const { code } = (await api.book(guest, show, { seatIds: show.seatIds.slice(0, 1) })).body;
    const { email } = (await api.get('/api/auth/me', { token: guest.token })).body.user;
    const from = async (remoteAddress: string, payload: object): Promise<number> =>
      (await api.app.inject({ method: 'POST', url: '/api/bookings/lookup', payload, remoteAddress })).statusCode;
    const wrong = { code, email: 'eve@example.org' };
    for (let time = 0; time < 25; time++) await from('192.0.2.1', wrong);
    expect(await from('192.0.2.1', { code, email })).toBe(429);
    expect(await from('192.0.2.2', { code, email })).toBe(200);
    for (let nth = 0; nth < 90; nth++) await from(`198.51.100.${nth}`, wrong);
    expect(await from('192.0.2.2', { code, email })).toBe(429);
  });
});
