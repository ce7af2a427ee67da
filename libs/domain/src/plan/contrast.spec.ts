import * as fc from 'fast-check';
import { contrast, legibleColor, weakGround } from './contrast';

const colors = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('a color of a category', () => {
  it.each([
    ['#ffffff', '#000000', 21],
    ['#ffe066', '#ffffff', 1.3],
    ['#1976d2', '#ffffff', 4.6],
  ])('%s on %s has a contrast of %d', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  it('is weak on light ground when it is bright, and on dark ground when it is dark', () => {
    expect(['#ffe066', '#1976d2', '#111111'].map(weakGround)).toEqual(['light', undefined, 'dark']);
  });

  it('is mended to one that is easy to see on both, whatever it is', () => {
    fc.assert(fc.property(colors, (color) => expect(weakGround(legibleColor(color))).toBeUndefined()));
  });

  it('stays as it is when it is easy to see, and keeps its hue when not', () => {
    expect(legibleColor('#1976d2')).toBe('#1976d2');
    expect(legibleColor('#ffe066')).toBe('#a79240');
  });
});
