import { capacityOf, PlanDrawing } from './drawing';
import {
  LayoutRow,
  LayoutSection,
  LayoutStanding,
  layoutOfDrawing,
  onLine,
  PlanLayout,
  sizeOfRow,
  TENTHS,
} from './layout';
import { Category, Place, PlaceMarks, Plan, Section } from './plan';
import { withWord } from './seat-name';

/** A row as a plan knows it; standing places are one row without a label. */
export interface PlannedRow {
  /** Which section of the plan, from 0. */
  readonly section: number;
  readonly label: string;
  readonly word: string;
  readonly seatWord: string;
  /** From the stage over all sections, from 1. */
  readonly order: number;
  /** Of how many places. */
  readonly size: number;
  /** Absent where people stand. */
  readonly drawn?: LayoutRow;
  readonly standing?: LayoutStanding;
}

/** What is said of a place, as bits of `LaidOutPlan.marks`. */
export const MARKS = { wheelchair: 1, companion: 2, restrictedView: 4, aisle: 8 } as const;

/** What a standing place is called where its section does not say. */
const PLACE_WORD = 'Place';

/**
 * The plan of a layout. Its columns are in the order of the packed status, that of the numbers, so that what draws or
 * searches 100,000 places reads plain arrays; a place is made when it is asked for.
 */
export class LaidOutPlan implements Plan {
  readonly size: number;
  readonly rows: readonly PlannedRow[];
  /** The number of each place, rising. */
  readonly numbers: Uint32Array;
  /** Where each place is, in tenths of a unit; 0 where people stand. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Which category, from 0. */
  readonly category: Uint8Array;
  /** Which row of `rows`. */
  readonly row: Uint32Array;
  /** Which place of its row, from 0. */
  readonly inRow: Uint32Array;
  /** Bits of `MARKS`. */
  readonly marks: Uint8Array;
  /** The places of each row, by their index in these columns, from the left. */
  private readonly byRow: Uint32Array;
  private readonly firsts: readonly number[];

  constructor(readonly layout: PlanLayout) {
    this.rows = rowsOf(layout);
    this.firsts = firstsOf(this.rows);
    this.size = this.firsts.at(-1) as number;
    const numbers = this.numbersByRow();
    const order = orderOf(numbers);
    this.byRow = new Uint32Array(this.size);
    order.forEach((from, index) => (this.byRow[from] = index));
    this.numbers = numbers.map((_, index) => numbers[order[index] as number] as number);
    [this.x, this.y] = [new Int32Array(this.size), new Int32Array(this.size)];
    [this.row, this.inRow] = [new Uint32Array(this.size), new Uint32Array(this.size)];
    [this.category, this.marks] = [new Uint8Array(this.size), new Uint8Array(this.size)];
    this.rows.forEach((row, at) => this.fill(row, at));
  }

  get categories(): readonly Category[] {
    return this.layout.categories;
  }

  get sections(): readonly Section[] {
    return this.layout.sections.map(({ name }, section) => {
      const rows = this.rows.flatMap((row, at) => (row.section === section ? [{ label: row.label, at }] : []));
      return { name, rows: rows.map(({ label, at }) => ({ label, places: this.placesOf(at).map((i) => this.at(i)) })) };
    });
  }

  readonly place = (number: number): Place | undefined => {
    const index = this.indexOf(number);
    return index === -1 ? undefined : this.at(index);
  };

  readonly indexOf = (number: number): number => {
    let [low, high] = [0, this.size - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.numbers[middle] as number;
      if (found === number) return middle;
      if (found < number) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };

  readonly numberAt = (index: number): number => this.numbers[index] ?? NaN;

  /** The places of a row of `rows`, by their index in the columns, from the left. */
  placesOf(row: number): readonly number[] {
    return Array.from(this.byRow.subarray(this.firsts[row], this.firsts[row + 1]));
  }

  /** The place at an index of the columns. */
  at(index: number): Place {
    const row = this.rows[this.row[index] as number] as PlannedRow;
    const inRow = this.inRow[index] as number;
    return {
      number: this.numbers[index] as number,
      section: this.layout.sections[row.section]?.name ?? '',
      row: row.label,
      rowWord: row.word,
      label: labelOf(row, inRow),
      seatWord: row.seatWord,
      rowOrder: row.order,
      placeInRow: inRow + 1,
      category: this.categories[this.category[index] as number]?.key ?? '',
      at: row.drawn && { x: (this.x[index] as number) / TENTHS, y: (this.y[index] as number) / TENTHS },
      ...marksOf(row, inRow, this.marks[index] as number),
    };
  }

  private numbersByRow(): Uint32Array {
    const numbers = new Uint32Array(this.size);
    let at = 0;
    for (const { drawn, standing } of this.rows) {
      const runs = drawn === undefined ? (standing?.numbers ?? []) : pairsOf(drawn.numbers);
      for (const { first, count } of runs) {
        for (let number = first; number < first + count; number++) numbers[at++] = number;
      }
    }
    return numbers;
  }

  private fill({ drawn, standing, size }: PlannedRow, at: number): void {
    const places = this.placesOf(at);
    places.forEach((index, inRow) => {
      this.row[index] = at;
      this.inRow[index] = inRow;
      this.category[index] = standing?.category ?? 0;
    });
    if (drawn === undefined) return;
    this.fillPositions(drawn, places, size);
    let inRow = 0;
    for (const { first: category, count } of pairsOf(drawn.categories)) {
      for (const end = inRow + count; inRow < end; inRow++) this.category[places[inRow] as number] = category;
    }
    const { wheelchair, restrictedView, aisle, companionOf } = drawn.marks ?? {};
    this.mark(places, wheelchair, MARKS.wheelchair);
    this.mark(places, restrictedView, MARKS.restrictedView);
    this.mark(places, aisle, MARKS.aisle);
    this.mark(
      places,
      companionOf?.map(([place]) => place),
      MARKS.companion,
    );
  }

  private fillPositions({ line, at = [] }: LayoutRow, places: readonly number[], size: number): void {
    let [x, y] = [0, 0];
    places.forEach((index, inRow) => {
      if (line !== undefined) {
        ({ x, y } = onLine({ x: line[0], y: line[1] }, { x: line[2], y: line[3] }, inRow, size));
      } else {
        x += at[2 * inRow] ?? 0;
        y += at[2 * inRow + 1] ?? 0;
      }
      this.x[index] = x;
      this.y[index] = y;
    });
  }

  private mark(places: readonly number[], inRow: readonly number[] = [], bit: number): void {
    for (const place of inRow) {
      const index = places[place];
      if (index !== undefined) this.marks[index] = (this.marks[index] as number) | bit;
    }
  }
}

/** The plan that a drawing draws. */
export function drawnPlan(drawing: PlanDrawing): LaidOutPlan {
  return new LaidOutPlan(layoutOfDrawing(drawing));
}

function rowsOf({ sections, words }: PlanLayout): readonly PlannedRow[] {
  const rows = sections.flatMap((section, at) => rowsOfSection(section, at, words));
  return rows.map((row, order) => ({ ...row, order: order + 1 }));
}

function rowsOfSection(
  section: LayoutSection,
  at: number,
  words: PlanLayout['words'],
): readonly Omit<PlannedRow, 'order'>[] {
  if (section.kind === 'seats') {
    return section.rows.map((drawn) => ({
      section: at,
      label: drawn.label,
      word: drawn.word ?? words.row,
      seatWord: drawn.seatWord ?? words.seat,
      size: sizeOfRow(drawn),
      drawn,
    }));
  }
  const size = capacityOf(section);
  return [{ section: at, label: '', word: '', seatWord: section.seatWord ?? PLACE_WORD, size, standing: section }];
}

/** Where each row begins if all are written one after another, and where the last one ends. */
function firstsOf(rows: readonly PlannedRow[]): readonly number[] {
  const firsts = [0];
  for (const { size } of rows) firsts.push((firsts.at(-1) as number) + size);
  return firsts;
}

/** The positions of the numbers as they rise. */
function orderOf(numbers: Uint32Array): Uint32Array {
  const order = Uint32Array.from(numbers, (_, index) => index);
  const rises = numbers.every((number, at) => at === 0 || (numbers[at - 1] as number) < number);
  return rises ? order : order.sort((one, other) => (numbers[one] as number) - (numbers[other] as number));
}

function pairsOf(runs: readonly number[]): readonly { readonly first: number; readonly count: number }[] {
  return Array.from({ length: runs.length / 2 }, (_, at) => ({
    first: runs[2 * at] as number,
    count: runs[2 * at + 1] as number,
  }));
}

function labelOf({ drawn }: PlannedRow, inRow: number): string {
  if (drawn === undefined) return `${inRow + 1}`;
  return 'from' in drawn.labels ? `${drawn.labels.from + inRow * drawn.labels.step}` : (drawn.labels[inRow] ?? '');
}

/** What a row is called in full: "Row C", "Table 4", "Bar". */
export function rowName({ word, label }: Pick<PlannedRow, 'word' | 'label'>): string {
  return label === '' ? '' : withWord(word, label);
}

function marksOf({ drawn }: PlannedRow, inRow: number, bits: number): PlaceMarks {
  const tooltip = drawn?.marks?.tooltip?.find(([place]) => place === inRow)?.[1];
  if (bits === 0 && tooltip === undefined) return {};
  const companionOf = drawn?.marks?.companionOf?.find(([place]) => place === inRow)?.[1];
  return {
    ...(bits & MARKS.wheelchair ? { wheelchair: true as const } : {}),
    ...(companionOf === undefined ? {} : { companionOf }),
    ...(bits & MARKS.restrictedView ? { restrictedView: true as const } : {}),
    ...(bits & MARKS.aisle ? { aisle: true as const } : {}),
    ...(tooltip === undefined ? {} : { tooltip }),
  };
}
