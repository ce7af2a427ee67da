import { Point } from './plan';

/** A place with its position in the plan. */
export interface PlacedAt extends Point {
  /** Half its width; undefined: unknown. */
  readonly radius?: number | undefined;
}

/** Middles of places that are nearer than this lie on each other, whatever their size; in plan units. */
const NEAREST = 5;
/** Places may touch, and a little more: two circles overlap if their middles are nearer than this part of both radii. */
const TOUCHING = 0.7;

/**
 * Pairs of places that lie on each other, the earlier one first. Places are sorted into squares, so that 100,000 of them
 * take a fraction of a second.
 */
export function* overlaps<T extends PlacedAt>(places: readonly T[]): Generator<readonly [T, T]> {
  const widest = places.reduce((most, { radius = 0 }) => Math.max(most, radius), 0);
  const side = Math.max(NEAREST, 2 * TOUCHING * widest);
  const squares = new Map<string, T[]>();
  for (const place of places) {
    const [column, line] = [Math.floor(place.x / side), Math.floor(place.y / side)];
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = line - 1; y <= line + 1; y++) {
        for (const other of squares.get(`${x} ${y}`) ?? []) if (isOn(other, place)) yield [other, place];
      }
    }
    const key = `${column} ${line}`;
    const beside = squares.get(key);
    if (beside === undefined) squares.set(key, [place]);
    else beside.push(place);
  }
}

function isOn(one: PlacedAt, other: PlacedAt): boolean {
  const distance = Math.hypot(one.x - other.x, one.y - other.y);
  return distance < Math.max(NEAREST, TOUCHING * ((one.radius ?? 0) + (other.radius ?? 0)));
}
