import { SharedReads } from './shared-reads';

/** Reads that end when the test says so. */
function slowly(): { readonly read: (asked: string) => Promise<string | undefined>; readonly ends: Ends } {
  const ends: Ends = [];
  const read = (asked: string) =>
    new Promise<string | undefined>((resolve, reject) => ends.push({ asked, resolve, reject }));
  return { read, ends };
}

type Ends = {
  readonly asked: string;
  readonly resolve: (value: string | undefined) => void;
  readonly reject: (error: Error) => void;
}[];

describe('reads that are shared', () => {
  it('are one for all who ask meanwhile, and kept', async () => {
    const { read, ends } = slowly();
    const reads = new SharedReads({ most: 10, read });
    const asked = [reads.read('a', 'first'), reads.read('a', 'second')];
    ends[0]?.resolve('found');
    expect(await Promise.all(asked)).toEqual(['found', 'found']);
    expect(reads.recent('a')).toBe('found');
    expect(await reads.read('a', 'third')).toBe('found');
    expect(ends.map((end) => end.asked)).toEqual(['first']);
  });

  it.each([
    ['forgotten', (reads: SharedReads<string | undefined, string>) => reads.forget('a')],
    ['forgotten with all others', (reads: SharedReads<string | undefined, string>) => reads.forgetAll()],
    ['dropped for others', (reads: SharedReads<string | undefined, string>) => void reads.read('b', 'b')],
  ])('answer who waited, and nobody after that, when their key is %s meanwhile', async (_, forget) => {
    const { read, ends } = slowly();
    const reads = new SharedReads({ most: 1, read });
    for (const value of ['found', undefined]) {
      ends.length = 0;
      const before = reads.read('a', 'before');
      forget(reads);
      const after = reads.read('a', 'after');
      ends.find((end) => end.asked === 'before')?.resolve(value);
      expect(await before).toBe(value);
      expect(reads.recent('a')).toBeUndefined();
      ends.find((end) => end.asked === 'after')?.resolve('changed');
      expect(await after).toBe('changed');
      expect(reads.recent('a')).toBe('changed');
      reads.forgetAll();
    }
  });

  it('keep nothing of what was not found or failed, and tell all who wait', async () => {
    const { read, ends } = slowly();
    const reads = new SharedReads({ most: 10, read });
    const none = reads.read('a', 'none');
    ends[0]?.resolve(undefined);
    expect(await none).toBeUndefined();
    const failing = [reads.read('a', 'failing'), reads.read('a', 'failing')];
    ends[1]?.reject(new Error('away'));
    for (const one of failing) await expect(one).rejects.toThrow('away');
    const found = reads.read('a', 'found');
    ends[2]?.resolve('found');
    expect(await found).toBe('found');
  });

  it('are kept for as long as was said, or as the read itself says', async () => {
    let reads = 0;
    const recent = new SharedReads({
      most: 10,
      lifeMs: 60_000,
      read: async (lifeMs: number | undefined, terms) => {
        terms.lifeMs = lifeMs;
        return ++reads;
      },
    });
    expect([await recent.read('long', undefined), await recent.read('long', undefined)]).toEqual([1, 1]);
    expect(await recent.read('short', 1)).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await recent.read('short', 1)).toBe(3);
  });

  it('are kept up to a size', async () => {
    const recent = new SharedReads({ most: 10, sizeOf: (text) => text.length, read: async (text: string) => text });
    await recent.read('a', '123456');
    await recent.read('b', '123456');
    expect([recent.recent('a'), recent.recent('b')]).toEqual([undefined, '123456']);
  });
});
