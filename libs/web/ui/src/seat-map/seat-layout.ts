import { MapSeat, rowName } from './map-seat';

/** Distance between the middles of two neighbouring seats, in units of the drawing. */
export const PITCH = 24;

/** How far the outer seats of a row bend towards the stage, in units, at most. */
const MAX_BEND = PITCH * 1.6;
const GUTTER = PITCH * 1.05;
const MARGIN = PITCH * 0.35;

/**
 * A seat with its place in the drawing: `x`, `y` are its middle in units; it is `seats[index]`, as in the list that was
 * placed, and `rows[row].seats[column]`.
 */
export interface PlacedSeat {
  readonly seat: MapSeat;
  readonly index: number;
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  /** The same place as SVG wants it. */
  readonly transform: string;
}

/** One row of the plan, front row first. `labelX`, `labelY` place its letter. */
export interface PlacedRow {
  /** Its number from the stage, over all sections. */
  readonly order: number;
  /** What stands beside it: "C". */
  readonly label: string;
  /** What it is called: "Row C", "Stalls · Row C". */
  readonly name: string;
  readonly labelX: number;
  readonly labelY: number;
  readonly seats: readonly PlacedSeat[];
}

/** The whole drawing, in units. */
export interface SeatLayout {
  readonly rows: readonly PlacedRow[];
  readonly seats: readonly PlacedSeat[];
  readonly width: number;
  readonly height: number;
  readonly stagePath: string;
  readonly stageX: number;
  readonly stageY: number;
  /** How much larger than usual the stage and its lettering are: a wide plan has a large one. */
  readonly stageScale: number;
}

/** Moves of the keyboard over the map. */
export type SeatMove = 'left' | 'right' | 'up' | 'down' | 'rowStart' | 'rowEnd' | 'first' | 'last';

/** Places seats row by row, as the plan orders them, each row centred before the stage and slightly bent around it. */
export function placeSeats(seats: readonly MapSeat[]): SeatLayout {
  const groups = groupByRow(seats);
  const columns = Math.max(1, ...groups.map((group) => group.length));
  const scale = Math.min(2.8, Math.max(1, columns / 15));
  const hall: Hall = {
    columns,
    left: GUTTER,
    bend: Math.min(MAX_BEND, columns * 1.1),
    scale,
    top: PITCH * (0.9 + 1.5 * scale),
  };
  const rows = groups.map((group, row) => placeRow(hall, group, row));
  const stage = stageOf(hall);
  return {
    rows,
    seats: rows.flatMap((row) => row.seats).sort((one, other) => one.index - other.index),
    width: GUTTER + columns * PITCH + MARGIN,
    height: hall.top + hall.bend + rows.length * PITCH + MARGIN,
    ...stage,
  };
}

/** The seat at a point of the drawing (units), or undefined where there is none. */
export function seatAt(layout: SeatLayout, x: number, y: number): PlacedSeat | undefined {
  let nearest: PlacedSeat | undefined;
  let best = (PITCH / 2) ** 2 * 2;
  for (const placed of layout.seats) {
    const distance = (placed.x - x) ** 2 + (placed.y - y) ** 2;
    if (distance < best) {
      best = distance;
      nearest = placed;
    }
  }
  return nearest;
}

/** Where a move leads from a seat; the seat itself where the plan ends. */
export function moveFrom(layout: SeatLayout, from: PlacedSeat, move: SeatMove): PlacedSeat {
  const row = layout.rows[from.row]?.seats ?? [];
  switch (move) {
    case 'left':
      return row[from.column - 1] ?? from;
    case 'right':
      return row[from.column + 1] ?? from;
    case 'rowStart':
      return row[0] ?? from;
    case 'rowEnd':
      return row.at(-1) ?? from;
    case 'first':
      return layout.rows[0]?.seats[0] ?? from;
    case 'last':
      return layout.rows.at(-1)?.seats.at(-1) ?? from;
    case 'up':
      return nearestByX(layout.rows[from.row - 1], from);
    case 'down':
      return nearestByX(layout.rows[from.row + 1], from);
  }
}

interface IndexedSeat {
  readonly seat: MapSeat;
  readonly index: number;
}

interface Hall {
  readonly columns: number;
  readonly left: number;
  readonly bend: number;
  readonly scale: number;
  readonly top: number;
}

/** The seats with their places in the list, by rows from the stage, each row's from the left. */
export function groupByRow(seats: readonly MapSeat[]): readonly (readonly IndexedSeat[])[] {
  const groups = new Map<number, IndexedSeat[]>();
  for (const [index, seat] of seats.entries()) {
    const group = groups.get(seat.rowOrder);
    if (group) group.push({ seat, index });
    else groups.set(seat.rowOrder, [{ seat, index }]);
  }
  const rows = [...groups].sort(([one], [other]) => one - other).map(([, group]) => group);
  return rows.map((row) => row.sort((one, other) => one.seat.placeInRow - other.seat.placeInRow));
}

function placeRow(hall: Hall, group: readonly IndexedSeat[], row: number): PlacedRow {
  const indent = ((hall.columns - group.length) / 2) * PITCH;
  const seats = group.map(({ seat, index }, column) => {
    const x = hall.left + indent + (column + 0.5) * PITCH;
    const y = rowMiddle(hall, row) + bendAt(hall, x);
    return { seat, index, row, column, x, y, transform: `translate(${x} ${y})` };
  });
  const first = group[0]?.seat;
  return {
    order: first?.rowOrder ?? 0,
    label: first?.rowNumber ?? '',
    name: first ? rowName(first) : '',
    labelX: hall.left / 2,
    labelY: rowMiddle(hall, row) + bendAt(hall, hall.left),
    seats,
  };
}

function rowMiddle(hall: Hall, row: number): number {
  return hall.top + (row + 0.5) * PITCH;
}

/** Rows hang like a smile: deepest in the middle, so that every seat looks at the stage. */
function bendAt(hall: Hall, x: number): number {
  const half = (hall.columns * PITCH) / 2;
  const offset = (x - hall.left - half) / half;
  return hall.bend * (1 - offset * offset);
}

function stageOf(hall: Hall): Pick<SeatLayout, 'stagePath' | 'stageX' | 'stageY' | 'stageScale'> {
  const wide = hall.columns * PITCH;
  const middle = hall.left + wide / 2;
  const half = Math.max(wide * 0.36, PITCH * 2.5);
  const top = PITCH * 0.3;
  const side = top + PITCH * 0.85 * hall.scale;
  const sag = side + hall.bend * 0.9;
  const stagePath = `M${middle - half} ${top}H${middle + half}V${side}Q${middle} ${sag + PITCH * 0.5} ${middle - half} ${side}Z`;
  return { stagePath, stageX: middle, stageY: (top + side) / 2 + hall.bend * 0.2, stageScale: hall.scale };
}

function nearestByX(row: PlacedRow | undefined, from: PlacedSeat): PlacedSeat {
  return (
    (row?.seats ?? []).reduce<PlacedSeat | undefined>(
      (best, seat) => (best && Math.abs(best.x - from.x) <= Math.abs(seat.x - from.x) ? best : seat),
      undefined,
    ) ?? from
  );
}
