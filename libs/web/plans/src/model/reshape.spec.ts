import { DrawnRow, PlanDrawing, planProblems, SeatSection } from '@modex/domain';
import { create } from 'mutative';
import { emptyDrawing } from '../templates/templates';
import { addSection, addShape } from './add';
import { rotate } from './change';
import { moveCorner, selectedPolygon } from './corners';
import { Command } from './draft';
import { mergeRows } from './merge';
import { allPlaced } from './places';
import { everything, NOTHING, ofPlaces, ofSection } from './selection';

const PIECE = { name: 'Hall', rows: 1, seats: 3, spacing: 50, depth: 90, bend: 0, rotation: 0 };

const after = (drawing: PlanDrawing, command: Command): PlanDrawing => create(drawing, command);
const hall = (...pieces: readonly (readonly [x: number, y: number, rotation: number])[]): PlanDrawing =>
  pieces.reduce(
    (drawing, [x, y, rotation]) => after(drawing, (draft) => void addSection(draft, { ...PIECE, rotation }, { x, y })),
    emptyDrawing('Hall'),
  );
const merged = (drawing: PlanDrawing) => after(drawing, (draft) => mergeRows(draft, everything(drawing)));
const rowsOf = ({ sections }: PlanDrawing) => sections.flatMap((section) => (section as SeatSection).rows);
const numbers = ({ places }: DrawnRow) => places.map(({ number }) => number);
const spots = (drawing: PlanDrawing) =>
  new Map(allPlaced(drawing).map(({ place, x, y }) => [place.number, [Math.round(x) || 0, Math.round(y) || 0]]));

describe('rows that are merged', () => {
  it('are one row of the first one, and no place moves', () => {
    const before = hall([0, 0, 0], [400, 0, 0]);
    const [row, ...others] = rowsOf(merged(before));
    expect([others, row?.label, row && numbers(row)]).toEqual([[], 'A', [0, 1, 2, 3, 4, 5]]);
    expect(row?.places.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(spots(merged(before))).toEqual(spots(before));
    expect(planProblems(merged(before))).toEqual([]);
  });

  it('follow each other by where they are, whichever was drawn first', () => {
    expect(rowsOf(merged(hall([400, 0, 0], [0, 0, 0]))).map(numbers)).toEqual([[3, 4, 5, 0, 1, 2]]);
  });

  it('go round corners: up one wall, across, and down the other', () => {
    // Turned by a quarter to the left a row runs upwards, to the right downwards.
    const corner = hall([300, -100, 0], [200, 50, 270], [400, 50, 90]);
    expect(rowsOf(merged(corner)).map(numbers)).toEqual([[3, 4, 5, 0, 1, 2, 6, 7, 8]]);
    expect(spots(merged(corner))).toEqual(spots(corner));
  });

  it('keep labels that go on, and are counted on where one is there already', () => {
    const labels = (...given: readonly string[]) => {
      const before = after(hall([0, 0, 0], [400, 0, 0], [800, 0, 0]), (draft) => {
        const [, second] = rowsOf(draft as PlanDrawing);
        second?.places.forEach((place, at) => Object.assign(place, { label: given[at] }));
      });
      return rowsOf(merged(before))[0]?.places.map(({ label }) => label);
    };
    expect(labels('4', '5', '12a')).toEqual(['1', '2', '3', '4', '5', '12a', 'A', 'B', 'C']);
    expect(labels('3', '4', '5')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('are only the selected ones; a single one stays as it is', () => {
    const before = hall([0, 0, 0], [400, 0, 0], [800, 0, 0]);
    expect(rowsOf(after(before, (draft) => mergeRows(draft, ofPlaces([0, 4])))).map(numbers)).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8],
    ]);
    expect(after(before, (draft) => mergeRows(draft, ofPlaces([0, 1])))).toBe(before);
  });

  it('turn as the one row that they are', () => {
    const one = merged(hall([0, 0, 0], [400, 0, 0]));
    const turned = after(one, (draft) => rotate(draft, ofSection(one.sections[0] as SeatSection), 90, { x: 0, y: 0 }));
    expect([...spots(turned).values()]).toEqual([...spots(one).values()].map(([x = 0, y = 0]) => [-y || 0, x]));
  });
});

describe('a corner of a polygon', () => {
  const points = [
    { x: 0, y: -50 },
    { x: 50, y: 50 },
    { x: -50, y: 50 },
  ];
  const bar = after(emptyDrawing('Hall'), (draft) => {
    addShape(draft, { kind: 'polygon', x: 100, y: 100, rotation: 90, points });
    addShape(draft, { kind: 'rectangle', x: 0, y: 0, rotation: 0, width: 10, height: 10 });
  });
  const only = { ...NOTHING, shapes: new Set([0]) };
  const cornersIn = (drawing: PlanDrawing) =>
    selectedPolygon(drawing, only)?.corners.map(({ x, y }) => [Math.round(x), Math.round(y)]);

  it('moves alone, in the directions of the plan, however the polygon is turned', () => {
    expect(cornersIn(bar)).toEqual([
      [150, 100],
      [50, 150],
      [50, 50],
    ]);
    expect(cornersIn(after(bar, (draft) => moveCorner(draft, 0, 1, { x: 20, y: -10 })))).toEqual([
      [150, 100],
      [70, 140],
      [50, 50],
    ]);
  });

  it('is one of a polygon that alone is selected', () => {
    expect(selectedPolygon(bar, { ...NOTHING, shapes: new Set([1]) })).toBeUndefined();
    expect(selectedPolygon(bar, { ...NOTHING, shapes: new Set([0, 1]) })).toBeUndefined();
    expect(after(bar, (draft) => moveCorner(draft, 1, 0, { x: 5, y: 5 }))).toBe(bar);
    expect(after(bar, (draft) => moveCorner(draft, 0, 7, { x: 5, y: 5 }))).toBe(bar);
  });
});
