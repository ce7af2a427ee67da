import { MapSeat, MapSeatStatus, rowLabel, SEAT_STATUSES } from './map-seat';
import { groupByRow, placeSeats, SeatLayout } from './seat-layout';

/** One row of a plan from the stage to the back: the states of its seats, left to right. */
export interface PlanRow {
  /** "C", "Stalls · C". */
  readonly name: string;
  readonly seats: readonly MapSeatStatus[];
}

/** How many seats of a plan, or of a part of it, are in each state. */
export type SeatCounts = Readonly<Record<MapSeatStatus, number>>;

/** Some neighbouring rows drawn as one stripe. `widest`: the seats of the longest of them. */
export interface PlanBand {
  readonly from: string;
  readonly to: string;
  readonly widest: number;
  readonly counts: SeatCounts;
}

/** The seats of a map as rows, as the plan orders them. */
export function rowsOf(seats: readonly MapSeat[]): readonly PlanRow[] {
  return groupByRow(seats).map((row) => ({
    name: row[0] ? rowLabel(row[0].seat) : '',
    seats: row.map(({ seat }) => seat.status),
  }));
}

/** How many seats of these rows are in each state. */
export function countSeats(rows: readonly PlanRow[]): SeatCounts {
  const counts = { AVAILABLE: 0, HELD: 0, BOOKED: 0, BLOCKED: 0 };
  for (const row of rows) for (const status of row.seats) counts[status]++;
  return counts;
}

/** At most `most` stripes of equally many rows each, the last one perhaps of fewer. */
export function bandsOf(rows: readonly PlanRow[], most: number): readonly PlanBand[] {
  const step = Math.max(1, Math.ceil(rows.length / most));
  return Array.from({ length: Math.ceil(rows.length / step) }, (_, band) => {
    const group = rows.slice(band * step, (band + 1) * step);
    return {
      from: group[0]?.name ?? '',
      to: group.at(-1)?.name ?? '',
      widest: Math.max(...group.map((row) => row.seats.length)),
      counts: countSeats(group),
    };
  });
}

/** The place of every seat, on the same plan that customers see. For plans of a few thousand seats. */
export function placeRows(rows: readonly PlanRow[]): SeatLayout {
  return placeSeats(
    rows.flatMap(({ name, seats }, row) =>
      seats.map((status, index) => ({
        ...{ id: `${row} ${index}`, name: '', section: '', rowNumber: name, seatNumber: index + 1 },
        ...{ rowOrder: row + 1, placeInRow: index + 1, status },
      })),
    ),
  );
}

// A chair as on the customers' map; each state has a drawing of its own, so that colour only repeats it.
const CHAIR: Outline = [
  [-8.5, -5.5, 'a3 3 0 0 1 3-3h11a3 3 0 0 1 3 3v5a8.5 8.5 0 0 1-8.5 8.5h0a8.5 8.5 0 0 1-8.5-8.5z'],
];
const DOT: Outline = [[-3, -0.5, 'a3 3 0 1 0 6 0a3 3 0 1 0-6 0z']];
const CROSS: Outline = [
  [-3.6, -3.6, 'l7.2 7.2'],
  [3.6, -3.6, 'l-7.2 7.2'],
];
type Outline = readonly (readonly [x: number, y: number, rest: string])[];
const OUTLINES: Readonly<Record<MapSeatStatus, Outline>> = {
  AVAILABLE: CHAIR,
  HELD: [...CHAIR, ...DOT],
  BOOKED: CHAIR,
  BLOCKED: [...CHAIR, ...CROSS],
};

/** All seats of one state as one outline: four elements draw a plan, however many seats it has. */
export function outlinesOf(layout: SeatLayout): readonly { readonly status: MapSeatStatus; readonly path: string }[] {
  const paths: Record<MapSeatStatus, string[]> = { AVAILABLE: [], HELD: [], BOOKED: [], BLOCKED: [] };
  for (const { seat, x, y } of layout.seats) {
    for (const [dx, dy, rest] of OUTLINES[seat.status])
      paths[seat.status].push(`M${round(x + dx)} ${round(y + dy)}${rest}`);
  }
  return SEAT_STATUSES.map((status) => ({ status, path: paths[status].join('') })).filter(({ path }) => path !== '');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
