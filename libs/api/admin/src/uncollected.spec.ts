import { randomUUID } from 'node:crypto';
import { BookingCancelService, BookingListService } from '@modex/api-bookings';
import { isUncollected, ShowPrices } from '@modex/domain';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

const PRICES: ShowPrices = {
  ...{ currency: 'EUR', ticketTypes: [], fees: [], tax: null },
  categories: [{ category: 'all', amount: 4_500 }],
};
const PAIRS = 12;

describe('what nobody collected', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let buyer: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [buyer, show] = [await api.guest(), await api.show({ prices: PRICES, totalSeats: 2 * PAIRS })];
  });

  const path = () => `/api/admin/shows/${show.id}/uncollected`;
  const uncollected = async () => (await api.get(path(), { token: admin.token })).body;
  const release = (body: object = {}, who = admin) => api.post(`${path()}/release`, { token: who.token, body });
  const bookPair = async (pair: number): Promise<string> =>
    (await api.book(buyer, show, { seatIds: show.seatIds.slice(2 * pair, 2 * pair + 2) })).body.bookingId;
  const pay = (bookingId: string, amount: number) =>
    api.post(`/api/admin/bookings/${bookingId}/receipts`, {
      token: admin.token,
      body: { receiptId: randomUUID(), amount, currency: 'EUR', means: 'cash' },
    });
  const stateOf = async (bookingId: string) =>
    (await api.get(`/api/admin/bookings/${bookingId}`, { token: admin.token })).body;

  it('is told, and given back in one act, with the reason for its customers', async () => {
    const [first, second, paid] = [await bookPair(0), await bookPair(1), await bookPair(2)];
    await pay(paid, 4_500);
    expect(await uncollected()).toEqual({ bookings: 2, seats: 4, due: { amount: 18_000, currency: 'EUR' } });
    const { status, body } = await release({ reason: 'Not collected.' });
    expect([status, body]).toEqual([200, { bookings: 2, seats: 4, left: 0 }]);
    for (const bookingId of [first, second]) {
      expect(await stateOf(bookingId)).toMatchObject({ status: 'CANCELLED', reason: 'Not collected.' });
    }
    expect(await stateOf(paid)).toMatchObject({ status: 'CONFIRMED' });
    expect(await uncollected()).toEqual({ bookings: 0, seats: 0, due: null });
    expect((await release()).body).toEqual({ bookings: 0, seats: 0, left: 0 });
    expect((await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 4) })).status).toBe(201);
  });

  it('is paid or released, never both, when somebody pays in that moment', async () => {
    const bookings = await Promise.all(Array.from({ length: PAIRS }, (_, pair) => bookPair(pair)));
    const [payments] = await Promise.all([
      Promise.all(bookings.map((bookingId) => pay(bookingId, 9_000))),
      release(),
      release(),
    ]);
    for (const [at, bookingId] of bookings.entries()) {
      const { status, till } = await stateOf(bookingId);
      const isPaid = payments[at]?.status === 200;
      expect([status, till?.paid]).toEqual(isPaid ? ['CONFIRMED', 9_000] : ['CANCELLED', 0]);
    }
  });

  it('stays when it was paid after the release has read it', async () => {
    const bookingId = await bookPair(0);
    const cancels = api.find(BookingCancelService);
    const seen = await api.find(BookingListService).findSold(bookingId);
    await pay(bookingId, 9_000);
    expect(await cancels.cancelIf(seen.booking, isUncollected, { by: admin.userId })).toBe(0);
    expect(await stateOf(bookingId)).toMatchObject({ status: 'CONFIRMED', till: { paid: 9_000 } });
  });

  it('is nothing of a show that is free of charge', async () => {
    show = await api.show({ totalSeats: 2 });
    await bookPair(0);
    expect(await uncollected()).toEqual({ bookings: 0, seats: 0, due: null });
    expect((await release()).body).toEqual({ bookings: 0, seats: 0, left: 0 });
  });

  it('is a matter of those who may give back for customers', async () => {
    expect((await release({}, buyer)).body.code).toBe('forbidden');
    expect((await release({ reason: 'x'.repeat(501) })).body.code).toBe('validation-failed');
    const unknown = await api.post('/api/admin/shows/0123456789abcdef01234567/uncollected/release', {
      ...{ token: admin.token, body: {} },
    });
    expect(unknown.body.code).toBe('unknown-show');
  });
});
