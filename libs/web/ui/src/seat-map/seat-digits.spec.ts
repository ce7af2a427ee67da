import { numberOutline } from './seat-digits';

describe('numberOutline', () => {
  it('draws every number from 1 to 100 in its own way, one stroke group for each digit', () => {
    const outlines = Array.from({ length: 100 }, (_, index) => numberOutline(index + 1, 0, 0));
    expect(new Set(outlines).size).toBe(100);
    for (const [index, outline] of outlines.entries()) {
      expect(outline.match(/M/g)).toHaveLength(String(index + 1).length);
    }
  });
});
