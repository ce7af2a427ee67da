import { Viewer } from '@modex/api-core';
import { PlaceCode, StatusBoard } from '@modex/api-seats';
import { SeatedShow, ShowStatus } from '@modex/domain';
import { SeatFeed } from './seat-feed';

const SIZE = 600;

/** A viewer who keeps what he gets. */
class Reader {
  frames: string[] = [];
  hasEnded = false;
  private ended: () => void = () => undefined;

  send = (frame: Buffer) => void this.frames.push(frame.toString());
  onEnd = (ended: () => void) => void (this.ended = ended);
  end = () => {
    this.hasEnded = true;
    this.leave();
  };
  leave = () => this.ended();

  /** What came since the last time: kinds of events, with what they say. */
  take(): readonly (readonly [kind: string, data: Record<string, unknown>])[] {
    return this.frames.splice(0).map((frame) => {
      const [, kind = '', data = ''] = /^event: (\w+)\n(?:id: .*\n)?data: (.*)\n\n$/.exec(frame) ?? [];
      return [kind, JSON.parse(data)] as const;
    });
  }
}

describe('the feed of a show', () => {
  let feed: SeatFeed;
  let board: StatusBoard;
  const over = jest.fn();
  beforeEach(() => {
    jest.useFakeTimers();
    over.mockClear();
    feed = new SeatFeed(over);
    board = new StatusBoard(SIZE);
  });
  afterEach(() => jest.useRealTimers());

  const seats = (changes: { status?: ShowStatus; board?: StatusBoard } = {}) => ({
    show: { id: 'a', status: changes.status ?? 'ON_SALE' } as SeatedShow,
    board: changes.board ?? board,
  });
  const join = (since?: string) => {
    const reader = new Reader();
    feed.join(reader as unknown as Viewer, seats(), since);
    return reader;
  };
  const kinds = (reader: Reader) => reader.take().map(([kind]) => kind);
  const changesOf = (reader: Reader) => reader.take().map(([, { changes }]) => changes);

  it('begins with the show and the whole status', () => {
    board.put([[3, 2]]);
    const [first, second, ...more] = join().take();
    expect(first).toEqual(['show', { status: 'ON_SALE' }]);
    expect(second).toEqual([
      'status',
      expect.objectContaining({ showId: 'a', version: board.version, totalSeats: SIZE }),
    ]);
    expect(more).toEqual([]);
  });

  it('begins with what changed for who has a version of the board, and with no seats for who has the last', () => {
    const before = board.version;
    board.put([[3, 2]]);
    board.put([[7, 1]]);
    const [, changes] = join(before).take();
    expect(changes).toEqual([
      'changes',
      {
        version: board.version,
        changes: [
          [3, 2],
          [7, 1],
        ],
      },
    ]);
    expect(kinds(join(board.version))).toEqual(['show']);
  });

  it.each(['ffffffffffff-0', 'nonsense'])('begins with the whole status for who has %s', (since) =>
    expect(kinds(join(since))).toEqual(['show', 'status']),
  );

  it('sends what changes together, at most four times a second, each frame once for all', () => {
    const [one, other] = [join(), join()];
    kinds(one);
    kinds(other);
    board.put([[0, 2]]);
    board.put([[1, 2]]);
    jest.advanceTimersByTime(1);
    expect(one.frames).toEqual(other.frames);
    expect(changesOf(one)).toEqual([
      [
        [0, 2],
        [1, 2],
      ] as PlaceCode[],
    ]);
    for (let place = 2; place < 102; place++) {
      board.put([[place, 2]]);
      jest.advanceTimersByTime(10);
    }
    jest.advanceTimersByTime(250);
    const frames = one.take();
    expect(frames.length).toBeGreaterThanOrEqual(4);
    expect(frames.length).toBeLessThanOrEqual(5);
    const places = frames.flatMap(([, { changes }]) => (changes as PlaceCode[]).map(([place]) => place));
    expect(places).toEqual(Array.from({ length: 100 }, (_, index) => index + 2));
  });

  it('sends a seat that changed and changed back as it is now', () => {
    const reader = join();
    kinds(reader);
    board.put([[0, 2]]);
    jest.advanceTimersByTime(1);
    board.put([[1, 2]]);
    board.put([[1, 0]]);
    jest.advanceTimersByTime(250);
    expect(changesOf(reader)).toEqual([[[0, 2]], [[1, 0]]]);
  });

  it('sends the whole status where that is shorter than the changes', () => {
    const reader = join();
    kinds(reader);
    board.put(Array.from({ length: 100 }, (_, place) => [place, 2] as const));
    jest.advanceTimersByTime(1);
    expect(kinds(reader)).toEqual(['status']);
  });

  it('sends the whole status of another board, and what changes there', () => {
    const reader = join();
    kinds(reader);
    const other = new StatusBoard(SIZE);
    feed.show(seats({ board: other }));
    jest.advanceTimersByTime(1);
    expect(reader.take()).toEqual([['status', expect.objectContaining({ version: other.version })]]);
    board.put([[0, 2]]);
    other.put([[1, 2]]);
    jest.advanceTimersByTime(250);
    expect(changesOf(reader)).toEqual([[[1, 2]]]);
  });

  it('sends the status of the show when it is another, and only then', () => {
    const reader = join();
    kinds(reader);
    feed.show(seats());
    feed.show(seats({ status: 'CANCELLED' }));
    expect(reader.take()).toEqual([['show', { status: 'CANCELLED' }]]);
  });

  it('ends with its last viewer, and sends nothing after that', () => {
    const [one, other] = [join(), join()];
    one.leave();
    expect(over).not.toHaveBeenCalled();
    board.put([[0, 2]]);
    kinds(other);
    other.leave();
    jest.advanceTimersByTime(1_000);
    expect([over.mock.calls.length, other.frames, jest.getTimerCount()]).toEqual([1, [], 0]);
  });

  it('ends all streams when nobody may see the show any more', () => {
    const readers = [join(), join()];
    feed.end();
    expect(readers.map(({ hasEnded }) => hasEnded)).toEqual([true, true]);
  });

  it('knows for two seconds what was read of the show', () => {
    join();
    jest.advanceTimersByTime(1_999);
    expect(feed.recent?.id).toBe('a');
    jest.advanceTimersByTime(1);
    expect(feed.recent).toBeUndefined();
  });
});
