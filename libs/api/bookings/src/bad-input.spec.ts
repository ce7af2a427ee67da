import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

describe('a bad request for seats writes nothing and', () => {
  let api: TestApi;
  let buyer: SignedInUser;
  let show: TestShow;
  let other: TestShow;
  beforeAll(async () => {
    api = await startTestApi({ settings: { maxSeatsPerBooking: 4 } });
    [buyer, show, other] = [await api.guest(), await api.show(), await api.show()];
  });
  afterAll(() => api?.close());
  afterEach(async () => {
    expect(await api.count('bookings')).toBe(0);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  });

  const send = (body: unknown) => api.post(`/api/shows/${show.id}/book`, { token: buyer.token, body });
  const sendSeats = (seatIds: unknown) => send({ seatIds, userId: buyer.userId });

  it('without seats is 400', async () => {
    const { status, body } = await sendSeats([]);
    expect([status, body.code, body.fields[0]?.field]).toEqual([400, 'validation-failed', 'seatIds']);
  });

  it('with a seat twice is 400', async () => {
    const { status, body } = await sendSeats([show.seatIds[0], show.seatIds[0]]);
    expect([status, body.code, body.fields[0]?.field]).toEqual([400, 'validation-failed', 'seatIds']);
  });

  it('with a seat more than the limit is 400 too-many-seats', async () => {
    const { status, body } = await sendSeats(show.seatIds.slice(0, 5));
    expect([status, body.code]).toEqual([400, 'too-many-seats']);
    expect(body.detail).toContain('at most 4 seats');
    expect((await api.get(`/api/shows/${show.id}/seats`)).body.maxSeatsPerBooking).toBe(4);
  });

  it('with a seat that does not exist is 404 naming it', async () => {
    const unknown = (show.seatIds[0] as string).slice(0, 16) + '0000ffff';
    const { status, body } = await sendSeats([show.seatIds[0], unknown]);
    expect([status, body.code, body.seatIds]).toEqual([404, 'unknown-seat', [unknown]]);
  });

  it('with a seat of another show is 404 naming it', async () => {
    const { status, body } = await sendSeats([show.seatIds[0], other.seatIds[0]]);
    expect([status, body.code, body.seatIds]).toEqual([404, 'unknown-seat', [other.seatIds[0]]]);
  });

  it('with a million entries is 413', async () => {
    const { status, body } = await sendSeats(Array.from({ length: 1_000_000 }, () => 0));
    expect([status, body.code]).toEqual([413, 'payload-too-large']);
  });

  it.each([
    ['a word', ['A1']],
    ['a number', [7]],
    ['null', [null]],
    ['an object with an operator', [{ $gt: '' }]],
    ['a list in the list', [[]]],
  ])('with %s for an id is 400', async (_, seatIds) => {
    const { status, body } = await sendSeats(seatIds);
    expect([status, body.code, body.fields[0]?.field]).toEqual([400, 'validation-failed', 'seatIds']);
  });

  it.each([
    ['an operator', { $gt: '' }],
    ['a word', 'all'],
    ['null', null],
    ['nothing', undefined],
  ])('with %s for the seats is 400', async (_, seatIds) => {
    const { status, body } = await sendSeats(seatIds);
    expect([status, body.code]).toEqual([400, 'validation-failed']);
  });

  it('with an operator for the user is 400', async () => {
    const { status, body } = await send({ seatIds: show.seatIds.slice(0, 1), userId: { $ne: null } });
    expect([status, body.code, body.fields[0]?.field]).toEqual([400, 'validation-failed', 'userId']);
  });

  it.each(['status', 'price', '_id', 'role', 'bookingId', '$where'])(
    'with the extra field %s is 400 naming it',
    async (field) => {
      const { status, body } = await send({ seatIds: show.seatIds.slice(0, 1), userId: buyer.userId, [field]: 'x' });
      expect([status, body.code]).toEqual([400, 'validation-failed']);
      expect(body.fields.map((error) => error.field)).toEqual([field]);
    },
  );

  it.each(['__proto__', 'constructor'])('with %s is 400 and leaves the prototype as it was', async (field) => {
    const payload = `{"seatIds":["${show.seatIds[0]}"],"userId":"${buyer.userId}","${field}":{"prototype":{"polluted":1}}}`;
    const reply = await api.app.inject({
      method: 'POST',
      url: `/api/shows/${show.id}/book`,
      headers: { authorization: `Bearer ${buyer.token}`, 'content-type': 'application/json' },
      payload,
    });
    expect(reply.statusCode).toBe(400);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('with half a body is 400', async () => {
    const headers = { authorization: `Bearer ${buyer.token}`, 'content-type': 'application/json' };
    const url = `/api/shows/${show.id}/book`;
    const reply = await api.app.inject({ method: 'POST', url, headers, payload: '{"seatIds":[' });
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'malformed-body']);
  });

  it('as text is 415', async () => {
    const headers = { authorization: `Bearer ${buyer.token}`, 'content-type': 'text/plain' };
    const url = `/api/shows/${show.id}/book`;
    const reply = await api.app.inject({ method: 'POST', url, headers, payload: 'seats' });
    expect([reply.statusCode, reply.json().code]).toEqual([415, 'unsupported-media-type']);
  });

  it.each(['f'.repeat(24), 'no-id', '%24ne'])('for the show %s is 404 unknown-show', async (showId) => {
    const body = { seatIds: show.seatIds.slice(0, 1), userId: buyer.userId };
    const reply = await api.post(`/api/shows/${showId}/book`, { token: buyer.token, body });
    expect([reply.status, reply.body.code]).toEqual([404, 'unknown-show']);
  });

  it('for a draft is 404 unknown-show', async () => {
    const draft = await api.show({ status: 'DRAFT' });
    const { status, body } = await api.book(buyer, draft, { seatIds: draft.seatIds.slice(0, 1) });
    expect([status, body.code]).toEqual([404, 'unknown-show']);
  });

  it('from another site is 403', async () => {
    const headers = { origin: 'https://elsewhere.example', authorization: `Bearer ${buyer.token}` };
    const body = { seatIds: show.seatIds.slice(0, 1), userId: buyer.userId };
    const reply = await api.post(`/api/shows/${show.id}/book`, { headers, body });
    expect([reply.status, reply.body.code]).toEqual([403, 'cross-site-request']);
  });

  it.each(['', 'x'.repeat(256)])('with the Idempotency-Key "%s" is 400', async (key) => {
    const { status, body } = await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 1), key });
    expect([status, body.code]).toEqual([400, 'invalid-idempotency-key']);
  });
});
