import { DomainError } from './error';
import { LIMITS } from './limits';

/** A house of straight rows; the last row may be shorter. */
export interface Layout {
  readonly totalSeats: number;
  readonly seatsPerRow: number;
}

/** A row by its name, with how many seats it has. */
export interface LayoutRow {
  readonly rowNumber: string;
  readonly seats: number;
}

/** Either a number of seats, or rows × seats per row. */
export interface LayoutRequest {
  readonly totalSeats?: number;
  readonly rows?: number;
  readonly seatsPerRow?: number;
}

/**
 * The layout that a request asks for.
 * @throws DomainError `validation-failed` when neither or both forms are given, or the house is too large.
 */
export function layoutOf({ totalSeats, rows, seatsPerRow }: LayoutRequest): Layout {
  const grid = rows !== undefined && seatsPerRow !== undefined;
  const half = (rows !== undefined) !== (seatsPerRow !== undefined);
  if (half || grid === (totalSeats !== undefined)) {
    throw invalidLayout('totalSeats', 'Give either totalSeats, or rows and seatsPerRow.');
  }
  const layout = grid
    ? { totalSeats: rows * seatsPerRow, seatsPerRow }
    : { totalSeats: totalSeats as number, seatsPerRow: defaultRowLength(totalSeats as number) };
  if (layout.totalSeats > LIMITS.seatsPerShow) {
    throw invalidLayout(grid ? 'rows' : 'totalSeats', `A show has at most ${LIMITS.seatsPerShow} seats.`);
  }
  return layout;
}

/** The rows of a layout, front to back. */
export function rowsOf({ totalSeats, seatsPerRow }: Layout): readonly LayoutRow[] {
  return Array.from({ length: Math.ceil(totalSeats / seatsPerRow) }, (_, row) => ({
    rowNumber: rowName(row),
    seats: Math.min(seatsPerRow, totalSeats - row * seatsPerRow),
  }));
}

/** Name of the row at `index` (from 0), as spreadsheets name columns: A … Z, AA, AB … */
export function rowName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : rowName(Math.floor(index / 26) - 1) + letter;
}

/**
 * Id of the seat at `place` (from 0, front to back, left to right): the show's 16 hex digits and the
 * place in 8. Ids thus sort in layout order, which is the order seats are locked in, and whether a
 * seat belongs to a show is told without reading the database.
 */
export function seatIdAt(seatPrefix: string, place: number): string {
  return seatPrefix + place.toString(16).padStart(8, '0');
}

/** Whether the id names a seat of the house. */
export function isSeatOf(house: Layout & { readonly seatPrefix: string }, seatId: string): boolean {
  return seatId.startsWith(house.seatPrefix) && parseInt(seatId.slice(-8), 16) < house.totalSeats;
}

/** Row and number of the seat at `place` (from 0). */
export function seatNameAt({ seatsPerRow }: Layout, place: number): { rowNumber: string; seatNumber: number } {
  return { rowNumber: rowName(Math.floor(place / seatsPerRow)), seatNumber: (place % seatsPerRow) + 1 };
}

/** A house about twice as wide as deep, in rows that people can still count. */
function defaultRowLength(totalSeats: number): number {
  return Math.min(totalSeats, Math.max(10, Math.ceil(Math.sqrt(totalSeats * 2))));
}

function invalidLayout(field: string, message: string): DomainError {
  return new DomainError('validation-failed', message, { fields: [{ field, message }] });
}
