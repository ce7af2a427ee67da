import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Reading, reading, ReadingOptions } from './reading';

interface Call {
  readonly about: string;
  readonly before: string | undefined;
  readonly answer: (value: string) => Promise<void>;
  readonly refuse: (code: string) => Promise<void>;
}

/** Lets every promise that is due run, then the effects that follow from it. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) {
    await jest.advanceTimersByTimeAsync(0);
    TestBed.tick();
  }
};

describe('reading', () => {
  const about = signal<string | undefined>('one');
  let calls: Call[];
  let known: Reading<string>;
  let visibility: DocumentVisibilityState;

  const open = async (pause?: ReadingOptions<string, string>['pause']): Promise<void> => {
    const read = (asked: string, before: string | undefined): Promise<string> =>
      new Promise((resolve, reject) => {
        const answer = (value: string): Promise<void> => (resolve(value), settle());
        const refuse = (code: string): Promise<void> => (
          reject(new HttpErrorResponse({ status: 503, error: { code } })),
          settle()
        );
        calls.push({ about: asked, before, answer, refuse });
      });
    known = TestBed.runInInjectionContext(() => reading({ params: about, read, ...(pause && { pause }) }));
    await settle();
  };
  const last = (): Call => {
    const call = calls.at(-1);
    if (!call) throw new Error('Nothing was asked');
    return call;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    visibility = 'visible';
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    about.set('one');
    calls = [];
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('knows nothing until the first answer', async () => {
    await open();
    expect(known.loading()).toBe(true);
    expect(known.value()).toBeUndefined();
    await last().answer('first');
    expect(known.value()).toBe('first');
    expect(known.loading()).toBe(false);
    expect(known.problem()).toBeUndefined();
  });

  it('tells why nothing could be read, and forgets it when it is read anew', async () => {
    await open();
    await last().refuse('overloaded');
    expect(known.problem()?.code).toBe('overloaded');
    expect(known.behind()).toBeUndefined();
    void known.reload();
    await settle();
    expect(known.problem()).toBeUndefined();
    expect(known.loading()).toBe(true);
    await last().answer('first');
    expect(known.value()).toBe('first');
  });

  it('asks nothing while there is nothing to ask for, and knows nothing then', async () => {
    about.set(undefined);
    await open();
    expect(calls).toEqual([]);
    expect(known.loading()).toBe(false);
    const idle = known.refresh();
    await settle();
    await idle;
    about.set('one');
    await settle();
    const early = last();
    about.set(undefined);
    await settle();
    await early.answer('late');
    expect(known.value()).toBeUndefined();
    known.set('nothing to set it for');
    expect(known.value()).toBeUndefined();
  });

  it('drops what was known of one thing as soon as another is asked for, and every later answer about it', async () => {
    await open();
    await last().answer('of one');
    void known.refresh();
    await settle();
    const late = last();
    about.set('two');
    expect(known.value()).toBeUndefined();
    await settle();
    expect(last()).toMatchObject({ about: 'two', before: undefined });
    await late.answer('of one, again');
    expect(known.value()).toBeUndefined();
    await last().answer('of two');
    expect(known.value()).toBe('of two');
  });

  it('keeps what is known in view while it is read once more, and when that fails', async () => {
    await open();
    await last().answer('first');
    void known.refresh();
    await settle();
    expect(known.value()).toBe('first');
    expect(last().before).toBe('first');
    await last().refuse('overloaded');
    expect(known.value()).toBe('first');
    expect(known.behind()?.code).toBe('overloaded');
    expect(known.problem()).toBeUndefined();
    void known.refresh();
    await settle();
    await last().answer('second');
    expect(known.value()).toBe('second');
    expect(known.behind()).toBeUndefined();
  });

  it('takes the newest answer, in whatever order they come', async () => {
    await open();
    await last().answer('first');
    void known.refresh();
    await settle();
    const slow = last();
    void known.refresh();
    await settle();
    await last().answer('third');
    await slow.answer('second');
    expect(known.value()).toBe('third');
  });

  it('drops a refresh that began before a write has answered', async () => {
    await open();
    await last().answer('first');
    void known.refresh();
    await settle();
    known.set('written');
    await last().answer('read before it was written');
    expect(known.value()).toBe('written');
    expect(known.loading()).toBe(false);
  });

  it('keeps what was written until a later refresh, also one that fails', async () => {
    await open();
    await last().answer('first');
    known.set('written');
    void known.refresh();
    await settle();
    expect(last().before).toBe('written');
    await last().refuse('overloaded');
    expect(known.value()).toBe('written');
  });

  it('resolves when the answer is there, also one that overtook another, and when its owner has gone', async () => {
    await open();
    await last().answer('first');
    const ended: string[] = [];
    void known.refresh().then(() => ended.push(`one: ${known.value()}`));
    void known.refresh().then(() => ended.push(`two: ${known.value()}`));
    await settle();
    expect(ended).toEqual([]);
    await last().answer('second');
    expect(ended).toEqual(['one: second', 'two: second']);
    const left = known.refresh();
    TestBed.resetTestingModule();
    await left;
    await known.settled();
  });

  it('reads the same question once, however often it is put together', async () => {
    const [show, other] = [signal('s1'), signal(1)];
    let count = 0;
    TestBed.runInInjectionContext(() =>
      reading({ params: () => ({ show: show(), at: other() > 0 }), read: async () => count++ }),
    );
    await settle();
    other.set(2);
    await settle();
    expect(count).toBe(1);
    show.set('s2');
    await settle();
    expect(count).toBe(2);
  });

  describe('that is kept fresh', () => {
    const PAUSE_MS = 1000;
    const wait = async (milliseconds: number): Promise<void> => {
      await jest.advanceTimersByTimeAsync(milliseconds);
      await settle();
    };

    it('reads again after each pause while the value asks for it', async () => {
      await open((value) => (value === 'over' ? undefined : PAUSE_MS));
      await last().answer('on');
      await wait(PAUSE_MS - 1);
      expect(calls).toHaveLength(1);
      await wait(1);
      expect(calls).toHaveLength(2);
      await wait(5 * PAUSE_MS);
      expect(calls).toHaveLength(2);
      await last().refuse('overloaded');
      expect(known.behind()?.code).toBe('overloaded');
      await wait(PAUSE_MS);
      await last().answer('over');
      await wait(5 * PAUSE_MS);
      expect(calls).toHaveLength(3);
    });

    it('says what failed until an answer comes, where it goes on asking', async () => {
      await open(() => PAUSE_MS);
      await last().refuse('overloaded');
      await wait(PAUSE_MS);
      expect(calls).toHaveLength(2);
      expect(known.problem()?.code).toBe('overloaded');
      await last().answer('there');
      expect(known.problem()).toBeUndefined();
    });

    it('rests while the page is hidden, and reads at once when it is seen again', async () => {
      await open(() => PAUSE_MS);
      await last().answer('first');
      visibility = 'hidden';
      await wait(3 * PAUSE_MS);
      expect(calls).toHaveLength(1);
      visibility = 'visible';
      document.dispatchEvent(new Event('visibilitychange'));
      await settle();
      expect(calls).toHaveLength(2);
    });

    it('follows a pause that changes by something else, and ends with its owner', async () => {
      const resting = signal(false);
      await open(() => (resting() ? undefined : PAUSE_MS));
      await last().answer('first');
      resting.set(true);
      await wait(3 * PAUSE_MS);
      expect(calls).toHaveLength(1);
      resting.set(false);
      await wait(PAUSE_MS);
      expect(calls).toHaveLength(2);
      await last().answer('second');
      TestBed.resetTestingModule();
      await wait(3 * PAUSE_MS);
      expect(calls).toHaveLength(2);
    });
  });
});
