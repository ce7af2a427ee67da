import { Logger } from '@nestjs/common';
import { Budget, Job } from './job';
import { Jobs } from './jobs';

describe('the jobs', () => {
  let jobs: Jobs;
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    jobs = new Jobs();
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const job = (run: Job['run'], pauseMs = 2_000): Job => ({ name: 'job', pauseMs, budgetMs: 1_000, run });
  /** A round that goes on until it is told to end. */
  const endless = () => {
    let end = (): void => undefined;
    const run = jest.fn<Promise<void>, [Budget]>(() => new Promise((resolve) => (end = resolve)));
    return { run, end: () => end() };
  };

  it('run each in its own rhythm', async () => {
    const [often, seldom] = [jest.fn(async () => undefined), jest.fn(async () => undefined)];
    jobs.add(job(often, 2_000));
    jobs.add(job(seldom, 3_000));
    jobs.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(6_100);
    expect([often.mock.calls.length, seldom.mock.calls.length]).toEqual([3, 2]);
    await jobs.beforeApplicationShutdown();
  });

  it('do not wait for one that takes long', async () => {
    const { run: slow, end } = endless();
    const quick = jest.fn(async () => undefined);
    jobs.add(job(slow));
    jobs.add(job(quick));
    jobs.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(6_100);
    expect([slow.mock.calls.length, quick.mock.calls.length]).toEqual([1, 3]);
    end();
    await jobs.beforeApplicationShutdown();
  });

  it('go on after a round that failed', async () => {
    const broken = jest.fn(async () => Promise.reject(new Error('away')));
    jobs.add(job(broken));
    jobs.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(4_100);
    expect(broken).toHaveBeenCalledTimes(2);
    await jobs.beforeApplicationShutdown();
  });

  it('learn when the time of a round is over', async () => {
    const { run, end } = endless();
    jobs.add(job(run));
    jobs.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(2_500);
    const [[budget]] = run.mock.calls as [[Budget]];
    expect(budget.isSpent).toBe(false);
    await jest.advanceTimersByTimeAsync(600);
    expect(budget.isSpent).toBe(true);
    end();
    await jobs.beforeApplicationShutdown();
  });

  it('never run two rounds of one at once; a stop ends every budget and waits for the last rounds', async () => {
    const { run, end } = endless();
    jobs.add({ ...job(run), budgetMs: 60_000 });
    jobs.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(run).toHaveBeenCalledTimes(1);
    const [[budget]] = run.mock.calls as [[Budget]];
    expect(budget.isSpent).toBe(false);
    const stopped = jest.fn();
    const stop = jobs.beforeApplicationShutdown().then(stopped);
    expect(budget.isSpent).toBe(true);
    await jest.advanceTimersByTimeAsync(100);
    expect(stopped).not.toHaveBeenCalled();
    end();
    await stop;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
