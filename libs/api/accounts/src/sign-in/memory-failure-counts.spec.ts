import { FailureKey } from './failure-counts';
import { MemoryFailureCounts } from './memory-failure-counts';

const MINUTE_MS = 60_000;

describe('counts of wrong passwords', () => {
  let now: number;
  let counts: MemoryFailureCounts;
  beforeEach(() => {
    now = 5;
    counts = new MemoryFailureCounts(() => now);
  });

  const pair: FailureKey = { kind: 'pair', of: 'x' };
  const address: FailureKey = { kind: 'address', of: 'x' };
  const fail = async (key: FailureKey, times: number) => {
    for (let time = 0; time < times; time++) await counts.add(key);
  };
  const minutes = async (key: FailureKey) => (await counts.waitOf(key)) / MINUTE_MS;

  it.each([
    ['pair', 20],
    ['device', 20],
    ['account', 20],
    ['address', 100],
    ['email', 100],
  ] as const)('let %s fail some times before anybody waits', async (kind, free) => {
    await fail({ kind, of: 'x' }, free - 1);
    expect(await minutes({ kind, of: 'x' })).toBe(0);
    expect(await counts.add({ kind, of: 'x' })).toEqual({ before: 0, after: MINUTE_MS });
    expect(await minutes({ kind, of: 'y' })).toBe(0);
  });

  it('double the wait with every failure after it, up to a quarter of an hour', async () => {
    await fail(pair, 20);
    const waits: number[] = [];
    for (let time = 0; time < 6; time++) {
      waits.push(await minutes(pair));
      now += await counts.waitOf(pair);
      expect(await minutes(pair)).toBe(0);
      await fail(pair, 1);
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it('let who insists wait longer, but never longer than a quarter of an hour from the beginning', async () => {
    await fail(pair, 20);
    const waits: number[] = [];
    for (let time = 0; time < 6; time++) waits.push((await counts.insist(pair)) / MINUTE_MS);
    expect(waits).toEqual([2, 4, 8, 15, 15, 15]);
    now += 14 * MINUTE_MS;
    expect(await counts.insist(pair)).toBe(MINUTE_MS);
    now += MINUTE_MS;
    expect(await counts.insist(pair)).toBe(0);
  });

  it('let innocents of one address insist as they like', async () => {
    await fail(address, 100);
    for (let time = 0; time < 9; time++) expect(await counts.insist(address)).toBe(MINUTE_MS);
  });

  it('do not count who insists before there is a wait', async () => {
    for (let time = 0; time < 200; time++) expect(await counts.insist(pair)).toBe(0);
    await fail(pair, 19);
    expect(await minutes(pair)).toBe(0);
  });

  it('forget after a quarter of an hour without failures, and at once when told so', async () => {
    await fail(pair, 19);
    now += 15 * MINUTE_MS - 1;
    await fail(pair, 1);
    expect(await minutes(pair)).toBe(1);
    now += 16 * MINUTE_MS;
    await fail(pair, 19);
    expect(await minutes(pair)).toBe(0);
    await counts.forget(pair);
    await fail(pair, 19);
    expect(await minutes(pair)).toBe(0);
  });
});
