import { MAIL_TRIES, pauseAfterTry } from './mail';

describe('the tries of a mail', () => {
  const pauses = Array.from({ length: MAIL_TRIES }, (_, at) => pauseAfterTry(at + 1));

  it('are further and further apart, until it is given up', () => {
    const between = pauses.slice(0, -1) as number[];
    expect(between).toEqual(between.toSorted((a, b) => a - b));
    expect(new Set(between).size).toBe(between.length);
    expect(pauses.at(-1)).toBeUndefined();
  });

  it('end within three days', () => {
    const sum = pauses.reduce<number>((total, pause = 0) => total + pause, 0);
    expect(sum).toBeGreaterThan(24 * 3_600_000);
    expect(sum).toBeLessThan(72 * 3_600_000);
  });
});
