import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { CpuMeter } from './cpu';

/** Needs the processor for so long, by the process's own account. @returns microseconds that it really took */
function work(micros: number): number {
  const before = process.cpuUsage();
  let used = 0;
  while (used < micros) used = process.cpuUsage(before).user + process.cpuUsage(before).system;
  return used;
}

describe('the processor time of a process', () => {
  it('grows by what it needed, and each lap begins anew', () => {
    const meter = new CpuMeter(process.pid);
    const used = work(200_000);
    expect(meter.lap()).toBeGreaterThan(used * 500);
    expect(meter.lap()).toBeLessThan(used * 500);
  });

  it('has in it that of the processes that it started', async () => {
    const busy = 'console.log("at work"); for (const end = Date.now() + 60_000; Date.now() < end; );';
    const shell = spawn('sh', ['-c', '"$0" -e "$1" & cat; kill $!', process.execPath, busy]);
    await once(shell.stdout, 'data');
    const meter = new CpuMeter(shell.pid as number);
    // The shell only waits; of a thread that runs, some milliseconds are not told yet.
    while (meter.lap() === 0) await pause(10);
    shell.stdin.end();
    await once(shell, 'exit');
  });

  it('of a process that is not there cannot be told', () => {
    expect(() => new CpuMeter(2 ** 30)).toThrow('ENOENT');
  });
});
