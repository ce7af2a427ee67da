import { randomFrom, shuffled } from './random';

describe('random numbers', () => {
  it('are the same for the same seed, and others for another', () => {
    const some = (seed: number): number[] => Array.from({ length: 5 }, randomFrom(seed));
    expect(some(7)).toEqual(some(7));
    expect(some(7)).not.toEqual(some(8));
  });

  it('lie from 0 to below 1 and in the middle on average', () => {
    const many = Array.from({ length: 10_000 }, randomFrom(1));
    expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...many)).toBeLessThan(1);
    expect(many.reduce((sum, each) => sum + each) / many.length).toBeCloseTo(0.5, 1);
  });

  it('put things into every order, and lose none', () => {
    const random = randomFrom(3);
    const orders = Array.from({ length: 200 }, () => shuffled(['a', 'b', 'c'], random).join(''));
    expect([...new Set(orders)].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
  });
});
