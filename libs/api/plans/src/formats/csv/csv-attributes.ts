import { PlaceMarks } from '@modex/domain';
import { Warnings } from '../imported-plan';
import { CsvRecord, lineAt } from './csv-table';

/** What the attributes of a seat say. */
export interface CsvAttributes {
  readonly marks: Pick<PlaceMarks, 'wheelchair' | 'restrictedView' | 'aisle'>;
  /** The wheelchair place that it belongs to: its label, if need be behind its row and its section. */
  readonly companionOf: readonly string[] | undefined;
  /** Whether it is a place to stand on. */
  readonly standing: boolean;
}

/** Between the attributes of a cell; between section, row and seat of a companion's place. */
export const BETWEEN_ATTRIBUTES = '|';
export const BETWEEN_NAMES = ' / ';
/** The words of attributes, as exports write them. */
export const ATTRIBUTES = {
  wheelchair: 'wheelchair',
  restrictedView: 'restricted view',
  aisle: 'aisle',
  companionOf: 'companion of ',
  standing: 'standing',
} as const;

const MARKS = ['wheelchair', 'restrictedView', 'aisle'] as const;

/** The attributes in the cell of a record; unknown ones are told. */
export function readAttributes({ line, cell }: CsvRecord, warnings: Warnings): CsvAttributes {
  const marks: { -readonly [mark in (typeof MARKS)[number]]?: true } = {};
  let companionOf: readonly string[] | undefined;
  let standing = false;
  for (const raw of cell('attributes').split(BETWEEN_ATTRIBUTES)) {
    const text = raw.trim();
    const plain = text.toLowerCase().replace(/[\s_-]+/g, ' ');
    const mark = MARKS.find((known) => ATTRIBUTES[known] === plain);
    if (mark !== undefined) marks[mark] = true;
    else if (plain === ATTRIBUTES.standing) standing = true;
    else if (plain.startsWith(ATTRIBUTES.companionOf)) {
      companionOf = text
        .slice(ATTRIBUTES.companionOf.length)
        .split(BETWEEN_NAMES)
        .map((name) => name.trim());
    } else if (text !== '') {
      warnings.count(
        `attribute ${plain}`,
        lineAt(line),
        `The attribute "${text.slice(0, 100)}" in line ${line} is unknown and was not carried over.`,
      );
    }
  }
  return { marks, companionOf, standing };
}
