import { randomUUID } from 'node:crypto';
import { BookingRepository } from '@modex/api-bookings';
import { before } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

describe('the doors of a show', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let owner: SignedInUser;
  let show: TestShow;
  let bookingId: string;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [owner, show] = [await api.guest(), await api.show({ totalSeats: 4 })];
    bookingId = (await api.book(owner, show, { seatIds: show.seatIds.slice(0, 3) })).body.bookingId;
  });

  const seat = (place: number): string => show.seatIds[place] as string;
  const post = (path: string, body: object, of = show) =>
    api.post(`/api/admin/shows/${of.id}/${path}`, { token: admin.token, body });
  const admit = (body: object, of = show) => post('entries', { scanId: randomUUID(), door: 'North', ...body }, of);
  const codes = async (): Promise<readonly string[]> =>
    (await api.get(`/api/bookings/${bookingId}/tickets`, { token: owner.token })).body.tickets.map(({ code }) => code);
  const list = async () => (await api.get(`/api/admin/shows/${show.id}/door-list`, { token: admin.token })).body;
  const giveBack = (seatIds?: readonly string[]) =>
    api.post(`/api/bookings/${bookingId}/cancel`, { token: owner.token, body: { seatIds } });

  it('let in who shows a ticket, and say seat, name and what is to be paid', async () => {
    const { status, body } = await admit({ code: (await codes())[0] });
    expect([status, body.bookingId, body.seat.id, body.payment]).toEqual([200, bookingId, seat(0), null]);
    expect([body.customerName.length > 0, body.entry?.door]).toEqual([true, 'North']);
    expect(await list()).toMatchObject({
      admitted: 1,
      tickets: [{ entry: body.entry }, { entry: null }, { entry: null }],
    });
  });

  it('say what is to be paid for the whole booking, at each of its tickets in the list too', async () => {
    show = await api.show({
      totalSeats: 4,
      prices: {
        ...{ currency: 'EUR', categories: [{ category: 'all', amount: 4_500 }], fees: [], tax: null },
        ticketTypes: [{ key: 'adult', name: 'Adult', percent: 10_000, prices: [], proof: false }],
      },
    });
    bookingId = (await api.book(owner, show, { seatIds: show.seatIds.slice(0, 2) })).body.bookingId;
    const payment = { kind: 'at-the-box-office', due: { amount: 9_000, currency: 'EUR' } };
    const { body } = await admit({ code: (await codes())[0] });
    expect([body.payment, (await list()).tickets.map((ticket) => ticket.payment)]).toEqual([
      payment,
      [payment, payment],
    ]);
  });

  it('refuse a second scan with the time and the door of the first, and answer the same scan the same', async () => {
    const scan = { code: (await codes())[0], scanId: randomUUID() };
    const first = await admit(scan);
    const again = await admit({ code: scan.code, door: 'South' });
    expect([again.status, again.body.code, again.body.seatIds]).toEqual([409, 'ticket-used', [seat(0)]]);
    expect(again.body.entry).toEqual({ at: first.body.entry?.at, door: 'North' });
    expect((await admit(scan)).body).toEqual(first.body);
  });

  it('let one in of many at once with the same ticket, and all with tickets of their own', async () => {
    const all = await codes();
    const scans = Array.from({ length: 15 }, (_, nth) => admit({ code: all[nth % 3], door: `Door ${nth}` }));
    const statuses = (await Promise.all(scans)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 409)).toHaveLength(12);
    expect((await list()).admitted).toBe(3);
  });

  it.each([
    ['what is no ticket', () => admit({ code: 'MODEX1:AAAA' }), 404, 'unknown-ticket'],
    ['a booking that is none', () => admit({ bookingId: 'f'.repeat(24), seatId: seat(0) }), 404, 'unknown-ticket'],
    ['a seat that the booking does not have', () => admit({ bookingId, seatId: seat(3) }), 409, 'ticket-void'],
    ['nothing', () => admit({}), 400, 'validation-failed'],
    ['a scan without a name', () => admit({ bookingId, seatId: seat(0), scanId: 'x' }), 400, 'validation-failed'],
    ['an entry of last week', () => admit({ bookingId, seatId: seat(0), at: daysAgo(7) }), 400, 'validation-failed'],
    ['an entry of tomorrow', () => admit({ bookingId, seatId: seat(0), at: daysAgo(-1) }), 400, 'validation-failed'],
  ])('refuse %s', async (_, scan, status, code) => {
    const reply = await scan();
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect((await list()).admitted).toBe(0);
  });

  it('refuse a ticket of another show', async () => {
    const reply = await admit({ code: (await codes())[0] }, await api.show({ totalSeats: 4 }));
    expect([reply.status, reply.body.code]).toEqual([409, 'ticket-elsewhere']);
  });

  it('take an entry without a code, from the list, and one of a door that was offline at its own time', async () => {
    const at = new Date(Date.now() - 60_000).toISOString();
    const { body } = await admit({ bookingId: bookingId.toUpperCase(), seatId: seat(1).toUpperCase(), at });
    expect([body.seat.id, body.entry?.at]).toEqual([seat(1), at]);
  });

  it('refuse tickets that were passed on, given back or cancelled', async () => {
    const [first, second, third] = await codes();
    const path = `/api/bookings/${bookingId}/tickets/${seat(0)}/reissue`;
    await api.post(path, { token: owner.token, body: { issue: 1 } });
    expect((await admit({ code: first })).body.code).toBe('ticket-void');
    expect((await admit({ code: (await codes())[0] })).status).toBe(200);
    await giveBack([seat(1)]);
    expect((await admit({ code: second })).body.code).toBe('ticket-void');
    expect((await giveBack([seat(2)])).status).toBe(200);
    expect((await admit({ code: third })).body.code).toBe('ticket-void');
  });

  it('keep the seat of who is in: it cannot be given back or passed on until the entry is taken back', async () => {
    const { body } = await admit({ code: (await codes())[0] });
    const path = `/api/bookings/${bookingId}/tickets/${seat(0)}/reissue`;
    expect((await giveBack()).body.code).toBe('ticket-used');
    expect((await api.post(path, { token: owner.token, body: { issue: 1 } })).body.code).toBe('ticket-used');
    const undo = { bookingId, scanId: body.entry?.scanId };
    expect([(await post('entries/undo', undo)).status, (await post('entries/undo', undo)).status]).toEqual([204, 204]);
    expect((await giveBack()).body.status).toBe('CANCELLED');
    const { items } = (await api.get('/api/admin/activity', { token: admin.token })).body;
    expect(items.filter(({ action }) => action === 'ticket.check')).toHaveLength(1);
  });

  it('and a customer who gives back in the same moment: one of them wins', async () => {
    const [first] = await codes();
    before(api.find(BookingRepository), 'cancel', async () => {
      expect((await admit({ code: first })).status).toBe(200);
    });
    expect((await giveBack([seat(0)])).body.code).toBe('ticket-used');
    expect((await list()).tickets).toHaveLength(3);
  });

  it('do not keep a show from being called off', async () => {
    await admit({ code: (await codes())[0] });
    const path = `/api/admin/shows/${show.id}/cancel`;
    expect((await api.post(path, { token: admin.token, body: {} })).status).toBe(200);
    expect(await api.seatStatuses(show)).toEqual(Array(4).fill('AVAILABLE'));
  });

  it('are for staff alone', async () => {
    for (const who of [owner, undefined]) {
      const options = who === undefined ? {} : { token: who.token };
      const refused = await api.get(`/api/admin/shows/${show.id}/door-list`, options);
      expect([401, 403]).toContain(refused.status);
    }
  });
});

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}
