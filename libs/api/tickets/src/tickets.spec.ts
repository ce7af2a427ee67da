import { readTicketCode, ticketBytes, writeTicketCode } from '@modex/domain';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/tickets';
import { TicketKeyRepository } from './ticket-key';
import { TicketKeys } from './ticket-keys';

describe('the tickets of a booking', () => {
  let api: TestApi;
  let owner: SignedInUser;
  let show: TestShow;
  let bookingId: string;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    [owner, show] = [await api.guest(), await api.show({ totalSeats: 4 })];
    bookingId = (await api.book(owner, show, { seatIds: seats(0, 1) })).body.bookingId;
  });

  const seats = (...places: readonly number[]): readonly string[] =>
    places.map((place) => show.seatIds[place] as string);
  const tickets = (who = owner) => api.get(`/api/bookings/${bookingId}/tickets`, { token: who.token });
  const firstCode = async (): Promise<string> => (await tickets()).body.tickets[0]?.code ?? '';
  const reissue = (place: number, issue: unknown, who = owner) =>
    api.post(`/api/bookings/${bookingId}/tickets/${seats(place)[0]}/reissue`, { token: who.token, body: { issue } });

  it('are one for each seat, each with a code that names it and that is signed', async () => {
    const { status, body } = await tickets();
    expect([status, body.bookingId]).toEqual([200, bookingId]);
    expect(body.tickets).toMatchObject([
      { seat: { id: seats(0)[0], name: 'Row A, seat 1' }, issue: 1, price: null, entry: null },
      { seat: { id: seats(1)[0] }, issue: 1 },
    ]);
    const read = await Promise.all(body.tickets.map(({ code }) => api.find(TicketKeys).read(code)));
    expect(read).toEqual(seats(0, 1).map((seatId) => ({ bookingId, seatId, issue: 1 })));
  });

  it('are nobody else’s, but staff and whoever knows code and e-mail sees them', async () => {
    expect((await tickets(await api.guest())).body.code).toBe('unknown-booking');
    expect((await tickets(await api.admin())).status).toBe(200);
  });

  it('are none of a seat that was given back, nor of a cancelled booking', async () => {
    const cancel = (body: object) => api.post(`/api/bookings/${bookingId}/cancel`, { token: owner.token, body });
    await cancel({ seatIds: seats(0) });
    expect((await tickets()).body.tickets.map(({ seat }) => seat.id)).toEqual(seats(1));
    await cancel({});
    expect((await tickets()).body.tickets).toEqual([]);
  });

  it('are issued anew one by one, and asking twice is the same as once', async () => {
    const first = await firstCode();
    const passedOn = await reissue(0, 1);
    expect(passedOn.body.tickets.map(({ issue }) => issue)).toEqual([2, 1]);
    expect(passedOn.body.tickets[0]?.code).not.toBe(first);
    expect((await reissue(0, 1)).body).toEqual(passedOn.body);
    expect((await reissue(0, 2)).body.tickets[0]?.issue).toBe(3);
  });

  it.each([
    ['a seat that it does not have', () => reissue(2, 1), 409, 'ticket-void'],
    ['an issue that never was', () => reissue(0, 7), 200, undefined],
    ['no issue', () => reissue(0, undefined), 400, 'validation-failed'],
    ['a stranger', async () => reissue(0, 1, await api.guest()), 404, 'unknown-booking'],
  ])('are not issued anew for %s', async (_, ask, status, code) => {
    const before = (await tickets()).body.tickets.map(({ issue }) => issue);
    const { status: told, body } = await ask();
    expect([told, body.code]).toEqual([status, code]);
    expect((await tickets()).body.tickets.map(({ issue }) => issue)).toEqual(before);
  });

  it('have codes that nobody can change or make', async () => {
    const code = await firstCode();
    const { ticket, signature, keyId } = readTicketCode(code) as NonNullable<ReturnType<typeof readTicketCode>>;
    const keys = api.find(TicketKeys);
    const forged = (changes: Partial<typeof ticket>, key = keyId) =>
      writeTicketCode(ticketBytes({ ...ticket, ...changes }, key), signature);
    for (const text of [
      forged({ issue: 2 }),
      forged({ seatId: seats(1)[0] as string }),
      forged({}, keyId + 1),
      '',
      'x',
    ]) {
      expect(await keys.read(text)).toBeUndefined();
    }
    expect(await keys.read(forged({}))).toEqual(ticket);
  });

  it('are printed, one a page; of a cancelled booking there is nothing to print', async () => {
    const path = `/api/bookings/${bookingId}/tickets/pdf`;
    const headers = { authorization: `Bearer ${owner.token}` };
    const { statusCode, headers: sent, rawPayload } = await api.app.inject({ method: 'GET', url: path, headers });
    expect([statusCode, sent['content-type']]).toEqual([200, 'application/pdf']);
    expect(rawPayload.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: owner.token });
    expect((await api.get(path, { token: owner.token })).body.code).toBe('ticket-void');
    expect((await api.get(path, { token: (await api.guest()).token })).body.code).toBe('unknown-booking');
  });

  it('keep their codes valid when a new key signs, and a process that does not know the new one learns it', async () => {
    const code = await firstCode();
    const other = new TicketKeys(api.find(TicketKeyRepository));
    await other.publicKeys();
    await api.find(TicketKeys).rotate();
    const newer = await firstCode();
    expect(readTicketCode(newer)?.keyId).toBe((readTicketCode(code)?.keyId ?? 0) + 1);
    expect(await other.read(newer)).toEqual(await other.read(code));
    expect(await other.read(newer)).toMatchObject({ bookingId });
  });

  it('get one first key, however many processes begin at once', async () => {
    await api.stored('ticket_keys').deleteMany({});
    const all = Array.from({ length: 5 }, () => new TicketKeys(api.find(TicketKeyRepository)));
    const ticket = { bookingId, seatId: seats(0)[0] as string, issue: 1 };
    const codes = await Promise.all(all.map((keys) => keys.codeOf(ticket)));
    expect(new Set(codes).size).toBe(1);
    expect(await api.stored('ticket_keys').countDocuments({})).toBe(1);
  });
});
