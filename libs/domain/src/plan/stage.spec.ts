import { Decoration } from './drawing';
import { middleOfShape, stageOf } from './stage';

const shape = { x: 100, y: 50, rotation: 0 };
const named = (text: string): Decoration => ({
  ...{ kind: 'ellipse', ...shape, radiusX: 10, radiusY: 5 },
  text: { text, x: 0, y: 0, size: 12 },
});
const bar = named('Bar');

describe('the stage of a plan', () => {
  it('is the one that was drawn', () => {
    const stage = named('');
    expect(stageOf({ stage, decorations: [named('Stage')] })).toBe(stage);
  });

  it.each(['STAGE', 'Stage left', 'Podium', 'Bühne', 'Leinwand', 'Screen 2', 'Scène', 'Escenario', 'Altar'])(
    'is otherwise the drawing that is called %s',
    (text) => {
      const stage = named(text);
      expect(stageOf({ stage: null, decorations: [bar, stage, named('Stage')] })).toBe(stage);
    },
  );

  it('is a shape rather than a word alone', () => {
    const word: Decoration = { kind: 'text', ...shape, text: { text: 'Stage', x: 0, y: 0, size: 12 } };
    const stage = named('Stage');
    expect(stageOf({ stage: null, decorations: [word, stage] })).toBe(stage);
    expect(stageOf({ stage: null, decorations: [word] })).toBe(word);
  });

  it.each(['Backstage', 'Stages of life', 'Bar', ''])('is nothing that is called %j', (text) => {
    expect(stageOf({ stage: null, decorations: [named(text)] })).toBeNull();
  });
});

describe('the middle of a drawing', () => {
  it.each<[string, Decoration, object]>([
    ['an ellipse', named(''), { x: 100, y: 50 }],
    ['a rectangle', { kind: 'rectangle', ...shape, width: 40, height: 20 }, { x: 120, y: 60 }],
    [
      'a rectangle that is turned',
      { kind: 'rectangle', ...shape, rotation: 180, width: 40, height: 20 },
      { x: 80, y: 40 },
    ],
    [
      'a polygon',
      {
        kind: 'polygon',
        ...shape,
        points: [
          { x: 0, y: 0 },
          { x: 20, y: 10 },
        ],
      },
      { x: 110, y: 55 },
    ],
  ])('is that of %s', (_, drawn, middle) => {
    const { x, y } = middleOfShape(drawn);
    expect({ x: Math.round(x), y: Math.round(y) }).toEqual(middle);
  });
});
