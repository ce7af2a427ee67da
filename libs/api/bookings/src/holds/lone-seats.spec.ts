import { TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';

describe('a show in which no seat may be left alone', () => {
  let api: TestApi;
  let customer: SignedInUser;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    customer = await api.guest();
    show = await api.show({ rows: 2, seatsPerRow: 6, noLoneSeat: true });
  });

  const seats = (...places: readonly number[]): readonly string[] =>
    places.map((place) => show.seatIds[place] as string);
  const hold = (...places: readonly number[]): Promise<TestReply> => api.hold(customer, show, seats(...places));
  const book = (places: readonly number[], key?: string): Promise<TestReply> =>
    api.book(customer, show, { seatIds: seats(...places), ...(key !== undefined && { key }) });

  it('refuses a hold that would leave one, with the seats that would not', async () => {
    const { status, body } = await hold(1, 2);
    expect([status, body.code, body.seatIds, body.insteadSeatIds]).toEqual([409, 'lone-seat', seats(0), seats(0, 1)]);
    expect(body.detail).toContain('Row A, seat 1. Choose these instead: Row A, seat 1; Row A, seat 2.');
    expect(await api.bookingsOf(show)).toEqual([]);
    expect((await hold(0, 1)).status).toBe(201);
  });

  it('refuses a booking that would leave one, but not its repetition, whatever is around it by now', async () => {
    expect((await book([1, 2])).body.code).toBe('lone-seat');
    const booked = await book([2, 3], 'a-key');
    expect(booked.status).toBe(201);
    const again = await book([2, 3], 'a-key');
    expect([again.status, again.body.bookingId]).toEqual([201, booked.body.bookingId]);
  });

  it('knows what was booked under a key before it refuses, even if the board does not', async () => {
    const { token } = await api.admin();
    const body = { seatIds: seats(1, 2), userId: customer.userId };
    const headers = { 'idempotency-key': 'by-staff' };
    const booked = await api.post(`/api/shows/${show.id}/book`, { token, body, headers });
    // As a board shows them that has not heard of the booking yet.
    await api.stored('seats').updateMany({ show_id: api.objectId(show.id) }, [{ $set: { status: 'AVAILABLE' } }]);
    const again = await book([1, 2], 'by-staff');
    expect([again.status, again.body.bookingId]).toEqual([201, booked.body.bookingId]);
    expect((await book([1, 2], 'another')).body.code).toBe('lone-seat');
  });

  it('refuses a change that would leave one; seats that are given up count as free', async () => {
    const { holdId } = (await hold(0, 1, 2)).body;
    const change = (...places: readonly number[]): Promise<TestReply> =>
      api.put(`/api/shows/${show.id}/holds/${holdId}`, { token: customer.token, body: { seatIds: seats(...places) } });
    const refused = await change(1, 2, 3);
    expect([refused.status, refused.body.code, refused.body.seatIds]).toEqual([409, 'lone-seat', seats(0)]);
    expect((await change(0, 1)).status).toBe(200);
    const confirmed = await api.post(`/api/shows/${show.id}/book`, {
      token: customer.token,
      body: { seatIds: seats(0, 1), userId: 'me', holdId },
    });
    expect(confirmed.status).toBe(201);
  });

  it('refuses nothing where the plan leaves no other choice', async () => {
    show = await api.show({ rows: 1, seatsPerRow: 3, noLoneSeat: true });
    expect((await hold(0, 1)).status).toBe(201);
  });

  it('lets staff sell what they like, and offers nothing itself that it would refuse', async () => {
    const admin = await api.admin();
    const sold = await api.post(`/api/shows/${show.id}/book`, {
      token: admin.token,
      body: { seatIds: seats(1, 2), userId: customer.userId },
    });
    expect(sold.status).toBe(201);
    const best = await api.post(`/api/shows/${show.id}/holds`, { token: customer.token, body: { quantity: 2 } });
    expect(best.body.seats.map(({ name }) => name)).toEqual(['Row B, seat 3', 'Row B, seat 4']);
  });

  it('is one that asks for it: by default every free seat can be chosen, without a look at the board', async () => {
    show = await api.show({ rows: 2, seatsPerRow: 6 });
    const commands = await api.commands.during(['seats'], async () => {
      expect((await hold(1)).status).toBe(201);
    });
    expect(commands).toHaveLength(1);
  });
});
