import { DrawnRow, Point, RowLine, SEAT_WIDTH } from '@modex/domain';

/** The most that a row bends, as a part of its length: three quarters of a circle. */
const MOST_BEND = 0.36;
/** A distance this much longer than usual is a gap. */
const GAP = 1.3;

/** Points on a line at these distances from each other, in units, with the middle of its two ends at the origin. */
export function pointsOnLine({ angle, bend }: Omit<RowLine, 'spacing'>, steps: readonly number[]): readonly Point[] {
  const length = steps.reduce((sum, step) => sum + step, 0);
  let gone = 0;
  const ways = [0, ...steps].map((step) => (gone += step));
  const curve = curveOf(length, bend);
  return ways.map((way) => turned(curve(way), angle)).map(rounded);
}

/** The line of a row: the one that was kept, or the one that its places seem to stand on. */
export function lineOf({ line, places }: Pick<DrawnRow, 'line' | 'places'>): RowLine {
  if (line !== undefined) return line;
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined || first === last) return { spacing: SEAT_WIDTH, angle: 0, bend: 0 };
  const angle = Math.atan2(last.y - first.y, last.x - first.x);
  const middle = places[Math.floor(places.length / 2)] ?? first;
  const away =
    (middle.y - (first.y + last.y) / 2) * Math.cos(angle) - (middle.x - (first.x + last.x) / 2) * Math.sin(angle);
  return { spacing: usualStep(places), angle: tidy((angle * 180) / Math.PI), bend: tidy(away) };
}

/** The distances from place to place. */
export function stepsOf(places: readonly Point[]): readonly number[] {
  return places.slice(1).map((place, at) => {
    const before = places[at] as Point;
    return Math.hypot(place.x - before.x, place.y - before.y);
  });
}

/** By how much each distance is longer than usual: the aisles of a row. */
export function gapsOf({ line, places }: Pick<DrawnRow, 'line' | 'places'>): readonly number[] {
  const spacing = lineOf({ line, places }).spacing;
  return stepsOf(places).map((step) => (step > spacing * GAP ? Math.round(step - spacing) : 0));
}

/** The point in the middle of the two ends of a row. */
export function middleOfEnds(places: readonly Point[]): Point {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return { x: 0, y: 0 };
  return { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
}

/** Points on a circle, clockwise from the top. */
export function pointsRound(radius: number, count: number): readonly Point[] {
  return Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / count;
    return rounded({ x: radius * Math.sin(angle), y: -radius * Math.cos(angle) });
  });
}

/** A point turned clockwise round the origin, by degrees. */
export function turned({ x, y }: Point, degrees: number): Point {
  if (degrees === 0) return { x, y };
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

/** To a hundredth of a unit, so that what is saved stays short. */
export function rounded({ x, y }: Point): Point {
  return { x: tidy(x), y: tidy(y) };
}

/** A number to a hundredth. */
export function tidy(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}

/** Where one is after a way along an arc of this length that bends away by `bend` in its middle. */
function curveOf(length: number, bend: number): (way: number) => Point {
  const part = Math.min(MOST_BEND, Math.abs(bend) / (length || 1));
  if (part < 1e-4) return (way) => ({ x: way - length / 2, y: 0 });
  const half = halfAngle(part);
  const radius = length / (2 * half);
  const side = Math.sign(bend);
  return (way) => {
    const angle = (2 * half * way) / length - half;
    return { x: radius * Math.sin(angle), y: side * radius * (Math.cos(angle) - Math.cos(half)) };
  };
}

/** Half the angle of an arc whose height is this part of its length; found by halving, since there is no formula. */
function halfAngle(part: number): number {
  let [low, high] = [0, 2.3];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if ((1 - Math.cos(middle)) / (2 * middle) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function usualStep(places: readonly Point[]): number {
  const steps = [...stepsOf(places)].sort((one, other) => one - other);
  return tidy(steps[Math.floor((steps.length - 1) / 2)] ?? SEAT_WIDTH);
}
