import { LIMITS } from '@modex/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { errorAt, planRefused } from '../../drawing/plan-refused';
import { Warnings } from '../imported-plan';
import { textOf } from '../text-of';
import { Column, columnOf } from './csv-columns';
import { unguarded } from './formula-guard';

/** A line of a table that has something to say. */
export interface CsvRecord {
  /** As the file counts its lines, from 1. */
  readonly line: number;
  /** Trimmed; empty where the line or the table does not have it. */
  readonly cell: (column: Column) => string;
}

interface RawRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const SEPARATORS = [',', ';', '\t'] as const;
/** Columns without which nothing has a name. */
const NEEDED: readonly Column[] = ['seat'];

/** Where a problem or a warning of a line is. */
export function lineAt(line: number): string {
  return `line ${line}`;
}

/**
 * The records of a table, whatever spreadsheet wrote it: with commas, semicolons or tabs, as UTF-8 or Windows-1252. Empty
 * lines, and those of separators alone, say nothing.
 * @throws DomainError `plan-has-problems` for a file that is no such table
 */
export function readTable(bytes: Buffer, warnings: Warnings): readonly CsvRecord[] {
  const { text, encoding } = textOf(bytes);
  if (encoding !== 'utf-8')
    warnings.add(lineAt(1), `The file is no UTF-8; it was read as ${encoding}. Check letters with accents.`);
  const [head, ...records] = recordsOf(withoutHint(text)).filter(({ record }) =>
    record.some((cell) => cell.trim() !== ''),
  );
  if (head === undefined)
    throw planRefused([errorAt('wrong-shape', lineAt(1), 'The table is empty; its first line names the columns.')]);
  const columns = columnsOf(head, warnings);
  if (records.length > LIMITS.seatsPerShow) {
    const message = `The table has ${records.length} seats; at most ${LIMITS.seatsPerShow} are possible.`;
    throw planRefused([errorAt('too-many-places', lineAt(head.info.lines), message)]);
  }
  return records.map(({ record, info }) => {
    if (record.slice(columns.width).some((cell) => cell.trim() !== '')) {
      warnings.count(
        'more cells',
        lineAt(info.lines),
        `Line ${info.lines} has more cells than there are columns; they were left out.`,
      );
    }
    return { line: info.lines, cell: (column) => cellOf(record, columns.at.get(column)) };
  });
}

function cellOf(record: readonly string[], at: number | undefined): string {
  return at === undefined ? '' : unguarded((record[at] ?? '').trim());
}

/** Some spreadsheets write a first line `sep=;`, which is for spreadsheets alone; its line stays, so that lines count right. */
function withoutHint(text: string): string {
  return text.replace(/^\uFEFF?"?sep=.?"?(?=\r?\n)/i, '');
}

function recordsOf(text: string): readonly RawRecord[] {
  const options = {
    bom: true,
    info: true,
    relax_column_count: true,
    delimiter: separatorOf(text),
    max_record_size: 100_000,
  };
  try {
    return parse(text, options) as unknown as readonly RawRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    throw planRefused([
      errorAt('wrong-shape', lineAt(line), `Line ${line} is not readable as a table: ${error.message}.`),
    ]);
  }
}

/** What the first line that says something is parted by; in quoted cells it does not count. */
function separatorOf(text: string): string {
  const first = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((separator) => ({ separator, times: bare.split(separator).length }));
  return counted.reduce((best, other) => (other.times > best.times ? other : best)).separator;
}

function columnsOf(
  { record, info: { lines } }: RawRecord,
  warnings: Warnings,
): { readonly at: ReadonlyMap<Column, number>; readonly width: number } {
  const at = new Map<Column, number>();
  record.forEach((name, index) => {
    const column = columnOf(name);
    if (column !== undefined && !at.has(column)) at.set(column, index);
    else if (name.trim() !== '') {
      const why = column === undefined ? 'is unknown' : 'is there twice';
      warnings.add(lineAt(lines), `The column \`${name.trim().slice(0, 100)}\` ${why} and was not carried over.`);
    }
  });
  const missing = NEEDED.filter((column) => !at.has(column));
  if (missing.length > 0) {
    const message = `The first line names no column \`${missing.join('`, `')}\`; it names section, row, seat, category, x, y and attributes.`;
    throw planRefused([errorAt('wrong-shape', lineAt(lines), message)]);
  }
  return { at, width: record.length };
}
