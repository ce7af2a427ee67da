import { startTestApi, TestApi } from '@modex/testing/seats';
import { mongo } from 'mongoose';
import { SeatRepository } from '../../seat.repository';
import { seatPlaces } from './2026-11-29-seat-places';

const FORMER_INDEX = { show_id: 1, row_number: 1, seat_number: 1 } as const;

describe('the migration of the places of seats', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi();
  });
  afterEach(() => api?.close());

  const told = jest.fn();
  const run = () => seatPlaces.run(api.connection.db as mongo.Db, told);
  const stored = () => api.stored('seats').find().sort({ _id: 1 }).toArray();
  const indexes = async () => (await api.stored('seats').indexes()).map(({ key }) => Object.keys(key).join());
  /** Makes some of the seats what they were, under the index that they had. */
  const makeOld = async (filter: mongo.Filter<mongo.Document>): Promise<void> => {
    await api.stored('seats').updateMany(filter, { $unset: { section: '', place: '' } });
    await api.stored('seats').createIndex(FORMER_INDEX, { unique: true });
  };

  it('gives every old seat of every show its section and place, and changes nothing else, however often it runs', async () => {
    const [one, two] = [await api.seats({ totalSeats: 25 }), await api.seats({ rows: 20, seatsPerRow: 26 })];
    for (const seatId of one.seatIds.slice(0, 2)) {
      const claim = { showId: one.id, seatId, bookingId: 'b'.repeat(24) };
      await api.find(SeatRepository).lock({ planVersion: 1, ...claim, leaseUntil: new Date(Date.now() + 60_000) });
    }
    expect((await api.seatStatuses(one)).slice(0, 3)).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE']);
    const before = await stored();
    await makeOld({});
    await run();
    expect(await stored()).toEqual(before);
    expect(told).toHaveBeenLastCalledWith(545, 545);
    await run();
    expect(await stored()).toEqual(before);
    expect(two.seatIds).toHaveLength(520);
  });

  it('goes on where it was broken off', async () => {
    await api.seats({ rows: 3, seatsPerRow: 4 });
    const before = await stored();
    await makeOld({ seat_number: { $gt: 2 } });
    await run();
    expect(await stored()).toEqual(before);
    expect(told).toHaveBeenLastCalledWith(6, 6);
  });

  it('drops the index under which two sections could not have rows of one name, in an empty database too', async () => {
    await makeOld({});
    expect(await indexes()).toContain('show_id,row_number,seat_number');
    await run();
    expect(await indexes()).not.toContain('show_id,row_number,seat_number');
    expect(await indexes()).toEqual(
      expect.arrayContaining(['show_id,place', 'show_id,section,row_number,seat_number,label', 'show_id,_id']),
    );
    await api.stored('seats').drop();
    await run();
  });
});
