import { randomUUID } from 'node:crypto';
import { ShowPrices } from '@modex/domain';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

const PRICES: ShowPrices = {
  ...{ currency: 'EUR', ticketTypes: [], fees: [], tax: null },
  categories: [{ category: 'all', amount: 4_500 }],
};

describe('money at the counter', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let buyer: SignedInUser;
  let show: TestShow;
  let bookingId: string;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [buyer, show] = [await api.guest(), await api.show({ prices: PRICES })];
    bookingId = (await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 2) })).body.bookingId;
  });

  const take = (amount: unknown, changes: object = {}, who = admin) =>
    api.post(`/api/admin/bookings/${bookingId}/receipts`, {
      token: who.token,
      body: { receiptId: randomUUID(), amount, currency: 'EUR', means: 'cash', ...changes },
    });
  const giveBack = (seatIds?: readonly string[]) =>
    api.post(`/api/admin/bookings/${bookingId}/cancel`, { token: admin.token, body: { seatIds } });
  const payment = async () => (await api.get(`/api/bookings/${bookingId}`, { token: buyer.token })).body.payment;
  const cashUp = (from: number, to: number) =>
    api.get(`/api/admin/cash-up?from=${iso(from)}&to=${iso(to)}`, { token: admin.token });

  it('is taken in parts and in several ways, and says who took it and what is left', async () => {
    const { status, body } = await take(5_000, { means: 'card' });
    expect([status, body.till?.worth, body.till?.paid, body.till?.open]).toEqual([200, 9_000, 5_000, 4_000]);
    expect(await payment()).toEqual({ kind: 'at-the-box-office', due: { amount: 4_000, currency: 'EUR' } });
    const all = (await take(4_000)).body.till;
    expect(all?.receipts).toMatchObject([
      { amount: 5_000, means: 'card', by: { userId: admin.userId } },
      { amount: 4_000, means: 'cash', by: { userId: admin.userId } },
    ]);
    expect(await payment()).toBeNull();
  });

  it('is taken once, however often a receipt is sent and however many counters take it', async () => {
    const receiptId = randomUUID();
    const [first, again] = [await take(9_000, { receiptId }), await take(9_000, { receiptId })];
    expect(again.body).toEqual(first.body);
    await take(-9_000);
    const replies = await Promise.all(Array.from({ length: 6 }, () => take(9_000)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await take(1)).body.code).toBe('payment-refused');
  });

  it('is given back when seats are given back, or the booking is cancelled', async () => {
    await take(9_000);
    await giveBack(show.seatIds.slice(0, 1));
    expect((await take(-4_500)).body.till).toMatchObject({ worth: 4_500, paid: 4_500, open: 0 });
    await giveBack();
    expect((await take(-4_500)).body.till).toMatchObject({ worth: 0, paid: 0, open: 0 });
    expect((await take(-1)).body.code).toBe('payment-refused');
  });

  it.each([
    ['too much', 9_001, {}, 409, 'payment-refused'],
    ['another currency', 100, { currency: 'CHF' }, 409, 'payment-refused'],
    ['what is no currency', 100, { currency: 'XX' }, 400, 'validation-failed'],
    ['nothing', 0, {}, 400, 'validation-failed'],
    ['a part of a cent', 1.5, {}, 400, 'validation-failed'],
    ['shells', 100, { means: 'shells' }, 400, 'validation-failed'],
    ['a receipt without a name', 100, { receiptId: '1' }, 400, 'validation-failed'],
  ])('is refused: %s', async (_, amount, changes, status, code) => {
    const reply = await take(amount, changes);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await payment()).toMatchObject({ due: { amount: 9_000 } });
  });

  it('is nothing for a show free of charge', async () => {
    show = await api.show();
    bookingId = (await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 1) })).body.bookingId;
    expect((await take(100)).body.code).toBe('payment-refused');
  });

  it('is cashed up by person and means, for an evening', async () => {
    const at = (await take(1_000)).body.till?.receipts[0]?.at ?? '';
    const from = Date.parse(at);
    await take(4_000);
    await take(3_000, { means: 'card' });
    await take(-1_000);
    const { sums } = (await cashUp(from, Date.now() + 60_000)).body;
    expect(sums).toMatchObject([
      { means: 'card', currency: 'EUR', amount: 3_000, count: 1, by: { userId: admin.userId } },
      { means: 'cash', currency: 'EUR', amount: 4_000, count: 3 },
    ]);
    expect((await cashUp(from - 86_400_000, from - 3_600_000)).body.sums).toEqual([]);
    expect((await cashUp(from, from)).body.code).toBe('validation-failed');
  });

  it('is for the box office alone', async () => {
    expect((await take(100, {}, buyer)).body.code).toBe('forbidden');
  });
});

function iso(time: number): string {
  return encodeURIComponent(new Date(time).toISOString());
}
