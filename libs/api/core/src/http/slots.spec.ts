import * as fc from 'fast-check';
import { Slots } from './slots';

const fill = (slots: Slots, owner: string): number => {
  let taken = 0;
  while (slots.take(owner) !== undefined) taken++;
  return taken;
};

describe('slots', () => {
  it('let one take three of four, and always have some for who comes later', () => {
    const slots = new Slots(2_000);
    expect(fill(slots, 'hog')).toBe(1_500);
    expect(fill(slots, 'second')).toBe(375);
    expect(fill(slots, 'third')).toBeGreaterThan(50);
  });

  it('never hold more than their size, whoever comes and goes', () => {
    const moves = fc.array(
      fc.record({ owner: fc.integer({ min: 0, max: 4 }), weight: fc.integer({ min: 1, max: 30 }) }),
    );
    fc.assert(
      fc.property(moves, fc.infiniteStream(fc.boolean()), (all, coins) => {
        const slots = new Slots(100);
        const held: { weight: number; release: () => void }[] = [];
        for (const { owner, weight } of all) {
          const release = slots.take(String(owner), weight);
          if (release !== undefined) held.push({ weight, release });
          expect(held.reduce((sum, one) => sum + one.weight, 0)).toBeLessThanOrEqual(100);
          if (coins.next().value) held.pop()?.release();
        }
      }),
    );
  });

  it('come back once, however often they are given back', () => {
    const slots = new Slots(1);
    const release = slots.take('a');
    expect(slots.take('b')).toBeUndefined();
    release?.();
    release?.();
    expect(slots.take('b')).toBeDefined();
    expect(slots.take('a')).toBeUndefined();
  });
});
