import { LIMITS } from '../limits';
import {
  Decoration,
  DrawnPlace,
  DrawnRow,
  DrawnSection,
  numbersOf,
  placeCount,
  PlanDrawing,
  positionOf,
  SeatSection,
} from './drawing';
import { overlaps, PlacedAt } from './plan-overlaps';
import { Point } from './plan';
import { withWord } from './seat-name';
import { contrast } from './contrast';

/** What can be wrong with a drawing; the list is closed. */
export const PLAN_PROBLEMS = [
  'no-places',
  'too-many-places',
  'too-many-parts',
  'bad-text',
  'same-category',
  'same-section',
  'same-row',
  'same-seat',
  'same-number',
  'bad-number',
  'unknown-category',
  'unknown-companion',
  'places-overlap',
  'out-of-reach',
  'weak-color',
  'empty-row',
] as const;
export type PlanProblemCode = (typeof PLAN_PROBLEMS)[number];

/** One thing that is wrong with a drawing. */
export interface PlanProblem {
  readonly code: PlanProblemCode;
  /** `error`: the plan cannot be published. `warning`: it can. */
  readonly severity: 'error' | 'warning';
  /** One sentence for people: what is wrong and where. */
  readonly message: string;
  /** Where, as a JSON pointer into the drawing. */
  readonly at: string;
  /** The numbers of the places that it is about; at most 50. */
  readonly numbers?: readonly number[];
}

/** Problems of one kind that are told; more of them say nothing new. */
const MOST_OF_A_KIND = 20;
const MOST_NUMBERS = 50;
/** The least contrast of a category with both themes, by WCAG 2.2 (1.4.11); light and dark grounds of the site. */
const CONTRAST = 3;
const GROUNDS = ['#ffffff', '#121318'] as const;

/** Collects problems; of each kind the first ones. */
class Problems {
  private readonly found = new Map<PlanProblemCode, PlanProblem[]>();

  add(code: PlanProblemCode, at: string, message: string, numbers?: readonly number[]): void {
    const severity = code === 'weak-color' || code === 'empty-row' ? 'warning' : 'error';
    const alike = this.found.get(code) ?? [];
    if (alike.length >= MOST_OF_A_KIND) return;
    alike.push({ code, severity, message, at, ...(numbers && { numbers: numbers.slice(0, MOST_NUMBERS) }) });
    this.found.set(code, alike);
  }

  get list(): readonly PlanProblem[] {
    return PLAN_PROBLEMS.flatMap((code) => this.found.get(code) ?? []);
  }
}

/** A place of a drawing with where it is said. */
interface Found {
  readonly place: DrawnPlace;
  readonly at: string;
  /** As people read it. */
  readonly name: string;
}

/**
 * All that is wrong with a drawing of the right shape, in the order of `PLAN_PROBLEMS`; of each kind the first twenty. The
 * API, the editor and imports ask this function alone.
 */
export function planProblems(drawing: PlanDrawing): readonly PlanProblem[] {
  const problems = new Problems();
  checkAmounts(drawing, problems);
  checkTexts(drawing, problems);
  checkCategories(drawing, problems);
  checkReach(drawing, problems);
  if (problems.list.some(({ code }) => code === 'too-many-places')) return problems.list;
  checkNames(drawing, problems);
  checkNumbers(drawing, problems);
  checkPlaces(drawing, problems);
  return problems.list;
}

function checkAmounts(drawing: PlanDrawing, problems: Problems): void {
  const { categories, sections, decorations } = drawing;
  const places = placeCount(drawing);
  if (places === 0) problems.add('no-places', '/sections', 'The plan has no places; 1 to 100,000 are possible.');
  if (places > LIMITS.seatsPerShow) {
    problems.add(
      'too-many-places',
      '/sections',
      `The plan has ${places} places; at most ${LIMITS.seatsPerShow} are possible.`,
    );
  }
  const rows = sections.reduce((sum, section) => sum + (section.kind === 'seats' ? section.rows.length : 0), 0);
  const amounts: readonly (readonly [string, string, number, number])[] = [
    ['/categories', 'categories', categories.length, LIMITS.planCategories],
    ['/sections', 'sections', sections.length, LIMITS.planSections],
    ['/sections', 'rows', rows, LIMITS.planRows],
    ['/decorations', 'decorations', decorations.length, LIMITS.planDecorations],
  ];
  for (const [at, what, count, most] of amounts) {
    if (count > most)
      problems.add('too-many-parts', at, `The plan has ${count} ${what}; at most ${most} are possible.`);
  }
}

function checkTexts(drawing: PlanDrawing, problems: Problems): void {
  const check = (at: string, what: string, text: string | undefined, max: number, mayBeEmpty = true): void => {
    if (text === undefined) return;
    if (!mayBeEmpty && text.trim() === '') problems.add('bad-text', at, `${what} must not be empty.`);
    else if ([...text].length > max) problems.add('bad-text', at, `${what} has at most ${max} characters.`);
    else if (/[\p{Cc}\p{Cs}\u{202A}-\u{202E}]/u.test(text))
      problems.add('bad-text', at, `${what} has characters that cannot be shown.`);
  };
  check('/name', 'The name of the plan', drawing.name, LIMITS.planName, false);
  drawing.categories.forEach(({ name }, at) =>
    check(`/categories/${at}/name`, 'The name of a category', name, LIMITS.planName, false),
  );
  drawing.sections.forEach((section, at) => {
    const pointer = `/sections/${at}`;
    check(`${pointer}/name`, 'The name of a section', section.name, LIMITS.planName, drawing.sections.length === 1);
    if (section.kind === 'standing') return;
    section.rows.forEach((row, r) => {
      check(`${pointer}/rows/${r}/label`, 'The label of a row', row.label, LIMITS.label, false);
      check(`${pointer}/rows/${r}/word`, 'The word of a row', row.word, LIMITS.label);
      row.places.forEach(({ label, tooltip }, p) => {
        check(`${pointer}/rows/${r}/places/${p}/label`, 'The label of a place', label, LIMITS.label, false);
        check(`${pointer}/rows/${r}/places/${p}/tooltip`, 'The hint of a place', tooltip, LIMITS.planText);
      });
    });
  });
}

function checkCategories({ categories, sections }: PlanDrawing, problems: Problems): void {
  const keys = new Map<string, number>();
  categories.forEach(({ key, name, color }, at) => {
    if (keys.has(key)) problems.add('same-category', `/categories/${at}/key`, `Two categories have the key ${key}.`);
    keys.set(key, at);
    const weak = GROUNDS.find((ground) => contrast(color, ground) < CONTRAST);
    if (weak !== undefined) {
      const ground = weak === GROUNDS[0] ? 'light' : 'dark';
      problems.add(
        'weak-color',
        `/categories/${at}/color`,
        `The color of ${name} is hard to see on a ${ground} ground; choose another one.`,
      );
    }
  });
  const check = (key: string, at: string, name: string, numbers: readonly number[]): void => {
    if (!keys.has(key))
      problems.add('unknown-category', at, `${name} has the category ${key}, which the plan does not have.`, numbers);
  };
  sections.forEach((section, at) => {
    if (section.kind === 'standing') check(section.category, `/sections/${at}/category`, section.name, []);
    else
      eachPlace(section, `/sections/${at}`, ({ place, at: where, name }) =>
        check(place.category, `${where}/category`, name, [place.number]),
      );
  });
}

function checkReach(drawing: PlanDrawing, problems: Problems): void {
  const far = ({ x, y }: Point): boolean => !(Math.abs(x) <= LIMITS.planReach && Math.abs(y) <= LIMITS.planReach);
  const tell = (at: string, name: string): void =>
    problems.add(
      'out-of-reach',
      at,
      `${name} lies outside of the plan; positions go up to ${LIMITS.planReach}, a kilometre.`,
    );
  drawing.sections.forEach((section, at) => {
    if (section.kind === 'standing') return far(section) ? tell(`/sections/${at}`, section.name) : undefined;
    section.rows.forEach((row, r) => {
      row.places.forEach((place, p) => {
        const pointer = `/sections/${at}/rows/${r}/places/${p}`;
        if (far(positionOf(section, row, place))) tell(pointer, nameOf(drawing, section, row, place));
      });
    });
  });
  const shapes: readonly (readonly [string, Decoration])[] = drawing.decorations.map((shape, at) => [
    `/decorations/${at}`,
    shape,
  ]);
  for (const [at, shape] of drawing.stage === null ? shapes : [['/stage', drawing.stage] as const, ...shapes]) {
    if (far(shape) || (shape.kind === 'polygon' && shape.points.some(far))) tell(at, 'A drawing');
  }
}

function checkNames({ sections, words }: PlanDrawing, problems: Problems): void {
  const names = new Set<string>();
  const keys = new Set<string>();
  sections.forEach((section, at) => {
    const { name, key } = section;
    if (names.has(name)) problems.add('same-section', `/sections/${at}/name`, `Two sections are named ${name}.`);
    if (keys.has(key)) problems.add('same-section', `/sections/${at}/key`, `Two sections have the key ${key}.`);
    names.add(name);
    keys.add(key);
    if (section.kind === 'seats') checkRows(section, `/sections/${at}`, words, problems);
  });
}

function checkRows(section: SeatSection, pointer: string, words: PlanDrawing['words'], problems: Problems): void {
  const rows = new Set<string>();
  section.rows.forEach((row, at) => {
    const name = withWord(row.word ?? words.row, row.label);
    const where = section.name === '' ? '' : ` in ${section.name}`;
    if (rows.has(name))
      problems.add('same-row', `${pointer}/rows/${at}/label`, `Two rows are named ${row.label}${where}.`);
    rows.add(name);
    if (row.places.length === 0) problems.add('empty-row', `${pointer}/rows/${at}`, `${name}${where} has no places.`);
    const seats = new Map<string, DrawnPlace>();
    row.places.forEach((place, p) => {
      const other = seats.get(place.label);
      if (other !== undefined) {
        const message = `Two places are named ${place.label} in ${name}${where}.`;
        problems.add('same-seat', `${pointer}/rows/${at}/places/${p}/label`, message, [other.number, place.number]);
      }
      seats.set(place.label, place);
    });
  });
}

function checkNumbers({ sections, nextNumber }: PlanDrawing, problems: Problems): void {
  const seen = new Set<number>();
  const check = (number: number, at: string, name: string): void => {
    if (!Number.isInteger(number) || number < 0 || number >= nextNumber || number > LIMITS.placeNumber) {
      problems.add('bad-number', at, `${name} has the number ${number}; numbers are below nextNumber, ${nextNumber}.`, [
        number,
      ]);
    } else if (seen.has(number)) problems.add('same-number', at, `Two places have the number ${number}.`, [number]);
    seen.add(number);
  };
  sections.forEach((section, at) => {
    if (section.kind === 'seats') {
      eachPlace(section, `/sections/${at}`, ({ place, at: where, name }) =>
        check(place.number, `${where}/number`, name),
      );
    } else for (const number of numbersOf(section)) check(number, `/sections/${at}/numbers`, section.name);
  });
}

function checkPlaces(drawing: PlanDrawing, problems: Problems): void {
  const wheelchairs = new Set<number>();
  const placed: (PlacedAt & Found)[] = [];
  drawing.sections.forEach((section, at) => {
    if (section.kind === 'standing') return;
    eachPlace(section, `/sections/${at}`, (found, row) => {
      if (found.place.wheelchair === true) wheelchairs.add(found.place.number);
      placed.push({ ...found, ...positionOf(section, row, found.place), radius: found.place.radius });
    });
  });
  for (const { place, at, name } of placed) {
    if (place.companionOf === undefined || wheelchairs.has(place.companionOf)) continue;
    problems.add('unknown-companion', `${at}/companionOf`, `${name} belongs to a wheelchair place that is none.`, [
      place.number,
    ]);
  }
  for (const [one, other] of overlaps(placed)) {
    const numbers = [one.place.number, other.place.number];
    problems.add('places-overlap', other.at, `${one.name} and ${other.name} overlap.`, numbers);
  }
}

function eachPlace(section: SeatSection, pointer: string, told: (found: Found, row: DrawnRow) => void): void {
  section.rows.forEach((row, r) => {
    row.places.forEach((place, p) => {
      told({ place, at: `${pointer}/rows/${r}/places/${p}`, name: `${row.label} ${place.label}` }, row);
    });
  });
}

function nameOf({ words }: PlanDrawing, section: DrawnSection, row: DrawnRow, { label }: DrawnPlace): string {
  const parts = [section.name, withWord(row.word ?? words.row, row.label), withWord(row.seatWord ?? words.seat, label)];
  return parts.filter((part) => part !== '').join(' · ');
}
