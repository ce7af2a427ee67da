import { quantile, ratioOf } from './statistics';

describe('a quantile', () => {
  it.each([
    [0, 1],
    [0.25, 2],
    [0.5, 3],
    [0.875, 4.5],
    [1, 5],
  ])('of share %d lies between the values in proportion', (share, expected) => {
    expect(quantile([5, 1, 4, 2, 3], share)).toBe(expected);
  });

  it('leaves the values in their order', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('of no values is no number', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('the ratio of two sides', () => {
  it('is that of sums, of lower quartiles, and of pairs of one round', () => {
    const ours = [2, 4, 6, 8, 100];
    const theirs = [1, 4, 2, 4, 10];
    expect(ratioOf(ours, theirs)).toEqual({
      sums: 120 / 21,
      lowerQuartiles: 4 / 2,
      medianOfPairs: 2,
      middleHalf: [2, 3],
    });
  });

  it('tells 1 for a machine that slows down for both', () => {
    expect(ratioOf([1, 10, 100], [1, 10, 100]).medianOfPairs).toBe(1);
  });

  it('is refused where a round has no pair', () => {
    expect(() => ratioOf([1, 2], [1])).toThrow('a pair is two values of one round');
  });
});
