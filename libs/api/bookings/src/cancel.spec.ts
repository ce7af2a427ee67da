import { SeatRepository } from '@modex/api-seats';
import { killAt, loseRequest } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

const NOBODYS = 'f'.repeat(24);

describe('cancelling a booking', () => {
  let api: TestApi;
  let owner: SignedInUser;
  let show: TestShow;
  let bookingId: string;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [owner, show] = [await api.guest(), await api.show({ totalSeats: 3 })];
    bookingId = (await api.book(owner, show, { seatIds: show.seatIds.slice(0, 2) })).body.bookingId;
  });

  const cancel = ({ token }: SignedInUser, id = bookingId) => api.post(`/api/bookings/${id}/cancel`, { token });

  it('by its owner frees its seats, and another can buy them', async () => {
    const { status, body } = await cancel(owner);
    expect([status, body.status, body.cancellable]).toEqual([200, 'CANCELLED', false]);
    expect(await api.seatStatuses(show)).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
    expect((await api.book(await api.guest(), show, { seatIds: show.seatIds })).status).toBe(201);
  });

  it('twice is the same as once, and does not touch the next owner', async () => {
    const first = await cancel(owner);
    await api.book(await api.guest(), show, { seatIds: show.seatIds });
    const again = await cancel(owner);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await api.seatStatuses(show)).toEqual(['BOOKED', 'BOOKED', 'BOOKED']);
  });

  it('many times at once frees the seats once', async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => cancel(owner)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await api.seatStatuses(show)).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
  });

  it('is open to an admin', async () => {
    expect((await cancel(await api.admin())).body.status).toBe('CANCELLED');
  });

  it('by a stranger is answered as if there were no such booking', async () => {
    const stranger = await api.guest();
    const [foreign, missing, noId] = [
      await cancel(stranger),
      await cancel(stranger, NOBODYS),
      await cancel(stranger, 'no-id'),
    ];
    const { title, detail, code } = missing.body as { title: string; detail: string; code: string };
    const body = { title, detail, code };
    expect([foreign.status, missing.status, noId.status]).toEqual([404, 404, 404]);
    expect(foreign.body).toMatchObject({ ...body, code: 'unknown-booking' });
    expect(Object.keys(foreign.body)).toEqual(Object.keys(missing.body));
    expect(noId.body).toMatchObject(body);
    expect(await api.seatStatuses(show)).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE']);
  });

  it('needs a session', async () => {
    const reply = await api.post(`/api/bookings/${bookingId}/cancel`);
    expect([reply.status, reply.body.code]).toEqual([401, 'unauthenticated']);
  });

  it('after the show has started is refused to its owner and open to an admin', async () => {
    await api.startShow(show);
    const refused = await cancel(owner);
    expect([refused.status, refused.body.code]).toEqual([409, 'booking-not-cancellable']);
    expect((await cancel(await api.admin())).status).toBe(200);
  });

  it('that failed is refused', async () => {
    const rival = await api.guest();
    await api.book(rival, show, { seatIds: show.seatIds.slice(0, 1) });
    const failed = (await api.bookingsOf(show)).at(-1);
    const reply = await cancel(rival, failed?._id.toHexString());
    expect([reply.status, reply.body.code]).toEqual([409, 'booking-not-cancellable']);
  });

  it('that crashed before the seats were freed is finished by the sweep', async () => {
    const revive = killAt(api.find(SeatRepository), 'release');
    expect((await cancel(owner)).status).toBe(503);
    revive();
    expect(await api.seatStatuses(show)).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE']);
    await api.sweep();
    expect(await api.seatStatuses(show)).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
    expect((await api.bookingsOf(show))[0]).not.toHaveProperty('sweep_at');
  });

  it('that crashed can be asked for again, and then the seats are free', async () => {
    loseRequest(api.find(SeatRepository), 'release');
    expect((await cancel(owner)).status).toBe(503);
    expect((await cancel(owner)).status).toBe(200);
    await api.sweep();
    expect(await api.seatStatuses(show)).toEqual(['AVAILABLE', 'AVAILABLE', 'AVAILABLE']);
  });
});

describe('reading bookings', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  it('of another customer is answered as if there were none', async () => {
    const [owner, stranger, show] = [await api.guest(), await api.guest(), await api.show()];
    const { body } = await api.book(owner, show, { seatIds: show.seatIds.slice(0, 1) });
    const [foreign, missing] = [
      await api.get(`/api/bookings/${body.bookingId}`, { token: stranger.token }),
      await api.get(`/api/bookings/${NOBODYS}`, { token: stranger.token }),
    ];
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    expect((await api.get('/api/bookings', { token: stranger.token })).body.items).toEqual([]);
    expect((await api.get(`/api/bookings/${body.bookingId}`, { token: owner.token })).status).toBe(200);
  });

  it('lists what was bought, latest first, page by page, and not what was only tried', async () => {
    const [buyer, show] = [await api.guest(), await api.show()];
    const bought: string[] = [];
    for (const seatId of show.seatIds.slice(0, 5)) {
      bought.unshift((await api.book(buyer, show, { seatIds: [seatId] })).body.bookingId);
    }
    await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 1) });
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await api.get(`/api/bookings?limit=2${query}`, { token: buyer.token });
      listed.push(...body.items.map(({ bookingId }) => bookingId));
      cursor = body.nextCursor;
    }
    expect(listed).toEqual(bought);
  });

  it('names the show and the seats', async () => {
    const [buyer, show] = [await api.guest(), await api.show({ title: 'The Moon', rows: 2, seatsPerRow: 2 })];
    const { body } = await api.book(buyer, show, { seatIds: show.seatIds.slice(1, 3) });
    const seen = await api.get(`/api/bookings/${body.bookingId}`, { token: buyer.token });
    expect(seen.body).toMatchObject({
      show: { id: show.id, title: 'The Moon', status: 'ON_SALE' },
      seats: [
        { id: show.seatIds[1], name: 'Row A, seat 2' },
        { id: show.seatIds[2], name: 'Row B, seat 1' },
      ],
      cancellable: true,
    });
  });
});
