import * as fc from 'fast-check';
import { partOf } from './part-of';

it('the parts of all processes add up to the limit, and differ by one at most', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: 64 }), (limit, of) => {
      const parts = Array.from({ length: of }, (_, index) => partOf(limit, { index, of }));
      expect(parts.reduce((sum, part) => sum + part)).toBe(limit);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});
