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
import { weakGround } from './contrast';
import { PlanProblem, Problems } from './plan-problem';
import { checkTexts } from './plan-texts';

/** A place of a drawing with where it is said; its words are made when they are told, since most places have no problem. */
class Found {
  constructor(
    readonly place: DrawnPlace,
    private readonly row: DrawnRow,
    private readonly rowAt: string,
    private readonly index: number,
  ) {}

  get at(): string {
    return `${this.rowAt}/places/${this.index}`;
  }

  /** As people read it. */
  get name(): string {
    return `${this.row.label} ${this.place.label}`;
  }
}

/** A place with its position in the plan. */
interface FoundAt extends PlacedAt {
  readonly found: Found;
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

function checkCategories({ categories, sections }: PlanDrawing, problems: Problems): void {
  const keys = new Map<string, number>();
  categories.forEach(({ key, name, color }, at) => {
    if (keys.has(key)) problems.add('same-category', `/categories/${at}/key`, `Two categories have the key ${key}.`);
    keys.set(key, at);
    const ground = weakGround(color);
    if (ground !== undefined) {
      problems.add(
        'weak-color',
        `/categories/${at}/color`,
        `The color of ${name} is hard to see on a ${ground} ground; choose another one.`,
      );
    }
  });
  const tell = (key: string, at: string, name: string, numbers: readonly number[]): void =>
    problems.add('unknown-category', at, `${name} has the category ${key}, which the plan does not have.`, numbers);
  sections.forEach((section, at) => {
    if (section.kind === 'standing') {
      if (!keys.has(section.category)) tell(section.category, `/sections/${at}/category`, section.name, []);
      return;
    }
    eachPlace(section, `/sections/${at}`, (found) => {
      const { category, number } = found.place;
      if (!keys.has(category)) tell(category, `${found.at}/category`, found.name, [number]);
    });
  });
}

function checkReach(drawing: PlanDrawing, problems: Problems): void {
  const far = ({ x, y }: Point): boolean => !(Math.abs(x) <= LIMITS.planReach && Math.abs(y) <= LIMITS.planReach);
  const tell = (at: string, name: string, numbers?: readonly number[]): void =>
    problems.add(
      'out-of-reach',
      at,
      `${name} lies outside of the plan; positions go up to ${LIMITS.planReach}, a kilometre.`,
      numbers,
    );
  drawing.sections.forEach((section, at) => {
    if (section.kind === 'standing') return far(section) ? tell(`/sections/${at}`, section.name) : undefined;
    section.rows.forEach((row, r) => {
      row.places.forEach((place, p) => {
        if (!far(positionOf(section, row, place))) return;
        const pointer = `/sections/${at}/rows/${r}/places/${p}`;
        tell(pointer, nameOf(drawing, section, row, place), [place.number]);
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
  const check = (number: number, at: () => string, name: () => string): void => {
    if (!Number.isInteger(number) || number < 0 || number >= nextNumber || number > LIMITS.placeNumber) {
      const message = `${name()} has the number ${number}; numbers are below nextNumber, ${nextNumber}.`;
      problems.add('bad-number', at(), message, [number]);
    } else if (seen.has(number)) problems.add('same-number', at(), `Two places have the number ${number}.`, [number]);
    seen.add(number);
  };
  sections.forEach((section, at) => {
    if (section.kind === 'seats') {
      eachPlace(section, `/sections/${at}`, (found) =>
        check(
          found.place.number,
          () => `${found.at}/number`,
          () => found.name,
        ),
      );
      return;
    }
    const [where, name] = [() => `/sections/${at}/numbers`, () => section.name];
    for (const number of numbersOf(section)) check(number, where, name);
  });
}

function checkPlaces(drawing: PlanDrawing, problems: Problems): void {
  const wheelchairs = new Set<number>();
  const placed: FoundAt[] = [];
  drawing.sections.forEach((section, at) => {
    if (section.kind === 'standing') return;
    eachPlace(section, `/sections/${at}`, (found, row) => {
      if (found.place.wheelchair === true) wheelchairs.add(found.place.number);
      const { x, y } = positionOf(section, row, found.place);
      placed.push({ x, y, radius: found.place.radius, found });
    });
  });
  for (const { found } of placed) {
    const { companionOf, number } = found.place;
    if (companionOf === undefined || wheelchairs.has(companionOf)) continue;
    const message = `${found.name} belongs to a wheelchair place that is none.`;
    problems.add('unknown-companion', `${found.at}/companionOf`, message, [number]);
  }
  for (const [{ found: one }, { found: other }] of overlaps(placed)) {
    if (problems.isFull('places-overlap')) break;
    const numbers = [one.place.number, other.place.number];
    problems.add('places-overlap', other.at, `${one.name} and ${other.name} overlap.`, numbers);
  }
}

function eachPlace(section: SeatSection, pointer: string, told: (found: Found, row: DrawnRow) => void): void {
  section.rows.forEach((row, r) => {
    const rowAt = `${pointer}/rows/${r}`;
    row.places.forEach((place, p) => told(new Found(place, row, rowAt, p), row));
  });
}

function nameOf({ words }: PlanDrawing, section: DrawnSection, row: DrawnRow, { label }: DrawnPlace): string {
  const parts = [section.name, withWord(row.word ?? words.row, row.label), withWord(row.seatWord ?? words.seat, label)];
  return parts.filter((part) => part !== '').join(' · ');
}
