import { Logger } from '@nestjs/common';
import { Channel } from '@modex/api-core';
import { inPlainPlan, SEAT_STATUSES } from '@modex/domain';
import { eventually, RedisServer } from '@modex/testing';
import { startTestApi, TestApi, TestShow } from '@modex/testing/seats';
import { SeatRepository } from '../seat.repository';
import { LiveBoard } from './live-board';
import { readNotices, writeNotices } from './seat-notices';
import { StatusBoards } from './status-boards';

const BOOKING = 'b'.repeat(24);

describe('boards of two processes with one Redis', () => {
  let redis: RedisServer;
  let [one, other]: TestApi[] = [];
  let show: TestShow;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    redis = await RedisServer.start();
    one = await startTestApi({ settings: { redisUrl: redis.url } });
    const { mongodbUri } = one.settings;
    other = await startTestApi({ settings: { redisUrl: redis.url, mongodbUri } });
  });
  afterAll(async () => {
    await other?.close();
    await one?.close();
    await redis?.close();
  });
  beforeEach(async () => {
    show = await (one as TestApi).seats({ totalSeats: 6 });
    await boardOf(other);
  });
  afterEach(() => jest.restoreAllMocks());

  const boardOf = (api: TestApi | undefined) =>
    (api as TestApi)
      .find(StatusBoards)
      .read(inPlainPlan({ id: show.id, totalSeats: show.seatIds.length, seatsPerRow: 6 }));
  const lock = (place: number) =>
    (one as TestApi).find(SeatRepository).lock({
      planVersion: 1,
      ...{ showId: show.id, seatId: show.seatIds[place] as string, bookingId: BOOKING },
      leaseUntil: new Date(Date.now() + 60_000),
    });
  const release = (...places: number[]) => {
    const seatIds = places.map((place) => show.seatIds[place] as string);
    return (one as TestApi).find(SeatRepository).release({ showId: show.id, seatIds, bookingId: BOOKING });
  };
  /** The statuses as the other process has them in memory. */
  const heard = async () => {
    const { status } = await boardOf(other);
    return show.seatIds.map((_, place) => status.statusAt(place)[0]).join('');
  };
  /** The board reads nothing by itself, so that only notices can change it. */
  const withoutReads = () => jest.spyOn(LiveBoard.prototype, 'refresh').mockResolvedValue();

  it('see each other’s locks and releases without a read', async () => {
    withoutReads();
    await lock(0);
    await lock(1);
    await eventually(async () => expect(await heard()).toBe('BBAAAA'));
    await release(0);
    await eventually(async () => expect(await heard()).toBe('ABAAAA'));
  });

  it('read again when it is not known which seats were released', async () => {
    const doubt = jest.spyOn((other as TestApi).find(StatusBoards), 'doubt');
    await lock(0);
    await release(0, 1);
    await eventually(async () => expect(doubt).toHaveBeenCalledWith(show.id));
  });

  it('read again when messages may have been lost', async () => {
    const doubts = jest.spyOn(LiveBoard.prototype, 'doubt');
    await redis.say('CLIENT KILL TYPE normal');
    await eventually(async () => expect(doubts).toHaveBeenCalled());
  });

  it.each([
    ['is away', () => redis.kill(), () => redis.restart()],
    ['is silent', async () => redis.fallSilent(), async () => redis.goOn()],
  ])(
    'see each other’s writes in the database while Redis %s, and hear of them again afterwards',
    async (_, away, back) => {
      await away();
      try {
        await lock(2);
        await eventually(async () => expect(await heard()).toBe('AABAAA'));
      } finally {
        await back();
      }
      withoutReads();
      // Until the connections are there again, notices are lost.
      await eventually(async () => {
        await lock(3);
        expect(await heard()).toBe('AABBAA');
      });
    },
  );

  it('believe no lie for long', async () => {
    const lie = {
      showId: show.id,
      seatIds: [show.seatIds[5] as string],
      status: 'BOOKED',
      bookingId: BOOKING,
    } as const;
    const version = (await boardOf(other)).version;
    (one as TestApi).find(Channel).send('seats-1', writeNotices([lie]));
    await eventually(async () => expect((await boardOf(other)).version).not.toBe(version));
    await eventually(async () => expect(await heard()).toBe('AAAAAA'));
  });
});

describe('a message about seats', () => {
  const change = { showId: 'a'.repeat(24), seatIds: ['c'.repeat(24)], status: 'HELD', bookingId: BOOKING } as const;

  it.each(SEAT_STATUSES)('is read as it was written: %s', (status) => {
    const notices = [{ ...change, status }, { showId: change.showId }];
    expect(readNotices(writeNotices(notices))).toEqual(notices);
  });

  it.each([
    ['no JSON', '{'],
    ['no list', '{}'],
    ['nothing', '[null, 1, "x"]'],
    ['no show', JSON.stringify([{ ...change, showId: 'x' }])],
    ['no seat', JSON.stringify([{ ...change, seatIds: ['x'] }])],
    ['no list of seats', JSON.stringify([{ ...change, seatIds: 'c'.repeat(24) }])],
    ['no status', JSON.stringify([{ ...change, status: 'SOLD' }])],
    ['no booking', JSON.stringify([{ ...change, bookingId: 7 }])],
  ])('of another form says nothing: %s', (_, message) => {
    expect(readNotices(message)).toEqual([]);
  });
});
