import { LABEL_KINDS, LabelScheme, labelAt, labels } from './numbering';

describe('labels of places and rows', () => {
  it.each<[string, LabelScheme, number]>([
    ['1 2 3 4', { kind: 'numbers', start: 1, way: 'left' }, 4],
    ['13 12 11', { kind: 'numbers', start: 11, way: 'right' }, 3],
    ['9 7 5 3 1 2 4 6 8', { kind: 'numbers', start: 1, way: 'middle' }, 9],
    ['5 3 1 2 4 6', { kind: 'numbers', start: 1, way: 'middle' }, 6],
    ['5 3 1', { kind: 'odd', start: 1, way: 'right' }, 3],
    ['2 4 6', { kind: 'even', start: 1, way: 'left' }, 3],
    ['Y Z AA', { kind: 'letters', start: 25, way: 'left' }, 3],
    ['G H J K L M N P', { kind: 'letters-clear', start: 7, way: 'left' }, 8],
    ['Z AA AB', { kind: 'letters-clear', start: 24, way: 'left' }, 3],
    ['I II III IV V VI VII VIII', { kind: 'roman', start: 1, way: 'left' }, 8],
    ['', { kind: 'roman', start: 1, way: 'left' }, 0],
  ])('%s', (expected, scheme, count) => expect(labels(scheme, count).join(' ')).toBe(expected));

  it.each(LABEL_KINDS)('of the kind %s are never given twice', (kind) => {
    const given = Array.from({ length: 2_000 }, (_, at) => labelAt(kind, at + 1));
    expect(new Set(given).size).toBe(2_000);
  });

  it.each([
    [4, 'IV'],
    [9, 'IX'],
    [49, 'XLIX'],
    [1994, 'MCMXCIV'],
  ])('%i is %s in roman numbers', (position, text) => expect(labelAt('roman', position)).toBe(text));
});
