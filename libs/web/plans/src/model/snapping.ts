import { PlanDrawing, Point } from '@modex/domain';
import { allPlaced } from './places';
import { Box, boxAround, pointsOf, Selection, selectedPlaces } from './selection';

/** Lines of the plan that something moves to by itself, when it comes near. */
export interface SnapLines {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Where the moved selection can meet them. */
  readonly own: Box | undefined;
  readonly first: Point | undefined;
}

/** A move that was pulled to lines; the lines that it met. */
export interface Snapped {
  readonly by: Point;
  readonly x: number | undefined;
  readonly y: number | undefined;
}

/** Distance of the lines of the grid, in units. */
export const GRID = 10;

/** The lines of what is not moved. */
export function snapLines(drawing: PlanDrawing, selection: Selection): SnapLines {
  const others = allPlaced(drawing).filter(({ place }) => !selection.places.has(place.number));
  return {
    xs: sorted(others.map(({ x }) => x)),
    ys: sorted(others.map(({ y }) => y)),
    own: boxAround(pointsOf(drawing, selection)),
    first: selectedPlaces(drawing, selection)[0],
  };
}

/** Pulls a move to the lines of neighbours within a tolerance, else to the grid. */
export function snapped({ xs, ys, own, first }: SnapLines, by: Point, tolerance: number): Snapped {
  const [x, y] = [
    meet(xs, pointsAlong(own?.left, own?.right, first?.x), by.x, tolerance),
    meet(ys, pointsAlong(own?.top, own?.bottom, first?.y), by.y, tolerance),
  ];
  return {
    by: { x: x?.by ?? Math.round(by.x / GRID) * GRID, y: y?.by ?? Math.round(by.y / GRID) * GRID },
    x: x?.line,
    y: y?.line,
  };
}

function pointsAlong(from: number | undefined, to: number | undefined, first: number | undefined): readonly number[] {
  if (from === undefined || to === undefined) return [];
  return [...(first === undefined ? [] : [first]), from, to, (from + to) / 2];
}

function meet(lines: readonly number[], own: readonly number[], by: number, tolerance: number) {
  let found: { readonly by: number; readonly line: number } | undefined;
  let least = tolerance;
  for (const point of own) {
    const line = nearest(lines, point + by);
    const distance = line === undefined ? Infinity : Math.abs(line - point - by);
    if (line !== undefined && distance < least) [found, least] = [{ by: line - point, line }, distance];
  }
  return found;
}

function nearest(lines: readonly number[], value: number): number | undefined {
  let [low, high] = [0, lines.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) <= value) low = middle;
    else high = middle;
  }
  const [one, other] = [lines[low], lines[high]];
  if (one === undefined || other === undefined) return one ?? other;
  return Math.abs(one - value) <= Math.abs(other - value) ? one : other;
}

function sorted(values: readonly number[]): readonly number[] {
  return [...new Set(values.map((value) => Math.round(value * 10) / 10))].sort((one, other) => one - other);
}
