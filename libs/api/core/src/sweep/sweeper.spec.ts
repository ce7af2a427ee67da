import { Logger } from '@nestjs/common';
import { Sweeper } from './sweeper';

describe('the sweeper', () => {
  let sweeper: Sweeper;
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    sweeper = new Sweeper();
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('sweeps every two seconds', async () => {
    const sweep = jest.fn(async () => undefined);
    sweeper.add({ name: 'task', sweep });
    sweeper.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(6_100);
    expect(sweep).toHaveBeenCalledTimes(3);
    await sweeper.beforeApplicationShutdown();
  });

  it('goes on after a task that failed, with the next task and the next round', async () => {
    const [broken, sound] = [jest.fn(async () => Promise.reject(new Error('away'))), jest.fn(async () => undefined)];
    sweeper.add({ name: 'broken', sweep: broken });
    sweeper.add({ name: 'sound', sweep: sound });
    sweeper.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(4_100);
    expect([broken.mock.calls.length, sound.mock.calls.length]).toEqual([2, 2]);
    await sweeper.beforeApplicationShutdown();
  });

  it('never runs two rounds at once, and waits for the last one when it stops', async () => {
    let [running, most, finish] = [0, 0, (): void => undefined];
    const sweep = async () => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => (finish = resolve));
      running--;
    };
    sweeper.add({ name: 'slow', sweep });
    sweeper.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(20_000);
    expect([running, most]).toEqual([1, 1]);
    const stopped = sweeper.beforeApplicationShutdown();
    finish();
    await stopped;
    await jest.advanceTimersByTimeAsync(10_000);
    expect([running, most]).toEqual([0, 1]);
  });
});
