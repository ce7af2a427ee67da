import {
  DrawnPlace,
  DrawnRow,
  numbersOf,
  PlanDrawing,
  PLAN_WORDS,
  Point,
  positionOf,
  SeatSection,
  StandingSection,
} from '@modex/domain';
import { ATTRIBUTES, BETWEEN_ATTRIBUTES, BETWEEN_NAMES } from './csv-attributes';
import { Column, COLUMNS } from './csv-columns';
import { NO_WORD } from './csv-hall';
import { guarded } from './formula-guard';

/** Spreadsheets take a file for UTF-8 by this mark. */
const MARK = '\uFEFF';
const LINE_END = '\r\n';
/** Columns that every table has; the others are there when a place has something to say in them. */
const ALWAYS: readonly Column[] = ['section', 'row', 'seat', 'category', 'x', 'y', 'attributes'];

type Cells = Readonly<Partial<Record<Column, string | number>>>;

/** The seats of a drawing as a table that `importCsv` reads back. */
export function exportCsv(drawing: PlanDrawing): string {
  const table = new Table(drawing);
  const records = drawing.sections.flatMap((section) =>
    section.kind === 'standing' ? table.standing(section) : section.rows.flatMap((row) => table.row(section, row)),
  );
  const columns = COLUMNS.filter(
    (column) => ALWAYS.includes(column) || records.some((record) => (record[column] ?? '') !== ''),
  );
  const lines = records.map((record) => columns.map((column) => written(record[column] ?? '')).join(','));
  return MARK + [columns.join(','), ...lines, ''].join(LINE_END);
}

/** What a table cannot carry of the drawing, each kind once. */
export function csvLosses({ stage, decorations, sections }: PlanDrawing): readonly string[] {
  const shapes = decorations.length + (stage === null ? 0 : 1);
  const standing = sections.filter(({ kind }) => kind === 'standing').length;
  return [
    ...(shapes > 0 ? [`${shapes} drawings, such as the stage.`] : []),
    'Colors of categories, sizes of seats.',
    ...(standing > 0 ? [`Where the ${standing} standing sections are.`] : []),
  ];
}

class Table {
  private readonly categories: ReadonlyMap<string, string>;
  /** Section, row and label of the places, by their numbers. */
  private readonly names = new Map<number, readonly [string, string, string]>();

  constructor(private readonly drawing: PlanDrawing) {
    this.categories = new Map(drawing.categories.map(({ key, name }) => [key, name]));
    for (const section of drawing.sections) {
      if (section.kind === 'standing') continue;
      for (const row of section.rows) {
        row.places.forEach(({ number, label }) => this.names.set(number, [section.name, row.label, label]));
      }
    }
  }

  row(section: SeatSection, row: DrawnRow): readonly Cells[] {
    const { words } = this.drawing;
    return row.places.map((place) => ({
      ...{ section: section.name, row: row.label, seat: place.label, category: this.categoryOf(place.category) },
      ...position(section, row, place),
      attributes: this.attributes(place, section, row),
      'row word': word(row.word ?? words.row, PLAN_WORDS.row),
      'seat word': word(row.seatWord ?? words.seat, PLAN_WORDS.seat),
      guid: place.guid ?? '',
      hint: place.tooltip ?? '',
    }));
  }

  standing(section: StandingSection): readonly Cells[] {
    const category = this.categoryOf(section.category);
    return [...numbersOf(section)].map((_, at) => ({
      ...{ section: section.name, row: '', seat: at + 1, category, attributes: ATTRIBUTES.standing },
      'seat word': section.seatWord === undefined ? '' : word(section.seatWord, PLAN_WORDS.seat),
    }));
  }

  private categoryOf(key: string): string {
    return this.categories.get(key) ?? key;
  }

  private attributes(
    { wheelchair, companionOf, restrictedView, aisle }: DrawnPlace,
    section: SeatSection,
    row: DrawnRow,
  ): string {
    const of = companionOf === undefined ? undefined : this.names.get(companionOf);
    // A name says only what is not that of the place itself.
    const shared = of?.[0] !== section.name ? 0 : of[1] !== row.label ? 1 : 2;
    return [
      ...(aisle === true ? [ATTRIBUTES.aisle] : []),
      ...(wheelchair === true ? [ATTRIBUTES.wheelchair] : []),
      ...(of === undefined ? [] : [`${ATTRIBUTES.companionOf}${of.slice(shared).join(BETWEEN_NAMES)}`]),
      ...(restrictedView === true ? [ATTRIBUTES.restrictedView] : []),
    ].join(BETWEEN_ATTRIBUTES);
  }
}

function position(section: SeatSection, row: Point, place: Point): Cells {
  const { x, y } = positionOf(section, row, place);
  return { x: rounded(x), y: rounded(y) };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

function word(said: string, usual: string): string {
  if (said === usual) return '';
  return said === '' ? NO_WORD : said;
}

/** A cell as it is written: texts that look like formulas are guarded, numbers are numbers. */
function written(value: string | number): string {
  if (typeof value === 'number') return `${value}`;
  const text = guarded(value);
  return /[",;\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
