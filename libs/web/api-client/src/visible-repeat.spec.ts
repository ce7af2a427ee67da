import { TestBed } from '@angular/core/testing';
import { repeatWhileVisible, VisibleRepeat } from './visible-repeat';

const PAUSE_MS = 1000;

describe('repeatWhileVisible', () => {
  let repeat: VisibleRepeat;
  let visibility: DocumentVisibilityState;
  let done: number;

  beforeEach(() => {
    jest.useFakeTimers();
    visibility = 'visible';
    jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
    done = 0;
    repeat = TestBed.runInInjectionContext(() =>
      repeatWhileVisible(
        async () => void done++,
        () => PAUSE_MS,
      ),
    );
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const change = (to: DocumentVisibilityState): void => {
    visibility = to;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const wait = (pauses: number): Promise<void> => jest.advanceTimersByTimeAsync(pauses * PAUSE_MS);

  it('does nothing before it is begun', async () => {
    change('visible');
    await wait(3);
    expect(done).toBe(0);
  });

  it('does it now, and again after each pause', async () => {
    await repeat.now();
    await wait(3);
    expect(done).toBe(4);
  });

  it('rests while the page is hidden, and does it at once when it is visible again', async () => {
    await repeat.now();
    change('hidden');
    await wait(5);
    expect(done).toBe(1);
    change('visible');
    expect(done).toBe(2);
    await wait(1);
    expect(done).toBe(3);
  });

  it('ends when it is stopped, also in the middle of an act, and when its owner goes', async () => {
    const acting = repeat.now();
    repeat.stop();
    await acting;
    change('visible');
    await wait(3);
    expect(done).toBe(1);
    repeat.later();
    TestBed.resetTestingModule();
    await wait(3);
    expect(done).toBe(1);
  });

  it('does nothing for an owner that has gone', async () => {
    TestBed.resetTestingModule();
    repeat.later();
    await wait(3);
    await repeat.now();
    await wait(3);
    change('visible');
    expect(done).toBe(0);
  });
});
