import { FairQueue } from './fair-queue';

/** Work that ends when the test says so. */
class Works {
  readonly begun: string[] = [];
  private readonly ends: (() => void)[] = [];

  work(name: string): () => Promise<string> {
    return () => {
      this.begun.push(name);
      return new Promise((resolve) => this.ends.push(() => resolve(name)));
    };
  }

  /** Ends what began first, and lets what follows begin. */
  async end(): Promise<void> {
    this.ends.shift()?.();
    await new Promise(setImmediate);
  }
}

describe('a fair queue', () => {
  const LIMITS = { atOnce: 2, waiting: 5, waitingOfOne: 3 };
  let works: Works;
  let queue: FairQueue;
  beforeEach(() => {
    works = new Works();
    queue = new FairQueue(LIMITS);
  });
  const ask = (asker: string, name: string) => queue.run(asker, works.work(name));

  it('does so much at once, and the rest in turns, whoever asked for how much', async () => {
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) void ask('a', name);
    void ask('b', 'b1');
    expect(works.begun).toEqual(['a1', 'a2']);
    for (let time = 0; time < 6; time++) await works.end();
    expect(works.begun).toEqual(['a1', 'a2', 'a3', 'b1', 'a4', 'a5']);
  });

  it('refuses one who asks for too much, and nobody else', async () => {
    for (let index = 0; index < 5; index++) void ask('a', 'a');
    await expect(ask('a', 'a')).rejects.toMatchObject({ code: 'overloaded', facts: { retryAfter: 2 } });
    void ask('b', 'b');
    void ask('c', 'c');
    await expect(ask('d', 'd')).rejects.toMatchObject({ code: 'overloaded' });
  });

  it('hands on what the work says, and goes on after what fails', async () => {
    await expect(queue.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(queue.run('a', () => Promise.resolve(7))).resolves.toBe(7);
    const last = Promise.all(['1', '2', '3', '4'].map((name) => ask('a', name)));
    for (let time = 0; time < 4; time++) await works.end();
    expect(await last).toEqual(['1', '2', '3', '4']);
  });
});
