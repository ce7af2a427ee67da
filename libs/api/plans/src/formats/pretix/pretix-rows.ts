import { DrawnPlace, DrawnRow, Point } from '@modex/domain';
import { UniqueNames } from '../unique-name';
import { Warnings } from '../imported-plan';
import { PretixPoint, PretixRow, PretixSeat } from './pretix-format';
import { Named, rowNamed, seatNamed } from './pretix-words';

/** What the rows of a file are made with. */
export interface RowMaking {
  /** Keys of the categories by their names in the file. */
  readonly categories: ReadonlyMap<string, string>;
  /** The number of the next place; remembers where the file has it. */
  readonly nextNumber: (source: string) => number;
  readonly warnings: Warnings;
}

/** A row that grows piece by piece. */
interface GrowingRow extends Point {
  readonly word: string | undefined;
  readonly seatWord: string | undefined;
  readonly label: string;
  readonly places: DrawnPlace[];
  readonly labels: Set<string>;
}

/**
 * The rows of a zone. Rows of one name are pieces of one row, parted by an aisle, as long as their seats have different
 * names; a piece that counts anew becomes a row of its own, and that is told.
 */
export function rowsOf(
  rows: readonly PretixRow[],
  pointer: string,
  zone: string,
  making: RowMaking,
): readonly DrawnRow[] {
  const byName = new Map<string, GrowingRow[]>();
  const names = new UniqueNames();
  const made: GrowingRow[] = [];
  rows.forEach((raw, at) => {
    const where = `${pointer}/rows/${at}`;
    const row = withNumbers(raw, at, where, making.warnings);
    if (row.seats.length === 0)
      return making.warnings.add(where, `${fullName(rowNamed(row))} of ${zone} has no seats and was left out.`);
    const pieces = byName.get(fullName(rowNamed(row))) ?? [];
    const piece = pieces.find((other) => goesOn(other, row)) ?? newRow(row, names, made);
    if (!pieces.includes(piece)) {
      if (pieces.length > 0) tellCountsAnew(row, piece, where, zone, making.warnings);
      byName.set(fullName(rowNamed(row)), [...pieces, piece]);
    }
    addSeats(piece, row, where, making);
  });
  return made.map(toRow);
}

/** The row with a number for itself and for each seat: those without one are counted, since nobody finds what has no name. */
function withNumbers(row: PretixRow, at: number, where: string, warnings: Warnings): PretixRow {
  const isNamed = Boolean(row.row_label?.trim()) || row.row_number.trim() !== '';
  const counted = row.seats.filter(({ seat_number }) => seat_number.trim() === '').length;
  if (isNamed && counted === 0) return row;
  if (!isNamed) warnings.add(where, `A row has no name; it is called Row ${at + 1} here.`);
  if (counted > 0)
    warnings.add(where, `${counted} seats of a row have no number; they got that of their place in the row.`);
  const seats = row.seats.map((seat, index) =>
    seat.seat_number.trim() === '' ? { ...seat, seat_number: `${index + 1}` } : seat,
  );
  return { ...row, ...(isNamed ? {} : { row_number: `${at + 1}`, row_label: null }), seats };
}

function goesOn(piece: GrowingRow, row: PretixRow): boolean {
  const named = row.seats.map(({ seat_number }) => seatNamed(row.seat_label, seat_number));
  return named.every(({ word, label }) => word === piece.seatWord && !piece.labels.has(label));
}

function newRow(row: PretixRow, names: UniqueNames, made: GrowingRow[]): GrowingRow {
  const named = rowNamed(row);
  const whole = names.next(fullName(named));
  const label = named.label + whole.slice(fullName(named).length);
  const { x, y } = row.position ?? { x: 0, y: 0 };
  const seatWord = seatNamed(row.seat_label, '').word;
  const begun: GrowingRow = { x, y, word: named.word, seatWord, label, places: [], labels: new Set() };
  made.push(begun);
  return begun;
}

function tellCountsAnew(row: PretixRow, piece: GrowingRow, where: string, zone: string, warnings: Warnings): void {
  const name = fullName(rowNamed(row));
  const now = fullName({ ...(piece.word !== undefined && { word: piece.word }), label: piece.label });
  warnings.add(
    where,
    `${name} of ${zone} has pieces that use the same seat numbers. All seats were kept; this piece is named ${now}. Rename it, or merge the pieces, in the editor.`,
  );
}

function addSeats(piece: GrowingRow, row: PretixRow, where: string, making: RowMaking): void {
  const origin = row.position ?? { x: 0, y: 0 };
  const shift = { x: origin.x - piece.x, y: origin.y - piece.y };
  const labels = new UniqueNames();
  row.seats.forEach((seat, at) => {
    const source = `${where}/seats/${at}`;
    const wanted = seatNamed(row.seat_label, seat.seat_number).label;
    const label = labels.next(wanted);
    if (label !== wanted) {
      making.warnings.add(source, `${fullName(rowNamed(row))} has two seats ${wanted}; the second is named ${label}.`);
    }
    piece.labels.add(label);
    piece.places.push(toPlace(seat, label, shift, making.nextNumber(source), making));
  });
}

function toPlace(
  seat: PretixSeat,
  label: string,
  shift: PretixPoint,
  number: number,
  { categories }: RowMaking,
): DrawnPlace {
  return {
    number,
    label,
    category: categories.get(seat.category) as string,
    x: sum(seat.position.x, shift.x),
    y: sum(seat.position.y, shift.y),
    ...(seat.radius === undefined || seat.radius === null ? {} : { radius: Math.abs(seat.radius) }),
    ...(seat.seat_guid === '' ? {} : { guid: seat.seat_guid }),
  };
}

function toRow({ label, word, seatWord, x, y, places }: GrowingRow): DrawnRow {
  const words = { ...(word === undefined ? {} : { word }), ...(seatWord === undefined ? {} : { seatWord }) };
  return { label, ...words, x, y, places };
}

/** What a row is called in the file. */
export function fullName({ word = 'Row', label }: Named): string {
  return word === '' ? label : `${word} ${label}`;
}

/** A sum without the dust of binary fractions. */
function sum(one: number, other: number): number {
  return other === 0 ? one : Math.round((one + other) * 1_000) / 1_000;
}
