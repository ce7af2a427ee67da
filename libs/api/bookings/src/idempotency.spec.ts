import { SeatRepository } from '@modex/api-seats';
import { before, loseAnswer, loseRequest } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { BookingRepository } from './booking.repository';
import { ShowCancelService } from './show-cancel.service';

describe('an Idempotency-Key', () => {
  let api: TestApi;
  let buyer: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [buyer, show] = [await api.guest(), await api.show()];
  });

  const ask = (key: string, seatIds = show.seatIds.slice(0, 2)) => api.book(buyer, show, { seatIds, key });

  it('used again gives the same answer, marked as a replay, and makes no second booking', async () => {
    const first = await ask('k');
    const again = await ask('k');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await api.bookingsOf(show)).toHaveLength(1);
  });

  it('does not mind the order of the seats', async () => {
    const first = await ask('k');
    const again = await ask('k', show.seatIds.slice(0, 2).toReversed());
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it('replays the refusal too, even when the seat is free by now', async () => {
    const holder = await api.guest();
    const taken = await api.book(holder, show, { seatIds: show.seatIds.slice(0, 1) });
    const first = await ask('k');
    await api.post(`/api/bookings/${taken.body.bookingId}/cancel`, { token: holder.token });
    const again = await ask('k');
    expect([again.status, again.body.code, again.body.seatIds]).toEqual([409, 'seat-taken', first.body.seatIds]);
  });

  it('used for another request is 422 and changes nothing', async () => {
    await ask('k');
    const { status, body } = await ask('k', show.seatIds.slice(2, 4));
    expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await api.bookingsOf(show)).toHaveLength(1);
    expect((await api.seatStatuses(show)).slice(2, 4)).toEqual(['AVAILABLE', 'AVAILABLE']);
  });

  it('of another user is a different key', async () => {
    await ask('k');
    const other = await api.book(await api.guest(), show, { seatIds: show.seatIds.slice(2, 4), key: 'k' });
    expect(other.status).toBe(201);
    expect(other.headers['idempotency-replayed']).toBeUndefined();
  });

  it('may have 255 characters', async () => expect((await ask('x'.repeat(255))).status).toBe(201));

  it('that begins with a dollar stays a plain text', async () => {
    const first = await ask('$status');
    expect((await ask('$status')).body).toEqual(first.body);
    expect(await api.bookingsOf(show)).toMatchObject([{ idempotency_key: '$status' }]);
  });

  it('while the first request runs is 409 in-progress', async () => {
    let meanwhile: Awaited<ReturnType<typeof ask>> | undefined;
    before(api.find(BookingRepository), 'confirm', async () => {
      meanwhile = await ask('k');
    });
    expect((await ask('k')).status).toBe(201);
    expect([meanwhile?.status, meanwhile?.body.code]).toEqual([409, 'in-progress']);
    expect(meanwhile?.headers['retry-after']).toBe('1');
  });

  it('of 20 requests at once makes one booking; the others get the replay or in-progress', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => ask('k')));
    const fresh = replies.filter(({ status, headers }) => status === 201 && !headers['idempotency-replayed']);
    expect(fresh).toHaveLength(1);
    for (const { status, body } of replies) expect(status === 201 || body.code === 'in-progress').toBe(true);
    expect(await api.bookingsOf(show)).toHaveLength(1);
  });

  it('finds the booking whose answer was lost', async () => {
    const bookings = api.find(BookingRepository);
    loseAnswer(bookings, 'confirm');
    loseRequest(bookings, 'find');
    const lost = await ask('k');
    expect([lost.status, lost.body.code]).toEqual([503, 'storage-unavailable']);
    const again = await ask('k');
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
    expect(await api.bookingsOf(show)).toMatchObject([{ status: 'CONFIRMED' }]);
  });

  it('is free again after a failure of the storage', async () => {
    loseRequest(api.find(SeatRepository), 'lock');
    expect((await ask('k')).status).toBe(503);
    const again = await ask('k');
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect((await api.bookingsOf(show)).map(({ status }) => status)).toEqual(['FAILED', 'CONFIRMED']);
  });

  it('whose booking expired is 410, again and again', async () => {
    before(api.find(BookingRepository), 'confirm', () => api.endLeases(show));
    const first = await ask('k');
    expect([first.status, first.body.code]).toEqual([409, 'booking-expired']);
    for (let time = 0; time < 2; time++) {
      const again = await ask('k');
      expect([again.status, again.body.code]).toEqual([410, 'booking-expired']);
    }
    expect(await api.bookingsOf(show)).toHaveLength(1);
  });

  it('still answers after the show was cancelled', async () => {
    const first = await ask('k');
    await api.find(ShowCancelService).cancel(show.id, { userId: (await api.admin()).userId, role: 'OWNER' });
    const again = await ask('k');
    expect([again.status, again.body.bookingId, again.body.status]).toEqual([201, first.body.bookingId, 'CANCELLED']);
    expect((await ask('another')).body.code).toBe('show-not-on-sale');
  });
});
