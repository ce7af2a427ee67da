import { Throttle } from './throttle';

describe('the throttle of an audit', () => {
  const now = performance.now.bind(performance);
  afterEach(() => jest.restoreAllMocks());

  /** One step after so much work. @returns how long it rested, and whether it told, both as they really were */
  async function stepAfter(workedMs: number): Promise<{ readonly restedMs: number; readonly told: number }> {
    let told = 0;
    const throttle = new Throttle(async () => void told++);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + workedMs);
    const start = now();
    await throttle.step();
    return { restedMs: now() - start, told };
  }

  it('rests three times as long as it worked', async () => {
    const { restedMs, told } = await stepAfter(20);
    expect(restedMs).toBeGreaterThan(57);
    expect(told).toBe(0);
  });

  it('never rests so long that it would be given up, and says after five seconds that it lives', async () => {
    const { restedMs, told } = await stepAfter(20_000);
    expect(restedMs).toBeLessThan(20_000);
    expect(told).toBe(1);
  });

  it('does not rest after each small step', async () => {
    const throttle = new Throttle(() => Promise.reject(new Error('told too early')));
    jest.spyOn(performance, 'now').mockReturnValue(now());
    let rested = false;
    setImmediate(() => (rested = true));
    for (let step = 0; step < 1_000; step++) await throttle.step();
    expect(rested).toBe(false);
  });

  it('ends the work when another has taken its place', async () => {
    const throttle = new Throttle(() => Promise.reject(new Error('another')));
    jest.spyOn(performance, 'now').mockImplementation(() => now() + 6_000);
    await expect(throttle.step()).rejects.toThrow('another');
  });
});
