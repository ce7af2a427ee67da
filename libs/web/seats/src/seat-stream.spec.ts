import { OpenEventSource } from './event-source';
import { FIRST_PAUSE_MS, LONGEST_PAUSE_MS, PATIENCE_MS, SeatEvent, SeatStream, SILENCE_MS } from './seat-stream';
import { FakeStream } from './testing/fake-streams';

describe('SeatStream', () => {
  let opened: FakeStream[];
  let heard: SeatEvent[];
  let stream: SeatStream;

  beforeEach(() => {
    jest.useFakeTimers();
    // The longest pauses.
    jest.spyOn(Math, 'random').mockReturnValue(0);
    [opened, heard] = [[], []];
    const openSource = (url: string): FakeStream => {
      const source = new FakeStream(url);
      opened.push(source);
      return source;
    };
    stream = new SeatStream(openSource as unknown as OpenEventSource, (event) => heard.push(event));
    stream.open('/events');
  });

  afterEach(() => {
    stream.close();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const last = (): FakeStream => opened.at(-1) as FakeStream;
  const state = (): object => ({ open: stream.isOpen(), broken: stream.isBroken() });

  it('is open with the first status, and passes on what it hears', () => {
    expect(last().url).toBe('/events');
    last().send('show', { status: 'ON_SALE' });
    expect(state()).toEqual({ open: false, broken: false });
    last().sendStatus('aa-1', ['AVAILABLE']);
    last().send('changes', { version: 'aa-2', changes: [[0, 2]] });
    expect(state()).toEqual({ open: true, broken: false });
    expect(heard.map(({ kind }) => kind)).toEqual(['show', 'status', 'changes']);
    expect(heard[2]?.told).toEqual({ version: 'aa-2', changes: [[0, 2]] });
  });

  it('is broken until the next status, and opened again after ever longer pauses', () => {
    const pauses = [1, 2, 4, 8, 16].map((times) => times * FIRST_PAUSE_MS);
    for (const pause of [...pauses, LONGEST_PAUSE_MS, LONGEST_PAUSE_MS]) {
      const before = opened.length;
      last().fail();
      expect(state()).toEqual({ open: false, broken: true });
      jest.advanceTimersByTime(pause - 1);
      expect(opened).toHaveLength(before);
      jest.advanceTimersByTime(1);
      expect(opened).toHaveLength(before + 1);
      expect(state()).toEqual({ open: false, broken: true });
    }
    last().sendStatus('aa-1', ['AVAILABLE']);
    expect(state()).toEqual({ open: true, broken: false });
  });

  it('spreads the attempts of many', () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.999);
    last().fail();
    jest.advanceTimersByTime(FIRST_PAUSE_MS / 2 + 2);
    expect(opened).toHaveLength(2);
  });

  it('begins with the short pause again after a stream that stayed open, and not after one that broke at once', () => {
    const failAfter = (milliseconds: number): void => {
      last().sendStatus('aa-1', ['AVAILABLE']);
      jest.advanceTimersByTime(milliseconds);
      last().fail();
    };
    failAfter(0);
    jest.advanceTimersByTime(FIRST_PAUSE_MS);
    failAfter(0);
    jest.advanceTimersByTime(FIRST_PAUSE_MS);
    expect(opened).toHaveLength(2);
    jest.advanceTimersByTime(FIRST_PAUSE_MS);
    expect(opened).toHaveLength(3);
    failAfter(30_000);
    jest.advanceTimersByTime(FIRST_PAUSE_MS);
    expect(opened).toHaveLength(4);
  });

  it('gives up a connection that lets no status through', () => {
    last().send('show', { status: 'ON_SALE' });
    jest.advanceTimersByTime(PATIENCE_MS);
    expect(opened[0]?.isClosed).toBe(true);
    expect(state()).toEqual({ open: false, broken: true });
  });

  it('gives up an open stream that has gone silent, but not one that only has no news', () => {
    last().sendStatus('aa-1', ['AVAILABLE']);
    for (let beat = 0; beat < 10; beat++) {
      jest.advanceTimersByTime(15_000);
      last().send('alive');
    }
    expect(state()).toEqual({ open: true, broken: false });
    jest.advanceTimersByTime(SILENCE_MS);
    expect(state()).toEqual({ open: false, broken: true });
    expect(opened[0]?.isClosed).toBe(true);
  });

  it('is over when it is closed: also the attempts', () => {
    last().fail();
    stream.close();
    jest.advanceTimersByTime(10 * LONGEST_PAUSE_MS);
    expect(opened).toHaveLength(1);
    expect(stream.isOpen()).toBe(false);
  });
});
