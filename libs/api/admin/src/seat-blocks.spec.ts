import { AuditService, LedgerService } from '@modex/api-audit';
import { StatusBoards } from '@modex/api-seats';
import { ShowService } from '@modex/api-shows';
import { eventually } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/admin';

describe('seats that staff block', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let other: SignedInUser;
  let buyer: SignedInUser;
  let show: TestShow;

  beforeAll(async () => {
    api = await startTestApi();
    [admin, other, buyer] = [await api.admin(), await api.admin(), await api.guest()];
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.show({ totalSeats: 6 });
  });

  const ids = (...places: number[]): string[] => places.map((place) => show.seatIds[place] as string);
  const block = (places: readonly number[], changes: object = {}, by = admin) => {
    const body = { seatIds: ids(...places), reason: 'broken', words: 'The armrest is $loose.', ...changes };
    return api.post(`/api/admin/shows/${show.id}/seats/block`, { token: by.token, body });
  };
  const release = (places: readonly number[], by = admin) =>
    api.post(`/api/admin/shows/${show.id}/seats/release`, { token: by.token, body: { seatIds: ids(...places) } });
  const statuses = async (): Promise<readonly string[]> =>
    (await api.get(`/api/shows/${show.id}/seats`)).body.seats.map((seat: { status: string }) => seat.status);
  const history = async (place: number) => {
    const path = `/api/admin/shows/${show.id}/seats/${ids(place)[0]}/history`;
    return (await api.get(path, { token: admin.token })).body.events;
  };
  const activities = async () => {
    const { items } = (await api.get('/api/admin/activity', { token: admin.token })).body;
    return items.filter((item: { showId: string | null }) => item.showId === show.id);
  };

  it('cannot be booked, held or chosen, and can again once they are released', async () => {
    expect((await block([0, 1])).body).toEqual({ changedSeatIds: ids(0, 1), unchangedSeatIds: [] });
    expect(await statuses()).toEqual(['BLOCKED', 'BLOCKED', ...Array(4).fill('AVAILABLE')]);
    const refused = await api.book(buyer, show, { seatIds: ids(1) });
    expect(refused.body).toMatchObject({ code: 'seat-taken', seatIds: ids(1) });
    expect((await api.hold(buyer, show, ids(0))).body).toMatchObject({ code: 'seat-taken' });
    expect((await release([0, 1])).body).toEqual({ changedSeatIds: ids(0, 1), unchangedSeatIds: [] });
    expect((await api.book(buyer, show, { seatIds: ids(0, 1) })).status).toBe(201);
  });

  it('are on the board of this process as soon as they are blocked, and released', async () => {
    const board = await api.find(StatusBoards).read(await api.find(ShowService).findSeated(show.id));
    await block([2]);
    expect(board.status.statusAt(2)).toBe('BLOCKED');
    await release([2]);
    await api.find(StatusBoards).read(await api.find(ShowService).findSeated(show.id));
    expect(board.status.statusAt(2)).toBe('AVAILABLE');
  });

  it('are blocked all or none: none where one is held or sold, and those are named', async () => {
    await api.book(buyer, show, { seatIds: ids(2) });
    await api.hold(buyer, show, ids(3));
    await block([4], {}, other);
    const refused = await block([1, 2, 3, 4]);
    expect([refused.status, refused.body.code, refused.body.seatIds]).toEqual([409, 'seat-taken', ids(2, 3)]);
    expect(await statuses()).toEqual(['AVAILABLE', 'AVAILABLE', 'BOOKED', 'HELD', 'BLOCKED', 'AVAILABLE']);
    expect((await history(4)).map(({ kind }) => kind)).toEqual(['BLOCKED']);
    expect((await activities()).length).toBe(1);
  });

  it('stay under the first block when they are blocked again, and a repeated release changes nothing', async () => {
    await block([0], { reason: 'camera', words: undefined }, other);
    expect((await block([0, 1])).body).toEqual({ changedSeatIds: ids(1), unchangedSeatIds: ids(0) });
    expect((await block([0, 1])).body).toEqual({ changedSeatIds: [], unchangedSeatIds: ids(0, 1) });
    expect((await history(0)).map(({ by, reason }) => [by?.userId, reason])).toEqual([[other.userId, 'camera']]);
    await release([0, 5]);
    expect((await release([0, 5])).body).toEqual({ changedSeatIds: [], unchangedSeatIds: ids(0, 5) });
    expect(await history(5)).toEqual([]);
  });

  it('tell in their history who blocked them and why, and who released them', async () => {
    await block([0]);
    await release([0], other);
    const nothing = { bookingId: null, until: null, customer: null };
    expect(await history(0)).toEqual([
      {
        ...{
          ...nothing,
          kind: 'BLOCKED',
          at: expect.any(String),
          by: expect.objectContaining({ userId: admin.userId }),
        },
        ...{ reason: 'broken', words: 'The armrest is $loose.' },
      },
      {
        ...{ ...nothing, kind: 'BLOCK_RELEASED', at: expect.any(String), reason: null, words: null },
        by: expect.objectContaining({ userId: other.userId }),
      },
    ]);
  });

  it('are on the map of a past moment', async () => {
    await block([0]);
    await release([0]);
    const [blocked = { at: '' }, released = { at: '' }] = await history(0);
    const at = async (time: string) => (await api.find(LedgerService).mapAt(show.id, new Date(time)))[0]?.status;
    expect([await at(blocked.at), await at(released.at)]).toEqual(['BLOCKED', 'AVAILABLE']);
    expect(await at(new Date(Date.parse(blocked.at) - 1).toISOString())).toBe('AVAILABLE');
  });

  it('are told by the activity log, which tells nothing where nothing changed', async () => {
    await block([0, 1]);
    await block([0, 1]);
    await release([1], other);
    await release([1], other);
    const names = [expect.stringContaining('1'), expect.stringContaining('2')];
    expect(await activities()).toEqual([
      expect.objectContaining({
        ...{
          action: 'seat.block',
          bookingId: null,
          reason: null,
          by: expect.objectContaining({ userId: other.userId }),
        },
        seats: { status: 'AVAILABLE', seatNames: [names[1]], blockReason: null },
      }),
      expect.objectContaining({
        ...{ action: 'seat.block', reason: 'The armrest is $loose.' },
        by: expect.objectContaining({ userId: admin.userId }),
        seats: { status: 'BLOCKED', seatNames: names, blockReason: 'broken' },
      }),
    ]);
  });

  it('are sound for the audit, which counts those without a block, and a block on a seat that is not blocked', async () => {
    const audit = async () => {
      await api.find(AuditService).runNow();
      const { last } = await eventually(async () => {
        const state = await api.find(AuditService).findState();
        expect(state.running).toBeUndefined();
        return state;
      });
      return last?.violations.filter(({ showId }) => showId === show.id).map(({ rule, seatId }) => [rule, seatId]);
    };
    await block([0, 1]);
    expect(await audit()).toEqual([]);
    const seat = (place: number) => ({ _id: api.objectId(ids(place)[0] as string) });
    await api.stored('seats').updateOne(seat(0), { $set: { status: 'AVAILABLE' } });
    await api.stored('seats').updateOne(seat(1), { $unset: { block_id: '' } });
    expect(await audit()).toEqual([
      ['seat-block', ids(0)[0]],
      ['seat-block', ids(1)[0]],
    ]);
  });

  it('may be of a draft, and not of a show that was cancelled or has started', async () => {
    show = await api.show({ totalSeats: 6, status: 'DRAFT' });
    expect((await block([0])).status).toBe(200);
    await api.post(`/api/admin/shows/${show.id}/cancel`, { token: admin.token });
    expect((await block([1])).body).toMatchObject({ code: 'show-move-refused' });
    show = await api.show({ totalSeats: 6 });
    await block([0]);
    await api.startShow(show);
    for (const answer of [await block([1]), await release([0])]) {
      expect(answer.body).toMatchObject({ code: 'show-move-refused' });
    }
  });

  it('are blocked by staff alone', async () => {
    expect((await block([0], {}, buyer)).body).toMatchObject({ code: 'forbidden' });
    expect((await release([0], buyer)).body).toMatchObject({ code: 'forbidden' });
  });

  it('are seats of the show, with a reason', async () => {
    const stray = (await api.show({ totalSeats: 1 })).seatIds;
    expect((await block([0], { seatIds: [...ids(0), ...stray] })).body).toMatchObject({
      code: 'unknown-seat',
      seatIds: stray,
    });
    for (const bad of [{ reason: 'dull' }, { reason: undefined }, { seatIds: [] }, { words: '' }, { seatIds: null }]) {
      expect((await block([0], bad)).body).toMatchObject({ code: 'validation-failed' });
    }
    expect(await statuses()).toEqual(Array(6).fill('AVAILABLE'));
  });
});
