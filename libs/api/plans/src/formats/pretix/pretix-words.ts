import { PLAN_WORDS } from '@modex/domain';
import { PretixRow } from './pretix-format';

/** A name as a word and a label; the word is absent where it is that of every plan, and empty where the label says it all. */
export interface Named {
  readonly word?: string;
  readonly label: string;
}

/** What a name is made of if it has a word: "Row A", "Table 12", "Box VIII", but not "Boxes left". */
const WORD_AND_LABEL = /^(\p{L}[\p{L}.-]*) ((?:\p{Lu}{1,5}|\p{L}{0,2}\d{1,6}\p{L}{0,2}))$/u;

/** The name of a row: its label is the whole name; without one it is "Row" and its number. */
export function rowNamed({ row_label: label, row_number: number }: PretixRow): Named {
  if (!label) return { label: number };
  const [, word, rest] = WORD_AND_LABEL.exec(label) ?? [];
  if (word === undefined || rest === undefined) return { word: '', label };
  return word === PLAN_WORDS.row ? { label: rest } : { word, label: rest };
}

/** The name of a seat by the pattern of its row, in which `%s` is its number; without one it is "Seat" and its number. */
export function seatNamed(pattern: string | null | undefined, number: string): Named {
  if (!pattern) return { label: number };
  const [, word] = /^(\S(?:.*\S)?) %s$/.exec(pattern) ?? [];
  if (word !== undefined && !word.includes('%s'))
    return word === PLAN_WORDS.seat ? { label: number } : { word, label: number };
  return { word: '', label: pattern.replace('%s', () => number) };
}

/** The name of a row for a file: `row_label` only where "Row" and the number would not say it. */
export function rowFields(word: string, label: string): Pick<PretixRow, 'row_number' | 'row_label'> {
  if (word === PLAN_WORDS.row) return { row_number: label };
  return { row_number: label, row_label: word === '' ? label : `${word} ${label}` };
}

/** The pattern of the seats of a row for a file; none where it is "Seat" and the number. */
export function seatPattern(word: string): Pick<PretixRow, 'seat_label'> {
  if (word === PLAN_WORDS.seat) return {};
  return { seat_label: word === '' ? '%s' : `${word} %s` };
}
