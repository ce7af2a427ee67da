import { Category, Decoration, DrawnSection, PLAN_WORDS, PlanDrawing } from '@modex/domain';
import { errorAt, planRefused } from '../../drawing/plan-refused';
import { categoryColor } from '../category-colors';
import { ImportedPlan, Warnings } from '../imported-plan';
import { extentOf } from '../plan-extent';
import { keyOf, UniqueNames } from '../unique-name';
import { CsvSeat, CsvSection, hallOf } from './csv-hall';
import { layOut } from './csv-layout';
import { Numbered, seatSection, standingSection } from './csv-sections';
import { lineAt, readTable } from './csv-table';
import { looksLikeFormula } from './formula-guard';

/** From the upper edge of a plan that was laid out, and the height of its stage. */
const STAGE = { y: 80, height: 80 } as const;

/**
 * A table of seats as a drawing; the README tells its columns.
 * @param name of the plan, which a table does not have
 * @throws DomainError `plan-has-problems`
 */
export function importCsv(bytes: Buffer, name: string): ImportedPlan {
  const warnings = new Warnings();
  const records = readTable(bytes, warnings);
  if (records.length === 0)
    throw planRefused([errorAt('no-places', lineAt(1), 'The table has no seats; 1 to 100,000 are possible.')]);
  const { sections: hall, problems } = hallOf(records, warnings);
  if (problems.length > 0) throw planRefused(problems);
  const seated = hall.filter((section) => !isStanding(section));
  const laidOut = layOut(seated);
  if (laidOut > 0) tellLaidOut(laidOut, seated, warnings);
  tellFormulas(hall, warnings);
  const seats = seatsOf(hall);
  const categories = categoriesOf(seats);
  const numbered = new Numbered(hall, categories.keys);
  const sections = sectionsOf(hall, numbered, warnings);
  const stage = laidOut > 0 && laidOut === seatsOf(seated).length ? stageOver(sections) : null;
  const drawing: PlanDrawing = {
    ...{ name, venue: null, ...extentOf({ sections, decorations: [] }), words: PLAN_WORDS },
    ...{ categories: categories.list, stage, decorations: [], sections, nextNumber: seats.length },
  };
  const lines = seats.map(({ line }) => lineAt(line));
  return { drawing, warnings: warnings.list, sourceOf: (number) => lines[number] };
}

/** Whether people stand there: all its places say so. */
function isStanding({ rows }: CsvSection): boolean {
  return rows.every(({ seats }) => seats.every(({ attributes }) => attributes.standing));
}

function seatsOf(hall: readonly CsvSection[]): readonly CsvSeat[] {
  return hall.flatMap(({ rows }) => rows.flatMap(({ seats }) => seats));
}

function categoriesOf(seats: readonly CsvSeat[]): {
  readonly list: readonly Category[];
  readonly keys: ReadonlyMap<string, string>;
} {
  const taken = new UniqueNames();
  const names = [...new Set(seats.map(({ category }) => category))];
  const keys = new Map(names.map((name) => [name, taken.next(keyOf(name, 'category'))]));
  const list = names.map((name, at) => ({ key: keys.get(name) as string, name, color: categoryColor(at) }));
  return { list, keys };
}

/** Sections to stand in come below the others, since a table does not say where they are. */
function sectionsOf(hall: readonly CsvSection[], numbered: Numbered, warnings: Warnings): readonly DrawnSection[] {
  const keys = new UniqueNames();
  const keyed = hall.map((section) => ({ section, key: keys.next(keyOf(section.name, 'section')) }));
  const seated = keyed
    .filter(({ section }) => !isStanding(section))
    .map(({ section, key }) => seatSection(section, key, numbered, warnings));
  let { height: below } = extentOf({ sections: seated, decorations: [] });
  return keyed.map(({ section, key }) => {
    const drawn = seated.find((other) => other.key === key);
    if (drawn !== undefined) return drawn;
    const standing = standingSection(section, key, below, numbered);
    below += standing.height;
    return standing;
  });
}

/** A stage above the middle of seats that the table did not place. */
function stageOver(sections: readonly DrawnSection[]): Decoration {
  const { width } = extentOf({ sections, decorations: [] });
  return { kind: 'rectangle', x: width / 4, y: STAGE.y, width: width / 2, height: STAGE.height, rotation: 0 };
}

function tellLaidOut(count: number, seated: readonly CsvSection[], warnings: Warnings): void {
  const all = count === seatsOf(seated).length ? 'The table has no positions' : `${count} seats have no position`;
  warnings.add(lineAt(1), `${all}: they were laid out in centred rows, the first row of the table nearest the stage.`);
}

function tellFormulas(hall: readonly CsvSection[], warnings: Warnings): void {
  for (const { line, label } of seatsOf(hall)) {
    if (!looksLikeFormula(label)) continue;
    warnings.count(
      'formula',
      lineAt(line),
      `The seat "${label}" of line ${line} looks like a formula; it was kept as it is written.`,
    );
  }
}
