import { PlanDrawing } from '@modex/domain';
import { create } from 'mutative';
import { fitting, toPlan, toScreen, zoomed } from '../paint/view';
import { emptyDrawing, templateDrawing } from '../templates/templates';
import { addSection, addShape, addStanding } from './add';
import { hitAt, hitIn } from './hit';
import { NOTHING, ofPlaces, sizeOf } from './selection';
import { snapLines, snapped } from './snapping';

const hall: PlanDrawing = create(emptyDrawing('Hall'), (draft) => {
  addSection(
    draft,
    { name: 'Stalls', rows: 2, seats: 4, spacing: 50, depth: 90, bend: 0, rotation: 0 },
    { x: 500, y: 400 },
  );
  addStanding(draft, { name: 'Pit', capacity: 5, width: 400, height: 200 }, { x: 500, y: 800 });
  const points = [
    { x: -50, y: -50 },
    { x: 50, y: -50 },
    { x: 0, y: 50 },
  ];
  addShape(draft, { kind: 'polygon', x: 100, y: 100, rotation: 180, points });
});

describe('what is at a point', () => {
  it('is the nearest place, else an area, else a shape, turned as it is', () => {
    expect([...hitAt(hall, { x: 427, y: 357 }, 4).places]).toEqual([0]);
    expect([...hitAt(hall, { x: 310, y: 705 }, 4).standing]).toEqual(['pit']);
    expect([...hitAt(hall, { x: 100, y: 60 }, 4).shapes]).toEqual([0]);
    expect(sizeOf(hitAt(hall, { x: 60, y: 60 }, 4))).toBe(0);
    expect(hitAt(hall, { x: 450, y: 400 }, 4)).toBe(NOTHING);
  });

  it('in a box: places by their middles, the rest as a whole', () => {
    const found = hitIn(hall, { left: 400, top: 300, right: 480, bottom: 1000 });
    expect([[...found.places], found.standing.size]).toEqual([[0, 1, 4, 5], 0]);
    expect([...hitIn(hall, { left: 0, top: 650, right: 900, bottom: 950 }).standing]).toEqual(['pit']);
  });
});

describe('a move', () => {
  const lines = snapLines(hall, ofPlaces([0]));

  it('is pulled to the line of a neighbour that is near', () => {
    expect(snapped(lines, { x: 53, y: 88 }, 7)).toEqual({ by: { x: 50, y: 90 }, x: 475, y: 445 });
  });

  it('else to the grid', () => {
    expect(snapped(lines, { x: 23, y: -204 }, 7)).toEqual({ by: { x: 20, y: -200 }, x: undefined, y: undefined });
  });
});

describe('a view', () => {
  it('of a whole plan has all of it inside', () => {
    const view = fitting(templateDrawing('arena', 'Arena'), { width: 800, height: 600 });
    const [one, other] = [toPlan(view, { x: 0, y: 0 }), toPlan(view, { x: 800, y: 600 })];
    expect(one.x).toBeLessThan(200);
    expect(other.y).toBeGreaterThan(2500);
  });

  it('keeps the point under the pointer while it is zoomed', () => {
    const at = { x: 123, y: 45 };
    const before = { x: 10, y: 20, scale: 0.4 };
    const after = zoomed(before, 1.7, at);
    expect(toScreen(after, toPlan(before, at)).x).toBeCloseTo(at.x);
    expect(after.scale).toBeCloseTo(0.68);
  });
});
