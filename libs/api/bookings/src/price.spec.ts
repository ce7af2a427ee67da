import { ShowService } from '@modex/api-shows';
import { ShowPrices } from '@modex/domain';
import { TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

const PRICES: ShowPrices = {
  currency: 'EUR',
  categories: [{ category: 'all', amount: 4_500 }],
  ticketTypes: [
    { key: 'adult', name: 'Adult', percent: 10_000, prices: [], proof: false },
    { key: 'child', name: 'Child', percent: 5_000, prices: [], proof: true },
  ],
  fees: [{ key: 'service', name: 'Service', per: 'seat', kind: 'fixed', value: 150 }],
  tax: { name: 'VAT', percent: 700, included: true },
};
const euros = (amount: number) => ({ amount, currency: 'EUR' });

describe('the price of a booking', () => {
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

  const seats = (...places: readonly number[]): string[] => places.map((place) => show.seatIds[place] as string);
  const book = async (body: object, key?: string): Promise<TestReply> =>
    api.post(`/api/shows/${show.id}/book`, {
      token: buyer.token,
      body: { userId: buyer.userId, ...body },
      ...(key !== undefined && { headers: { 'idempotency-key': key } }),
    });
  /** From now on the seats cost this. */
  const change = async (amount: number): Promise<unknown> => {
    const prices = { ...PRICES, categories: [{ category: 'all', amount }] };
    return api.find(ShowService).edit(show.id, { version: 0, fields: { prices }, by: buyer.userId });
  };
  const nothingWritten = async (): Promise<void> => {
    expect(await api.bookingsOf(show)).toEqual([]);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  };
  const oneOfEach = () => ({
    seatIds: seats(0, 1),
    tickets: [{ seatId: seats(1)[0], type: 'child' }],
  });
  /** 45.00 and 22.50, twice 1.50 for service; all with 7 % VAT included. */
  const lines = () => ({
    currency: 'EUR',
    tickets: [
      { seatId: seats(0)[0], category: 'all', type: 'adult', typeName: 'Adult', proof: false, amount: 4_500, tax: 294 },
      { seatId: seats(1)[0], category: 'all', type: 'child', typeName: 'Child', proof: true, amount: 2_250, tax: 147 },
    ],
    fees: [{ key: 'service', name: 'Service', amount: 300, tax: 20 }],
    tax: { name: 'VAT', percent: 700, included: true },
    total: 7_050,
    taxTotal: 461,
  });

  it('is computed by the server, line by line, for the ticket types that were chosen', async () => {
    const { status, body } = await book({ ...oneOfEach(), total: euros(7_050) });
    expect([status, body.price]).toEqual([201, lines()]);
  });

  it('is that of the first ticket type at the price of the moment, if nothing is said', async () => {
    expect((await book({ seatIds: seats(0, 1) })).body.price).toMatchObject({ total: 9_300 });
  });

  it('stays as it was sold, whatever the prices become', async () => {
    const { bookingId } = (await book(oneOfEach())).body;
    await change(9_900);
    const { body } = await api.get(`/api/bookings/${bookingId}`, { token: buyer.token });
    expect(body.price).toEqual(lines());
  });

  it('refuses another total than that of now, with both, and books nothing', async () => {
    await change(5_000);
    const { status, body } = await book({ ...oneOfEach(), total: euros(7_050) });
    expect([status, body.code, body.total, body.seenTotal]).toEqual([409, 'price-changed', euros(7_800), euros(7_050)]);
    await nothingWritten();
  });

  it('answers a repeated request with its booking, though the price has changed since', async () => {
    const first = await book({ ...oneOfEach(), total: euros(7_050) }, 'k');
    await change(5_000);
    const again = await book({ ...oneOfEach(), total: euros(7_050) }, 'k');
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  it('tells a request with the same key for other tickets apart', async () => {
    await book(oneOfEach(), 'k');
    const { body } = await book({ seatIds: seats(0, 1) }, 'k');
    expect(body.code).toBe('idempotency-key-reused');
  });

  it.each<[string, () => object]>([
    ['of a seat that is not booked', () => ({ tickets: [{ seatId: seats(5)[0], type: 'child' }] })],
    ['twice for a seat', () => ({ tickets: [0, 0].map((place) => ({ seatId: seats(place)[0], type: 'child' })) })],
    ['of a type that the show does not have', () => ({ tickets: [{ seatId: seats(0)[0], type: 'dog' }] })],
    ['that is none', () => ({ tickets: [null] })],
    ['with a price of its own', () => ({ tickets: [{ seatId: seats(0)[0], type: 'child', amount: 1 }] })],
    ['and half a cent', () => ({ total: euros(0.5) })],
    ['and a debt', () => ({ total: euros(-1) })],
  ])('refuses a ticket %s', async (_, wish) => {
    const { status, body } = await book({ seatIds: seats(0), ...wish() });
    expect([status, body.code]).toEqual([400, 'validation-failed']);
    await nothingWritten();
  });

  it('is not fixed by a hold, which stays and is confirmed at the new price', async () => {
    const { holdId } = (await api.hold(buyer, show, seats(0, 1))).body;
    await change(5_000);
    const refused = await book({ ...oneOfEach(), holdId, total: euros(7_050) });
    expect([refused.status, refused.body.code, refused.body.total]).toEqual([409, 'price-changed', euros(7_800)]);
    const { status, body } = await book({ ...oneOfEach(), holdId, total: euros(7_800) });
    expect([status, body.bookingId]).toEqual([201, holdId]);
    expect(body.price).toMatchObject({ total: 7_800 });
    expect((await book({ ...oneOfEach(), holdId })).body.price).toMatchObject({ total: 7_800 });
  });

  it('is nothing in a show free of charge, where nobody has to say so', async () => {
    show = await api.show();
    expect((await book({ seatIds: seats(0), tickets: [{ seatId: seats(0)[0], type: 'child' }] })).status).toBe(400);
    const changed = await book({ seatIds: seats(0), total: euros(100) });
    expect([changed.body.code, changed.body.total]).toEqual(['price-changed', euros(0)]);
    const { status, body } = await book({ seatIds: seats(0), total: euros(0) });
    expect([status, body.price]).toEqual([201, null]);
  });
});
