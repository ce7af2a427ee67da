import { startTestApi, TestApi, TestShow } from '@modex/testing/seats';
import { mongo } from 'mongoose';
import { SeatRepository } from './seat.repository';

const BOOKING = 'b'.repeat(24);
const OTHER = 'c'.repeat(24);

describe('a seat', () => {
  let api: TestApi;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    show = await api.seats({ rows: 28, seatsPerRow: 3 });
  });

  const lock = (place: number, bookingId = BOOKING) =>
    api.find(SeatRepository).lock({
      planVersion: 1,
      showId: show.id,
      seatId: show.seatIds[place] as string,
      bookingId,
      leaseUntil: new Date(Date.now() + 60_000),
    });
  const release = (bookingId: string) =>
    api.find(SeatRepository).release({ showId: show.id, seatIds: show.seatIds, bookingId });

  it('is locked once, and again only by the booking that has it', async () => {
    expect([await lock(0), await lock(0, OTHER), await lock(0)]).toEqual(['locked', 'unavailable', 'locked']);
  });

  it('is freed by the booking that has it, and by no other', async () => {
    await lock(0);
    await lock(1, OTHER);
    expect([await release(BOOKING), await release(BOOKING)]).toEqual([1, 0]);
    expect((await api.seatStatuses(show)).slice(0, 2)).toEqual(['AVAILABLE', 'BOOKED']);
  });

  it('that is blocked or held is not locked', async () => {
    for (const status of ['BLOCKED', 'HELD']) {
      await api.stored('seats').updateOne({ _id: api.objectId(show.seatIds[0] as string) }, { $set: { status } });
      expect(await lock(0)).toBe('unavailable');
    }
  });

  it('is not locked under another show', async () => {
    const claim = {
      seatId: show.seatIds[0] as string,
      bookingId: BOOKING,
      leaseUntil: new Date(Date.now() + 60_000),
    };
    expect(await api.find(SeatRepository).lock({ planVersion: 1, ...claim, showId: (await api.seats()).id })).toBe(
      'unavailable',
    );
  });

  it('is stored with its section, row, number and place', async () => {
    const stored = await api.stored('seats').findOne({ _id: api.objectId(show.seatIds[4] as string) });
    expect(stored).toEqual({
      ...{ _id: api.objectId(show.seatIds[4] as string), show_id: api.objectId(show.id), status: 'AVAILABLE' },
      ...{ section: '', row_number: 'B', seat_number: 2, category: 'all', place: 4 },
    });
  });

  describe('tells when it changed:', () => {
    const stored = async (place = 0) => {
      const seat = await api.stored('seats').findOne({ _id: api.objectId(show.seatIds[place] as string) });
      return seat as { status: string; booking_id?: unknown; changed_at?: Date } | null;
    };
    /** The database's clock, whatever this machine's says. */
    const now = async () => {
      const [clock] = await api
        .stored('seats')
        .aggregate([{ $limit: 1 }, { $project: { now: '$$NOW' } }])
        .toArray();
      return (clock as { now: Date }).now.getTime();
    };
    const changedAt = async () => (await stored())?.changed_at?.getTime();

    it('never, as long as nobody had it', async () => {
      await lock(0);
      expect(await stored(1)).not.toHaveProperty('changed_at');
    });

    it('when it was locked, and when it was released', async () => {
      const before = await now();
      await lock(0);
      const between = await now();
      expect(await changedAt()).toBeGreaterThanOrEqual(before);
      expect(await changedAt()).toBeLessThanOrEqual(between);
      await release(BOOKING);
      expect(await changedAt()).toBeGreaterThanOrEqual(between);
      expect(await stored()).toMatchObject({ status: 'AVAILABLE' });
      expect(await stored()).not.toHaveProperty('booking_id');
    });

    it('not when a lock or a release missed it', async () => {
      await lock(0);
      const locked = await changedAt();
      await lock(0, OTHER);
      await release(OTHER);
      expect(await changedAt()).toBe(locked);
    });

    it('not when the lease was over', async () => {
      const late = { showId: show.id, seatId: show.seatIds[0] as string, bookingId: BOOKING };
      expect(await api.find(SeatRepository).lock({ planVersion: 1, ...late, leaseUntil: new Date(0) })).toBe(
        'lease-over',
      );
      expect(await stored()).not.toHaveProperty('changed_at');
    });
  });

  describe('of a show exists once:', () => {
    const insert = async (changes: object) => {
      const seats = api.stored('seats');
      const twin = await seats.findOne({ _id: api.objectId(show.seatIds[0] as string) });
      return seats.insertOne({ ...twin, ...changes, _id: new mongo.ObjectId() });
    };
    const refused = { code: 11000 };

    it('a second one of the same name is refused by an index', () =>
      expect(insert({ place: 84 })).rejects.toMatchObject(refused));

    it('a second one at the same place is refused by an index', () =>
      expect(insert({ section: 'Circle' })).rejects.toMatchObject(refused));

    it('a row of the same name in another section is another row', async () => {
      await insert({ section: 'Circle', place: 84 });
      await expect(insert({ section: 'Circle', place: 85 })).rejects.toMatchObject(refused);
    });

    it('what an instance of an earlier version writes, without places, is taken', async () => {
      const early = (row_number: string) => ({
        ...{ _id: new mongo.ObjectId(), show_id: api.objectId(show.id) },
        ...{ row_number, seat_number: 1, status: 'AVAILABLE' },
      });
      await api.stored('seats').insertMany([early('BA'), early('BB')]);
      await expect(api.stored('seats').insertOne(early('BB'))).rejects.toMatchObject(refused);
    });
  });

  it('is counted by its status', async () => {
    await lock(0);
    await lock(1);
    await api
      .stored('seats')
      .updateOne({ _id: api.objectId(show.seatIds[5] as string) }, { $set: { status: 'BLOCKED' } });
    const other = await api.seats();
    const counts = await api.find(SeatRepository).countTaken([show.id, other.id]);
    expect(counts.get(show.id)).toEqual({ BOOKED: 2, HELD: 0, BLOCKED: 1 });
    expect(counts.get(other.id)).toEqual({ BOOKED: 0, HELD: 0, BLOCKED: 0 });
  });
});
