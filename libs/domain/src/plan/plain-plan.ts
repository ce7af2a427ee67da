import { DomainError } from '../error';
import { LIMITS } from '../limits';
import { Category, Place, Plan, Row } from './plan';

/** From the middle of a seat to that of its neighbour, and from row to row, in plan units. */
export const SEAT_WIDTH = 50;
export const ROW_DEPTH = 90;

/** The one category of a plain plan, which nobody names. */
export const PLAIN_CATEGORY: Category = { key: 'all', name: '', color: '#1976d2' };

/** The size of a plain plan: straight rows of which the last may be shorter. */
export interface Layout {
  readonly totalSeats: number;
  readonly seatsPerRow: number;
}

/** Either a number of seats, or rows × seats per row. */
export interface LayoutRequest {
  readonly totalSeats?: number;
  readonly rows?: number;
  readonly seatsPerRow?: number;
}

/**
 * The layout that a request asks for.
 * @throws DomainError `validation-failed` when neither or both forms are given, or the plan is too large.
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
  if (!Number.isInteger(layout.totalSeats) || layout.totalSeats < 1 || !Number.isInteger(layout.seatsPerRow)) {
    throw invalidLayout(grid ? 'rows' : 'totalSeats', 'A show has at least one seat.');
  }
  if (layout.totalSeats > LIMITS.seatsPerShow) {
    throw invalidLayout(grid ? 'rows' : 'totalSeats', `A show has at most ${LIMITS.seatsPerShow} seats.`);
  }
  return layout;
}

/**
 * The plan of a venue of which only the size is known: one section without a name, rows A … Z, AA …, places numbered from
 * the stage to the back and from the left. A place is found without the others, so a booking in a plan of 100,000 places
 * costs no more than in a small one.
 */
export function plainPlan(layout: Layout): Plan {
  const place = (number: number): Place | undefined =>
    Number.isInteger(number) && number >= 0 && number < layout.totalSeats ? placeAt(layout, number) : undefined;
  return {
    size: layout.totalSeats,
    categories: [PLAIN_CATEGORY],
    place,
    indexOf: (number) => (place(number) === undefined ? -1 : number),
    numberAt: (index) => (place(index) === undefined ? NaN : index),
    get sections() {
      return [{ name: '', rows: rowsOfLayout(layout) }];
    },
  };
}

function placeAt({ seatsPerRow }: Layout, number: number): Place {
  const [row, column] = [Math.floor(number / seatsPerRow), number % seatsPerRow];
  const label = `${column + 1}`;
  const at = { x: column * SEAT_WIDTH, y: row * ROW_DEPTH };
  return {
    number,
    section: '',
    row: rowLabel(row),
    label,
    rowOrder: row + 1,
    placeInRow: column + 1,
    category: PLAIN_CATEGORY.key,
    at,
  };
}

function rowsOfLayout(layout: Layout): readonly Row[] {
  const { totalSeats, seatsPerRow } = layout;
  return Array.from({ length: Math.ceil(totalSeats / seatsPerRow) }, (_, row) => {
    const first = row * seatsPerRow;
    const length = Math.min(seatsPerRow, totalSeats - first);
    return { label: rowLabel(row), places: Array.from({ length }, (__, i) => placeAt(layout, first + i)) };
  });
}

/** How the ids of plain plans begin; no other id does. */
const PLAIN = 'plain-';

/** The id of a plain plan, by which its layout is asked for; it has one version. */
export function plainPlanId({ totalSeats, seatsPerRow }: Layout): string {
  return `${PLAIN}${totalSeats}-${seatsPerRow}`;
}

/** Whether the id is that of a plain plan. */
export function isPlainPlan(planId: string): boolean {
  return planId.startsWith(PLAIN);
}

/** The version of a plain plan. */
export const PLAIN_VERSION = 1;

/** What a show has of its plan. */
interface InItsPlan {
  readonly plan: Plan;
  readonly planId: string;
  readonly planVersion: number;
}

/** A show of this size in its plain plan. */
export function inPlainPlan<Show extends Layout>(show: Show): Show & InItsPlan {
  return { ...show, plan: plainPlan(show), planId: plainPlanId(show), planVersion: PLAIN_VERSION };
}

/** Label of the row at `index` (from 0), as spreadsheets name columns: A … Z, AA, AB … */
export function rowLabel(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : rowLabel(Math.floor(index / 26) - 1) + letter;
}

/** A plan about twice as wide as deep, in rows that people can still count. */
function defaultRowLength(totalSeats: number): number {
  return Math.min(totalSeats, Math.max(10, Math.ceil(Math.sqrt(totalSeats * 2))));
}

function invalidLayout(field: string, message: string): DomainError {
  return new DomainError('validation-failed', message, { fields: [{ field, message }] });
}
