import { ShowPrices } from '@modex/domain';
import { TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

const PRICES: ShowPrices = {
  currency: 'EUR',
  categories: [{ category: 'all', amount: 4_500 }],
  ticketTypes: [
    { key: 'adult', name: 'Adult', percent: 10_000, prices: [], proof: false },
    { key: 'baby', name: 'Baby', percent: 0, prices: [], proof: false },
  ],
  fees: [],
  tax: null,
};
const PAID = { kind: 'at-the-box-office', due: { amount: 9_000, currency: 'EUR' } };

describe('payments', () => {
  let api: TestApi;
  let buyer: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [buyer, show] = [await api.guest(), await api.show({ prices: PRICES })];
  });

  const two = (): string[] => show.seatIds.slice(0, 2);
  const book = (body: object = {}): Promise<TestReply> =>
    api.post(`/api/shows/${show.id}/book`, {
      token: buyer.token,
      body: { userId: buyer.userId, seatIds: two(), ...body },
    });
  const bookingNow = async (bookingId: string) =>
    (await api.get(`/api/bookings/${bookingId}`, { token: buyer.token })).body;
  const giveBack = (bookingId: string, body?: object): Promise<TestReply> =>
    api.post(`/api/bookings/${bookingId}/cancel`, { token: buyer.token, ...(body !== undefined && { body }) });

  it('are made at the box office, and the booking says how much', async () => {
    const { bookingId, payment, price } = (await book()).body;
    expect(payment).toEqual(PAID);
    expect(price).toMatchObject({ total: PAID.due.amount });
    expect((await bookingNow(bookingId)).payment).toEqual(PAID);
  });

  it('are told by a hold before anything is booked', async () => {
    const { holdId, paymentKind } = (await api.hold(buyer, show, two())).body;
    expect(paymentKind).toBe('at-the-box-office');
    expect((await book({ holdId })).body.payment).toEqual(PAID);
  });

  it('are less once seats were given back, and end with the booking', async () => {
    const { bookingId } = (await book()).body;
    const { body } = await giveBack(bookingId, { seatIds: two().slice(0, 1) });
    expect([body.status, body.payment]).toEqual([
      'CONFIRMED',
      { kind: 'at-the-box-office', due: { amount: 4_500, currency: 'EUR' } },
    ]);
    const cancelled = (await giveBack(bookingId)).body;
    expect([cancelled.status, cancelled.payment]).toEqual(['CANCELLED', null]);
  });

  it('are none for tickets that cost nothing', async () => {
    const { body } = await book({ tickets: two().map((seatId) => ({ seatId, type: 'baby' })) });
    expect(body).toMatchObject({ price: { total: 0 }, payment: null });
  });

  it('are none for a show free of charge, where a hold says so too', async () => {
    show = await api.show();
    const { holdId, paymentKind } = (await api.hold(buyer, show, two())).body;
    expect(paymentKind).toBeNull();
    expect((await book({ holdId })).body.payment).toBeNull();
  });
});
