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

  it('of a process that is not there cannot be told', () => {
    expect(() => new CpuMeter(2 ** 30)).toThrow('ENOENT');
  });
});
