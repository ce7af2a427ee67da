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

/** Lists of squares; a power of two, about as many as there are places. */
const LISTS = 1 << 17;

/**
 * Pairs of places that lie on each other, the earlier one first. Places are sorted into squares, so that 100,000 of them
 * take a fraction of a second.
 */
export function* overlaps<T extends PlacedAt>(places: readonly T[]): Generator<readonly [T, T]> {
  const widest = places.reduce((most, { radius = 0 }) => Math.max(most, radius), 0);
  const side = Math.max(NEAREST, 2 * TOUCHING * widest);
  const columns = Float64Array.from(places, ({ x }) => Math.floor(x / side));
  const lines = Float64Array.from(places, ({ y }) => Math.floor(y / side));
  const latest = new Int32Array(LISTS).fill(-1);
  const before = new Int32Array(places.length);
  for (const [at, place] of places.entries()) {
    const [column, line] = [columns[at] as number, lines[at] as number];
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = line - 1; y <= line + 1; y++) {
        for (let other = latest[listOf(x, y)] as number; other !== -1; other = before[other] as number) {
          if (columns[other] !== x || lines[other] !== y) continue;
          const found = places[other] as T;
          if (isOn(found, place)) yield [found, place];
        }
      }
    }
    const list = listOf(column, line);
    before[at] = latest[list] as number;
    latest[list] = at;
  }
}

/** Which list a square is in; squares may share one. */
function listOf(column: number, line: number): number {
  return (Math.imul(column, 73_856_093) ^ Math.imul(line, 19_349_663)) & (LISTS - 1);
}

function isOn(one: PlacedAt, other: PlacedAt): boolean {
  const [x, y] = [one.x - other.x, one.y - other.y];
  const nearest = Math.max(NEAREST, TOUCHING * ((one.radius ?? 0) + (other.radius ?? 0)));
  return x * x + y * y < nearest * nearest;
}
