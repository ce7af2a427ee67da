import { MapGeometry } from './map-geometry';

/**
 * So many seats are elements of the page at once, whatever the size of the plan: those around the seat that the keyboard is
 * at. A small plan is there as a whole.
 */
const MOST = 240;
const MOST_IN_ROW = 48;

/** Some seats of a row, from the left. */
export interface CellRow {
  /** Which row of the plan. */
  readonly row: number;
  readonly seats: readonly number[];
}

/** Where a seat is on the plan, in shares of it (percent). */
export interface CellBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function boxOf(geometry: MapGeometry, index: number): CellBox {
  const { bounds, plan } = geometry;
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
  const half = geometry.radiusOf(index);
  return {
    left: (((plan.x[index] as number) - half - bounds.left) / width) * 100,
    top: (((plan.y[index] as number) - half - bounds.top) / height) * 100,
    width: ((2 * half) / width) * 100,
    height: ((2 * half) / height) * 100,
  };
}

/** Moves of the keyboard over the map. */
export type SeatMove = 'left' | 'right' | 'up' | 'down' | 'rowStart' | 'rowEnd' | 'first' | 'last';

/** The seats around one of them: of its row, then of the rows before and behind it as many as there is room for. */
export function cellsAround(geometry: MapGeometry, center: number): readonly CellRow[] {
  const at = geometry.plan.row[center] as number;
  const found: CellRow[] = [];
  let left = MOST;
  for (const row of rowsFrom(geometry, at)) {
    const seats = near(geometry, row, center);
    if (seats.length > left) break;
    left -= seats.length;
    found.push({ row, seats });
  }
  return found.sort((one, other) => one.row - other.row);
}

/** Where a move leads from a seat; the seat itself where the plan ends. */
export function moveFrom(geometry: MapGeometry, from: number, move: SeatMove): number {
  const at = geometry.plan.row[from] as number;
  const row = geometry.rows[at] as readonly number[];
  const place = geometry.plan.inRow[from] as number;
  switch (move) {
    case 'left':
      return row[place - 1] ?? from;
    case 'right':
      return row[place + 1] ?? from;
    case 'rowStart':
      return row[0] ?? from;
    case 'rowEnd':
      return row.at(-1) ?? from;
    case 'first':
      return geometry.rows.find((seats) => seats.length > 0)?.[0] ?? from;
    case 'last':
      return geometry.rows.findLast((seats) => seats.length > 0)?.at(-1) ?? from;
    case 'up':
      return nearestIn(geometry, geometry.rows.slice(0, at).findLast(isSeated), from);
    case 'down':
      return nearestIn(geometry, geometry.rows.slice(at + 1).find(isSeated), from);
  }
}

/** All rows with seats, the one at a place first, then its neighbours before and behind it in turn. */
function* rowsFrom({ rows }: MapGeometry, at: number): Generator<number> {
  if (rows[at]?.length) yield at;
  for (let away = 1; away < rows.length; away++) {
    for (const row of [at + away, at - away]) if (rows[row]?.length) yield row;
  }
}

/** The seats of a row, or of a long one those that are nearest to a seat. */
function near(geometry: MapGeometry, row: number, center: number): readonly number[] {
  const seats = geometry.rows[row] as readonly number[];
  if (seats.length <= MOST_IN_ROW || geometry.plan.size <= MOST) return seats;
  const middle = seats.indexOf(nearestIn(geometry, seats, center));
  const from = Math.min(Math.max(0, middle - MOST_IN_ROW / 2), seats.length - MOST_IN_ROW);
  return seats.slice(from, from + MOST_IN_ROW);
}

function nearestIn({ plan }: MapGeometry, seats: readonly number[] | undefined, from: number): number {
  const x = plan.x[from] as number;
  const far = (index: number): number => Math.abs((plan.x[index] as number) - x);
  return (seats ?? []).reduce((best, index) => (far(best) <= far(index) ? best : index), seats?.[0] ?? from);
}

function isSeated(seats: readonly number[]): boolean {
  return seats.length > 0;
}
