import { Point, ROW_DEPTH, SEAT_WIDTH } from '@modex/domain';
import { CsvRow, CsvSeat, CsvSection } from './csv-hall';

/** Between sections that are laid out below each other. */
const BETWEEN_SECTIONS = 120;
/** From the corner of the plan to its first row, with room for a stage. */
const [LEFT, TOP] = [100, 260];

/**
 * Gives every seat without a position one: sections without any below each other, in centred rows, the first row nearest the
 * stage; further rows of a section behind its others; further seats of a row at its right end.
 * @returns how many seats were laid out
 */
export function layOut(sections: readonly CsvSection[]): number {
  const [missing, placed] = [
    seatsOf(sections).filter(({ at }) => at === undefined),
    seatsOf(sections).filter(isPlaced),
  ];
  if (missing.length === 0) return 0;
  const all = boundsOf(placed);
  const widest = Math.max(...sections.flatMap(({ rows }) => rows.map(({ seats }) => seats.length)));
  const middle = all === undefined ? LEFT + ((widest - 1) * SEAT_WIDTH) / 2 : (all.left + all.right) / 2;
  let top = all === undefined ? TOP : all.bottom + ROW_DEPTH + BETWEEN_SECTIONS;
  for (const section of sections) {
    const own = boundsOf(seatsOf([section]).filter(isPlaced));
    const rows = section.rows.filter(({ seats }) => !seats.some(isPlaced));
    section.rows.filter((row) => !rows.includes(row)).forEach(extendRow);
    const first = own === undefined ? top : own.bottom + ROW_DEPTH;
    const centre = own === undefined ? middle : (own.left + own.right) / 2;
    rows.forEach((row, at) => placeRow(row, { x: centre, y: first + at * ROW_DEPTH }));
    if (own === undefined) top += rows.length * ROW_DEPTH + BETWEEN_SECTIONS;
  }
  return missing.length;
}

function placeRow({ seats }: CsvRow, middle: Point): void {
  seats.forEach((seat, at) => {
    seat.at = { x: middle.x + (at - (seats.length - 1) / 2) * SEAT_WIDTH, y: middle.y };
  });
}

function extendRow({ seats }: CsvRow): void {
  let end: Point | undefined;
  for (const { at } of seats) if (at !== undefined && (end === undefined || at.x > end.x)) end = at;
  if (end === undefined) return;
  for (const seat of seats) {
    if (seat.at === undefined) seat.at = end = { x: end.x + SEAT_WIDTH, y: end.y };
  }
}

function seatsOf(sections: readonly CsvSection[]): readonly CsvSeat[] {
  return sections.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats));
}

function isPlaced(seat: CsvSeat): seat is CsvSeat & { at: Point } {
  return seat.at !== undefined;
}

function boundsOf(
  seats: readonly { readonly at: Point }[],
): { readonly left: number; readonly right: number; readonly bottom: number } | undefined {
  if (seats.length === 0) return undefined;
  let [left, right, bottom] = [Infinity, -Infinity, -Infinity];
  for (const { at } of seats) {
    [left, right, bottom] = [Math.min(left, at.x), Math.max(right, at.x), Math.max(bottom, at.y)];
  }
  return { left, right, bottom };
}
