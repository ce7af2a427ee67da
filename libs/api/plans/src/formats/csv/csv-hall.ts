import { PlaceMarks, PLAN_WORDS, Point } from '@modex/domain';
import { errorAt } from '../../drawing/plan-refused';
import { Warnings } from '../imported-plan';
import { PlanProblem } from '@modex/domain';
import { CsvAttributes, readAttributes } from './csv-attributes';
import { CsvRecord, lineAt } from './csv-table';

/** A seat of a table; what it has no position for is laid out later. */
export interface CsvSeat {
  readonly line: number;
  readonly label: string;
  readonly category: string;
  readonly attributes: CsvAttributes;
  readonly extras: Pick<PlaceMarks, 'tooltip'> & { readonly guid?: string };
  at?: Point | undefined;
}

export interface CsvRow {
  readonly label: string;
  readonly word: string | undefined;
  readonly seatWord: string | undefined;
  readonly seats: CsvSeat[];
}

export interface CsvSection {
  readonly name: string;
  readonly rows: CsvRow[];
}

/** What a category is called that has no name, and a row without a label. */
const NAMELESS_CATEGORY = 'Standard';
const NAMELESS_ROW = '1';
const NAMELESS_SECTION = 'Section';
/** Problems that are told. */
const MOST = 20;

/**
 * The sections, rows and seats of a table, in the order in which it names them first.
 * @returns `problems` that refuse the table
 */
export function hallOf(
  records: readonly CsvRecord[],
  warnings: Warnings,
): { readonly sections: readonly CsvSection[]; readonly problems: readonly PlanProblem[] } {
  const sections = new Map<string, { readonly section: CsvSection; readonly rows: Map<string, CsvRow> }>();
  const problems: PlanProblem[] = [];
  const named = records.some(({ cell }) => cell('section') !== '');
  for (const record of records) {
    const name = record.cell('section') || (named ? NAMELESS_SECTION : '');
    if (name !== record.cell('section'))
      tell(record, warnings, 'no section', `has no section; it was put into ${name}`);
    const { section, rows } = sections.get(name) ?? { section: { name, rows: [] }, rows: new Map<string, CsvRow>() };
    sections.set(name, { section, rows });
    const seat = seatOf(record, warnings, problems);
    const row = rowOf(record, rows, section, seat.attributes.standing);
    row.seats.push(seat);
  }
  return { sections: [...sections.values()].map(({ section }) => section), problems: problems.slice(0, MOST) };
}

function rowOf({ cell }: CsvRecord, rows: Map<string, CsvRow>, section: CsvSection, standing: boolean): CsvRow {
  const [label, word] = [cell('row'), wordOf(cell('row word'), PLAN_WORDS.row)];
  const key = `${word ?? ''}\n${label}`;
  const known = rows.get(key);
  if (known !== undefined) return known;
  const said = label === '' && !standing ? NAMELESS_ROW : label;
  const made: CsvRow = { label: said, word, seatWord: wordOf(cell('seat word'), PLAN_WORDS.seat), seats: [] };
  rows.set(key, made);
  section.rows.push(made);
  return made;
}

/** A word before labels; `-` says that there is none, an empty cell that it is the usual one. */
function wordOf(cell: string, usual: string): string | undefined {
  if (cell === '' || cell === usual) return undefined;
  return cell === NO_WORD ? '' : cell;
}

/** The cell of a word that is empty. */
export const NO_WORD = '-';

function seatOf(record: CsvRecord, warnings: Warnings, problems: PlanProblem[]): CsvSeat {
  const { line, cell } = record;
  const label = cell('seat');
  const at = lineAt(line);
  if (label === '') problems.push(errorAt('wrong-shape', at, `Line ${line} has no seat.`));
  if (cell('category') === '') tell(record, warnings, 'no category', `has no category; it got ${NAMELESS_CATEGORY}`);
  const [guid, tooltip] = [cell('guid'), cell('hint')];
  const position = positionOf(record, problems);
  return {
    ...{ line, label, category: cell('category') || NAMELESS_CATEGORY },
    attributes: readAttributes(record, warnings),
    extras: { ...(tooltip === '' ? {} : { tooltip }), ...(guid === '' ? {} : { guid }) },
    ...(position === undefined ? {} : { at: position }),
  };
}

function positionOf({ line, cell }: CsvRecord, problems: PlanProblem[]): Point | undefined {
  if (cell('x') === '' && cell('y') === '') return undefined;
  const [x, y] = (['x', 'y'] as const).map((axis) => {
    const value = numberOf(cell(axis));
    if (value === undefined) {
      const message = `${axis} in line ${line} must be a number, it is "${cell(axis).slice(0, 40)}".`;
      problems.push(errorAt('wrong-shape', lineAt(line), message));
    }
    return value ?? 0;
  }) as [number, number];
  return { x, y };
}

/** A number with a decimal point or comma; with both, the last one is that of the decimals. */
export function numberOf(text: string): number | undefined {
  const bare = text.replace(/[\s'’\u00a0\u202f]/g, '');
  if (!/^[-+]?\d{1,15}(?:[.,]\d+)*$/.test(bare)) return undefined;
  const decimals = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  if (decimals === -1) return Number(bare);
  return Number(`${bare.slice(0, decimals).replace(/[.,]/g, '')}.${bare.slice(decimals + 1)}`);
}

function tell({ line }: CsvRecord, warnings: Warnings, kind: string, what: string): void {
  warnings.count(kind, lineAt(line), `The seat of line ${line} ${what}.`);
}
