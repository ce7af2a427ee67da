import { inPlainPlan } from '@modex/domain';
import { eventually } from '@modex/testing';
import { startTestApi, TestApi, TestShow } from '@modex/testing/seats';
import { SeatRepository } from '../seat.repository';
import { SeatStatuses } from './seat-statuses';
import { StatusBoards } from './status-boards';

const BOOKING = 'b'.repeat(24);

describe('the boards of a process', () => {
  let api: TestApi;
  let boards: StatusBoards;
  let show: TestShow;
  beforeAll(async () => {
    api = await startTestApi();
    boards = api.find(StatusBoards);
  });
  afterAll(() => api?.close());
  beforeEach(async () => void (show = await api.seats({ totalSeats: 6 })));
  afterEach(() => jest.restoreAllMocks());

  const size = (totalSeats = show.seatIds.length) => inPlainPlan({ id: show.id, totalSeats, seatsPerRow: 6 });
  const read = () => boards.read(size());
  const statuses = async () => {
    const { status } = await read();
    return show.seatIds.map((_, place) => status.statusAt(place)[0]).join('');
  };
  const lock = (place: number) =>
    api.find(SeatRepository).lock({
      planVersion: 1,
      ...{ showId: show.id, seatId: show.seatIds[place] as string, bookingId: BOOKING },
      leaseUntil: new Date(Date.now() + 60_000),
    });
  const release = (...places: number[]) => {
    const seatIds = places.map((place) => show.seatIds[place] as string);
    return api.find(SeatRepository).release({ showId: show.id, seatIds, bookingId: BOOKING });
  };
  /** What another process does: nothing of it is told. */
  const elsewhere = (place: number, status: string) =>
    api
      .stored('seats')
      .updateOne({ _id: api.objectId(show.seatIds[place] as string) }, [{ $set: { status, changed_at: '$$NOW' } }]);
  /** Lets this process's clock go on. */
  const pass = (ms: number) => {
    const now = performance.now();
    jest.spyOn(performance, 'now').mockImplementation(() => now + ms);
  };

  it('have what was stored before anybody read', async () => {
    await lock(0);
    await elsewhere(1, 'BLOCKED');
    await elsewhere(2, 'HELD');
    expect(await statuses()).toBe('BBHAAA');
  });

  it('have each lock and release of this process at once, without a command', async () => {
    await read();
    const commands = await api.commands.during(['seats'], async () => {
      await lock(0);
      await lock(1);
      expect(await statuses()).toBe('BBAAAA');
      await release(0);
      expect(await statuses()).toBe('ABAAAA');
      await release(1);
      expect(await statuses()).toBe('AAAAAA');
    });
    expect(commands.map(({ name }) => name)).toEqual(['findAndModify', 'findAndModify', 'update', 'update']);
  });

  it('change no version where a write missed', async () => {
    await lock(0);
    const { version } = await read();
    await lock(0);
    await api.find(SeatRepository).lock({
      planVersion: 1,
      ...{ showId: show.id, seatId: show.seatIds[0] as string, bookingId: 'c'.repeat(24) },
      leaseUntil: new Date(Date.now() + 60_000),
    });
    await release(1);
    expect((await read()).version).toBe(version);
  });

  it('find what another process wrote within two seconds, by one command', async () => {
    await lock(0);
    expect(await statuses()).toBe('BAAAAA');
    await elsewhere(3, 'BOOKED');
    expect(await statuses()).toBe('BAAAAA');
    pass(2_000);
    const commands = await api.commands.during(['seats'], async () => expect(await statuses()).toBe('BAABAA'));
    expect(commands).toEqual([{ name: 'aggregate', collection: 'seats' }]);
  });

  it('can be read anew: what another process wrote is there at once, for many readers by few commands', async () => {
    await read();
    await elsewhere(3, 'BOOKED');
    const commands = await api.commands.during(['seats'], async () => {
      const anew = await Promise.all(Array.from({ length: 100 }, () => boards.readAnew(size())));
      expect(anew.map(({ status }) => status.statusAt(3))).toEqual(anew.map(() => 'BOOKED'));
    });
    expect(commands.length).toBeLessThanOrEqual(2);
  });

  it('are read anew after it was asked for, also while an older read is under way', async () => {
    const statuses = api.find(SeatStatuses);
    const findTaken = statuses.findTaken.bind(statuses);
    let late: Promise<string> | undefined;
    jest.spyOn(statuses, 'findTaken').mockImplementationOnce(async (showId) => {
      const older = await findTaken(showId);
      await elsewhere(3, 'BOOKED');
      late = boards.readAnew(size()).then(({ status }) => status.statusAt(3));
      return older;
    });
    await read();
    expect(await late).toBe('BOOKED');
  });

  it('have at once what a release of this process freed, also where only the database knows which seats', async () => {
    await lock(0);
    await lock(1);
    await read();
    expect(await release(0, 1, 2)).toBe(2);
    expect(await statuses()).toBe('AAAAAA');
  });

  it('read by an index what changed', async () => {
    const changed = { show_id: api.objectId(show.id), changed_at: { $gte: new Date(0) } };
    const { queryPlanner } = await api.stored('seats').find(changed).explain();
    expect(JSON.stringify(queryPlanner)).toContain('show_id_1_changed_at_1');
  });

  it('ask the database once for a thousand readers', async () => {
    const commands = await api.commands.during(['seats'], () => Promise.all(Array.from({ length: 1_000 }, read)));
    expect(commands).toHaveLength(1);
  });

  it('are one for each show as long as it is read, and begin anew when nobody did for a minute', async () => {
    const board = await read();
    const later = (ms: number) => {
      jest.restoreAllMocks();
      pass(ms);
    };
    for (const ms of [59_000, 118_000]) {
      later(ms);
      expect(boards.recent(size())).toBeUndefined();
      expect(await read()).toBe(board);
    }
    later(118_000 + 61_000);
    expect((await read()).version).not.toBe(board.version);
  });

  it('are dropped by their job when nobody read them for a minute', async () => {
    await read();
    await api.sweep();
    expect(boards.count).toBeGreaterThan(0);
    // Longer than any other test let the clock go on.
    pass(600_000);
    await eventually(async () => {
      await api.sweep();
      expect(boards.count).toBe(0);
    });
  });

  it('begin anew when the show has another plan', async () => {
    const board = await read();
    expect(await boards.read(size(5))).not.toBe(board);
  });
});
