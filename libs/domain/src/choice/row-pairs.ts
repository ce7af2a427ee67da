import { SeatingRow } from './seating';

/** Which places of the row behind are right behind each place: `from` to `to`, both inclusive; none where `from` is above. */
export interface BehindPlaces {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** A place is right behind another one if it is nearly as near to it as any place of the two rows is to another. */
const NEARLY = 1.1;
/** Rows further apart than this are not one behind the other, in rows. */
const FAR = 2.5;
/** How many seat widths a row is deep, about: distances across rows are compared in seat widths. */
const WIDTHS = 1.8;

/** The row behind a row, of the same section. */
export function rowBehind(
  rows: readonly SeatingRow[],
  { index, section, isStanding }: SeatingRow,
): SeatingRow | undefined {
  const behind = rows[index + 1];
  return !isStanding && behind?.section === section && !behind.isStanding ? behind : undefined;
}

/** Of two rows, which places are behind which; undefined if they are not one behind the other. */
export function placesBehind(front: SeatingRow, rear: SeatingRow): BehindPlaces | undefined {
  const nearest = nearestOf(front, rear);
  const least = Math.min(...nearest.map((at, place) => distance(front, place, rear, at)));
  if (!(least <= FAR * WIDTHS)) return undefined;
  const limit = NEARLY * least;
  const [from, to]: [number[], number[]] = [[], []];
  nearest.forEach((at, place) => {
    const isBehind = (other: number): boolean =>
      other >= 0 && other < rear.places.length && distance(front, place, rear, other) <= limit;
    let [low, high] = [at, at];
    while (isBehind(low - 1)) low--;
    while (isBehind(high + 1)) high++;
    from.push(isBehind(at) ? low : 0);
    to.push(isBehind(at) ? high : -1);
  });
  return { from, to };
}

/** For each place the nearest one of the other row: places that are neighbours have neighbours as their nearest ones. */
function nearestOf(front: SeatingRow, rear: SeatingRow): readonly number[] {
  let nearest = 0;
  rear.places.forEach((_, at) => {
    if (distance(front, 0, rear, at) < distance(front, 0, rear, nearest)) nearest = at;
  });
  return front.places.map((_, place) => {
    const isNearer = (at: number): boolean =>
      at >= 0 && at < rear.places.length && distance(front, place, rear, at) < distance(front, place, rear, nearest);
    while (isNearer(nearest + 1)) nearest++;
    while (isNearer(nearest - 1)) nearest--;
    return nearest;
  });
}

function distance(front: SeatingRow, place: number, rear: SeatingRow, other: number): number {
  const [one, two] = [front.spots[place], rear.spots[other]];
  if (one === undefined || two === undefined) return Infinity;
  return Math.hypot(one.column - two.column, WIDTHS * (one.depth - two.depth));
}
