import * as fc from 'fast-check';
import { Logger } from '@nestjs/common';
import { Redis } from '@modex/api-core';
import { SEAT_STATUSES } from '@modex/domain';
import { eventually, RedisServer } from '@modex/testing';
import { startTestApi, TestApi, TestShow } from '@modex/testing/seats';
import { MongooseSeatStatuses } from '../persistence/mongoose-seat-statuses';
import { SeatStatuses } from './seat-statuses';
import { readReading, writeReading } from './status-reading';

describe('all seats of a show, for a process that has no board of it', () => {
  let redis: RedisServer;
  let warm: TestApi;
  let cold: TestApi;
  let show: TestShow;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    redis = await RedisServer.start();
    warm = await startTestApi({ settings: { redisUrl: redis.url } });
    const { mongodbUri } = warm.settings;
    cold = await startTestApi({ settings: { redisUrl: redis.url, mongodbUri } });
  });
  afterAll(async () => {
    await cold?.close();
    await warm?.close();
    await redis?.close();
  });
  beforeEach(async () => {
    show = await warm.seats({ totalSeats: 6 });
    await write(0, 'BOOKED');
    await write(1, 'HELD');
    await eventually(async () => {
      await statuses(warm);
      expect(await redis.say(`EXISTS ${key()}`)).toMatch(/^:1/);
    });
  });
  afterEach(() => jest.restoreAllMocks());

  const key = () => `modex:1:cache:seats:${show.id}`;
  /** A write that nobody is told of. */
  const write = (place: number, status: string) =>
    warm
      .stored('seats')
      .updateOne({ _id: warm.objectId(show.seatIds[place] as string) }, [{ $set: { status, changed_at: '$$NOW' } }]);
  const statuses = async (api: TestApi) => {
    const { places, codes } = await api.find(SeatStatuses).findTaken(show.id);
    const found = show.seatIds.map(() => 'A');
    places.forEach((place, index) => (found[place] = SEAT_STATUSES[codes[index] as number]?.[0] as string));
    return found.join('');
  };

  it('are what another process has read', async () => {
    const reads = jest.spyOn(cold.find(MongooseSeatStatuses), 'findTaken');
    await eventually(async () => {
      // So that what it finds is still alive.
      await statuses(warm);
      reads.mockClear();
      expect(await statuses(cold)).toBe('BHAAAA');
      expect(reads).not.toHaveBeenCalled();
    });
  });

  it('are never older than the database', async () => {
    await write(0, 'AVAILABLE');
    await write(5, 'BLOCKED');
    expect(await statuses(cold)).toBe('AHAAAB');
  });

  it('are read from the database when Redis has something else', async () => {
    const before = cold.find(Redis).discarded;
    await redis.say(`SET ${key()} garbage`);
    await eventually(async () => {
      expect(await statuses(cold)).toBe('BHAAAA');
      expect(cold.find(Redis).discarded).toBe(before + 1);
    });
  });
});

it('a reading is the same after it was written and read', () => {
  const seats = fc.uniqueArray(fc.record({ place: fc.nat({ max: 3_000 }), code: fc.integer({ min: 1, max: 3 }) }), {
    selector: ({ place }) => place,
  });
  fc.assert(
    fc.property(seats, fc.date({ noInvalidDate: true }), (found, readAt) => {
      const sorted = found.toSorted((a, b) => a.place - b.place);
      const reading = { places: sorted.map(({ place }) => place), codes: sorted.map(({ code }) => code), readAt };
      expect(readReading(writeReading(reading) as Buffer)).toEqual(reading);
    }),
  );
});
