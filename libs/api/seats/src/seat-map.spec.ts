import { startTestApi, TestApi, TestShow } from '@modex/testing';
import { SeatRepository } from './seat.repository';

const BOOKING = 'b'.repeat(24);
const OTHER = 'c'.repeat(24);

describe('the seat map', () => {
  let api: TestApi;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ rows: 28, seatsPerRow: 3 });
  });

  const map = async () => (await api.get(`/api/shows/${show.id}/seats`)).body;
  const take = (place: number, bookingId = BOOKING) =>
    api.find(SeatRepository).take({
      showId: show.id,
      seatId: show.seatIds[place] as string,
      bookingId,
      leaseUntil: new Date(Date.now() + 60_000),
    });
  const release = (bookingId: string) =>
    api.find(SeatRepository).release({ showId: show.id, seatIds: show.seatIds, bookingId });

  it('has every seat once, row by row, A to Z and then AA', async () => {
    const { seats, showId } = await map();
    expect(showId).toBe(show.id);
    expect(seats).toHaveLength(84);
    expect(seats[0]).toEqual({ id: show.seatIds[0], rowNumber: 'A', seatNumber: 1, status: 'AVAILABLE' });
    const names = seats.map(({ rowNumber, seatNumber }) => `${rowNumber}${seatNumber}`);
    expect(names.slice(0, 4)).toEqual(['A1', 'A2', 'A3', 'B1']);
    expect(names.slice(75)).toEqual(['Z1', 'Z2', 'Z3', 'AA1', 'AA2', 'AA3', 'AB1', 'AB2', 'AB3']);
  });

  it('has the same version as long as no seat changes', async () => {
    expect((await map()).version).toBe((await map()).version);
  });

  it('has another version for each other set of taken seats, and the old one when they are free again', async () => {
    const free = (await map()).version;
    const versions = [free];
    for (const place of [0, 1, 83]) {
      await take(place);
      versions.push((await map()).version);
    }
    expect(new Set(versions).size).toBe(4);
    await release(BOOKING);
    expect((await map()).version).toBe(free);
  });

  it('keeps its version when another show changes', async () => {
    const { version } = await map();
    const other = await api.show();
    await api.book(await api.guest(), other, { seatIds: other.seatIds.slice(0, 1) });
    expect((await map()).version).toBe(version);
  });

  it('needs no session', async () => expect((await api.get(`/api/shows/${show.id}/seats`)).status).toBe(200));

  it.each(['f'.repeat(24), 'no-id'])('of the show %s is 404', async (id) => {
    const { status, body } = await api.get(`/api/shows/${id}/seats`);
    expect([status, body.code]).toEqual([404, 'unknown-show']);
  });

  it('of a draft is 404', async () => {
    const draft = await api.show({ status: 'DRAFT' });
    expect((await api.get(`/api/shows/${draft.id}/seats`)).status).toBe(404);
  });

  describe('a seat', () => {
    it('is taken once, and again only by the booking that has it', async () => {
      expect([await take(0), await take(0, OTHER), await take(0)]).toEqual(['taken', 'not-free', 'taken']);
    });

    it('is freed by the booking that has it, and by no other', async () => {
      await take(0);
      await take(1, OTHER);
      expect([await release(BOOKING), await release(BOOKING)]).toEqual([1, 0]);
      expect((await api.seatStatuses(show)).slice(0, 2)).toEqual(['AVAILABLE', 'BOOKED']);
    });

    it('that is blocked or held is not taken', async () => {
      for (const status of ['BLOCKED', 'HELD']) {
        await api.stored('seats').updateOne({ _id: api.objectId(show.seatIds[0] as string) }, { $set: { status } });
        expect(await take(0)).toBe('not-free');
      }
    });

    it('is not taken under another show', async () => {
      const claim = {
        seatId: show.seatIds[0] as string,
        bookingId: BOOKING,
        leaseUntil: new Date(Date.now() + 60_000),
      };
      expect(await api.find(SeatRepository).take({ ...claim, showId: (await api.show()).id })).toBe('not-free');
    });

    it('of a house exists once: a second one of the same name is refused by the index', async () => {
      const seats = api.stored('seats');
      const twin = await seats.findOne({ _id: api.objectId(show.seatIds[0] as string) });
      await expect(seats.insertOne({ ...twin, _id: api.objectId('d'.repeat(24)) })).rejects.toMatchObject({
        code: 11000,
      });
    });
  });

  it('counts seats by status', async () => {
    await take(0);
    await take(1);
    await api
      .stored('seats')
      .updateOne({ _id: api.objectId(show.seatIds[5] as string) }, { $set: { status: 'BLOCKED' } });
    expect(await api.find(SeatRepository).countTaken(show.id)).toEqual({ BOOKED: 2, HELD: 0, BLOCKED: 1 });
  });
});
