import { PeakMemory } from './memory';

const MB = 1_024 * 1_024;

/** Has so much memory for a moment. */
function use(mb: number): void {
  expect(Buffer.alloc(mb * MB, 1).at(-1)).toBe(1);
}

it('the most memory of a process is what it had at once since then', () => {
  use(400);
  const before = process.memoryUsage.rss() / MB;
  const memory = new PeakMemory(process.pid);
  expect(memory.peakMb()).toBeLessThan(before + 100);
  use(800);
  expect(memory.peakMb()).toBeGreaterThan(800);
});
