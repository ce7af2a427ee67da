import { randomUUID } from 'node:crypto';
import { ShowPrices } from '@modex/domain';
import { inDays } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

const PRICES: ShowPrices = {
  ...{ currency: 'EUR', ticketTypes: [], fees: [], tax: null },
  categories: [{ category: 'all', amount: 4_500 }],
};

describe('until when customers give seats back', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let buyer: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    [admin, buyer] = [await api.admin(), await api.guest()];
  });
  afterAll(() => api?.close());

  const makeShow = async (body: object): Promise<void> => {
    show = await api.show({ totalSeats: 4, startTime: inDays(2), ...body });
  };
  const change = async (body: object) => {
    const path = `/api/admin/shows/${show.id}`;
    const { version } = (await api.get(path, { token: admin.token })).body;
    return api.patch(path, { token: admin.token, body: { version, ...body } });
  };
  const book = async (): Promise<string> =>
    (await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 2) })).body.bookingId;
  const told = async (bookingId: string) =>
    (await api.get(`/api/bookings/${bookingId}`, { token: buyer.token })).body.cancellable;
  const giveBack = (bookingId: string, { token } = buyer) =>
    api.post(`/api/bookings/${bookingId}/cancel`, { token, body: { seatIds: show.seatIds.slice(0, 1) } });
  const giveBackAsStaff = (bookingId: string) =>
    api.post(`/api/admin/bookings/${bookingId}/cancel`, { token: admin.token, body: {} });

  it.each([
    [0, true],
    [47, true],
    [49, false],
    [null, false],
  ])('is %s hours before the show, two days away: %s; staff always may', async (giveBackHours, isAllowed) => {
    await makeShow({ giveBackHours });
    const bookingId = await book();
    expect(await told(bookingId)).toBe(isAllowed);
    const { status, body } = await giveBack(bookingId);
    expect(status).toBe(isAllowed ? 200 : 409);
    if (!isAllowed) expect(body.code).toBe('booking-not-cancellable');
    expect((await giveBackAsStaff(bookingId)).body.status).toBe('CANCELLED');
  });

  it('is until the start unless somebody says, and can be changed there and back', async () => {
    await makeShow({});
    const bookingId = await book();
    const known = async () => (await api.get(`/api/shows/${show.id}`)).body.giveBackHours;
    expect(await known()).toBe(0);
    for (const giveBackHours of [null, 72, 0, null]) {
      expect((await change({ giveBackHours })).body.giveBackHours).toBe(giveBackHours);
      expect(await known()).toBe(giveBackHours);
      expect(await told(bookingId)).toBe(giveBackHours === 0);
    }
    expect((await change({ giveBackHours: null })).status).toBe(200);
    const { changes } = (await api.get(`/api/admin/shows/${show.id}/changes`, { token: admin.token })).body;
    expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['giveBackHours', '0', null],
      ['giveBackHours', '72', '0'],
      ['giveBackHours', null, '72'],
      ['giveBackHours', '0', null],
    ]);
  });

  it.each([-1, 0.5, '24', 8_785, true])('is no %j', async (giveBackHours) => {
    await makeShow({});
    expect((await change({ giveBackHours })).body.code).toBe('validation-failed');
  });

  it('is never for what is paid: the counter has the money', async () => {
    await makeShow({ prices: PRICES });
    const bookingId = await book();
    const receipt = { amount: 4_500, currency: 'EUR', means: 'cash' };
    const pay = (amount: number) =>
      api.post(`/api/admin/bookings/${bookingId}/receipts`, {
        token: admin.token,
        body: { ...receipt, amount, receiptId: randomUUID() },
      });
    await pay(4_500);
    expect(await told(bookingId)).toBe(false);
    expect((await giveBack(bookingId)).body.code).toBe('booking-not-cancellable');
    await pay(-4_500);
    expect(await told(bookingId)).toBe(true);
    expect((await giveBack(bookingId)).status).toBe(200);
  });
});
