import { DrawnPlace, DrawnRow, NumberRange, PlaceMarks, Point, SeatSection, StandingSection } from '@modex/domain';
import { Warnings } from '../imported-plan';
import { CsvRow, CsvSeat, CsvSection } from './csv-hall';
import { lineAt } from './csv-table';

/** The size of a section to stand in, which a table does not say, in plan units. */
const STANDING = { x: 100, width: 900, height: 300 } as const;

/** The numbers of the seats, in the order of the table's sections and rows, and the keys of their categories. */
export class Numbered {
  private readonly numbers = new Map<CsvSeat, number>();
  private readonly byName = new Map<string, number>();

  constructor(
    hall: readonly CsvSection[],
    private readonly categories: ReadonlyMap<string, string>,
  ) {
    for (const { name, rows } of hall) {
      for (const row of rows) {
        for (const seat of row.seats) {
          this.byName.set(nameOf([name, row.label, seat.label]), this.numbers.size);
          this.numbers.set(seat, this.numbers.size);
        }
      }
    }
  }

  numberOf(seat: CsvSeat): number {
    return this.numbers.get(seat) as number;
  }

  categoryOf({ category }: CsvSeat): string {
    return this.categories.get(category) as string;
  }

  /** @param parts the label of a seat, if need be behind its row and its section; what is left out is that of the asker */
  find(parts: readonly string[], section: string, row: string): number | undefined {
    const whole = [section, row].slice(0, Math.max(0, 3 - parts.length));
    return this.byName.get(nameOf([...whole, ...parts]));
  }
}

function nameOf(parts: readonly string[]): string {
  return parts.join('\n');
}

/** A section of seats; its position is that of its first seat, and so is that of each row. */
export function seatSection(section: CsvSection, key: string, numbered: Numbered, warnings: Warnings): SeatSection {
  const origin = firstOf(section.rows[0] as CsvRow);
  const rows = section.rows.map((row) => toRow(section, row, origin, numbered, warnings));
  return { kind: 'seats', key, name: section.name, ...origin, rotation: 0, rows };
}

function firstOf({ seats }: CsvRow): Point {
  return seats[0]?.at as Point;
}

function toRow(section: CsvSection, row: CsvRow, origin: Point, numbered: Numbered, warnings: Warnings): DrawnRow {
  const first = firstOf(row);
  const places = row.seats.map((seat): DrawnPlace => {
    const at = seat.at as Point;
    return {
      number: numbered.numberOf(seat),
      label: seat.label,
      category: numbered.categoryOf(seat),
      ...less(at, first),
      ...marksOf(seat, section, row, numbered, warnings),
      ...seat.extras,
    };
  });
  const words = {
    ...(row.word === undefined ? {} : { word: row.word }),
    ...(row.seatWord === undefined ? {} : { seatWord: row.seatWord }),
  };
  return { label: row.label, ...words, ...less(first, origin), places };
}

function marksOf(seat: CsvSeat, section: CsvSection, row: CsvRow, numbered: Numbered, warnings: Warnings): PlaceMarks {
  const { marks, companionOf } = seat.attributes;
  if (companionOf === undefined) return marks;
  const number = numbered.find(companionOf, section.name, row.label);
  if (number !== undefined) return { ...marks, companionOf: number };
  const message = `There is no seat ${companionOf.join(' / ')} of which seat ${seat.label} in line ${seat.line} could be the companion; that was left out.`;
  warnings.add(lineAt(seat.line), message);
  return marks;
}

/** A section in which people stand; its places are in one row. */
export function standingSection(
  { name, rows }: CsvSection,
  key: string,
  top: number,
  numbered: Numbered,
): StandingSection {
  const seats = rows.flatMap((row) => row.seats);
  const [first] = seats as [CsvSeat];
  const numbers: NumberRange = { first: numbered.numberOf(first), count: seats.length };
  const seatWord = rows[0]?.seatWord;
  return {
    ...{ kind: 'standing', key, name, x: STANDING.x, y: top, rotation: 0 },
    ...{ width: STANDING.width, height: STANDING.height, category: numbered.categoryOf(first), numbers: [numbers] },
    ...(seatWord === undefined ? {} : { seatWord }),
  };
}

function less(one: Point, other: Point): Point {
  return { x: rounded(one.x - other.x), y: rounded(one.y - other.y) };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
