import { SeatRepository } from '@modex/api-seats';
import { inShort } from '@modex/testing';
import { startTestApi, TestApi, TestShow } from '@modex/testing/shows';

const BOOKING = 'b'.repeat(24);

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
  const lock = (place: number, { id, seatIds } = show) =>
    api.find(SeatRepository).lock({
      planVersion: 1,
      showId: id,
      seatId: seatIds[place] as string,
      bookingId: BOOKING,
      leaseUntil: new Date(Date.now() + 60_000),
    });

  it('has every seat once, row by row, A to Z and then AA', async () => {
    const { seats, showId } = await map();
    expect(showId).toBe(show.id);
    expect(seats).toHaveLength(84);
    expect(seats[0]).toEqual({
      ...{ id: show.seatIds[0], section: '', rowNumber: 'A', seatNumber: 1, name: 'Row A, seat 1' },
      ...{ rowOrder: 1, placeInRow: 1, category: 'all', status: 'AVAILABLE' },
    });
    expect(inShort(seats.slice(0, 4))).toBe('A1 A2 A3 B1');
    expect(inShort(seats.slice(75))).toBe('Z1 Z2 Z3 AA1 AA2 AA3 AB1 AB2 AB3');
  });

  it('has the same version as long as no seat changes', async () => {
    expect((await map()).version).toBe((await map()).version);
  });

  it('has another version after each change, and never one that it had before', async () => {
    const versions = [(await map()).version];
    for (const place of [0, 1, 83]) {
      await lock(place);
      versions.push((await map()).version);
    }
    expect(new Set(versions).size).toBe(4);
    await api.find(SeatRepository).release({ showId: show.id, seatIds: show.seatIds, bookingId: BOOKING });
    expect(versions).not.toContain((await map()).version);
  });

  it('keeps its version when another show changes', async () => {
    const { version } = await map();
    expect(await lock(0, await api.show())).toBe('locked');
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
});
