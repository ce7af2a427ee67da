import { numbersOf, Point } from '@modex/domain';
import { Draft, DraftRow, DraftSeats, DraftStanding } from './draft';
import { rounded, tidy, turned } from './row-line';
import { Selection } from './selection';

/** Moves what is selected. Whole rows and sections keep their form and only get another position. */
export function move(draft: Draft, selection: Selection, by: Point): void {
  each(draft, selection, {
    section: (section) => shift(section, by),
    row: (row, section) => shift(row, turned(by, -section.rotation)),
    place: (place, _row, section) => shift(place, turned(by, -section.rotation)),
    part: (part) => shift(part, by),
  });
}

/** Turns what is selected round a point of the plan, by degrees, clockwise. */
export function rotate(draft: Draft, selection: Selection, degrees: number, round: Point): void {
  const turn = (part: { x: number; y: number }, centre: Point): void => {
    const { x, y } = turned({ x: part.x - centre.x, y: part.y - centre.y }, degrees);
    Object.assign(part, rounded({ x: centre.x + x, y: centre.y + y }));
  };
  const turnPart = (part: { x: number; y: number; rotation: number }): void => {
    turn(part, round);
    part.rotation = tidy((((part.rotation + degrees) % 360) + 360) % 360);
  };
  each(draft, selection, {
    section: turnPart,
    row: (row, section) => {
      turn(row, inSection(section, round));
      for (const place of row.places) turn(place, { x: 0, y: 0 });
      if (row.line) row.line.angle = tidy(row.line.angle + degrees);
    },
    place: (place, row, section) => {
      const { x, y } = inSection(section, round);
      turn(place, { x: x - row.x, y: y - row.y });
    },
    part: turnPart,
  });
}

/** Deletes what is selected, and the rows and sections that are empty then. */
export function remove(draft: Draft, selection: Selection): void {
  for (const section of draft.sections) {
    if (section.kind !== 'seats' || !section.rows.some((row) => touches(row, selection))) continue;
    for (const row of section.rows) {
      if (touches(row, selection)) row.places = row.places.filter(({ number }) => !selection.places.has(number));
    }
    section.rows = section.rows.filter(({ places }) => places.length > 0);
  }
  const gone = (section: Draft['sections'][number]): boolean =>
    selection.standing.has(section.key) || (section.kind === 'seats' && section.rows.length === 0);
  if (draft.sections.some(gone)) draft.sections = draft.sections.filter((section) => !gone(section));
  if (draft.decorations.some((_, at) => selection.shapes.has(at))) {
    draft.decorations = draft.decorations.filter((_, at) => !selection.shapes.has(at));
  }
  if (selection.shapes.has('stage')) draft.stage = null;
  forgetCompanions(draft);
}

/** How many people a standing section has room for; new places get new numbers, and the last ones go first. */
export function setCapacity(draft: Draft, section: DraftStanding, capacity: number): void {
  const numbers = [...numbersOf(section)].slice(0, capacity);
  while (numbers.length < capacity) numbers.push(draft.nextNumber++);
  const ranges: { first: number; count: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last.first + last.count === number) last.count++;
    else ranges.push({ first: number, count: 1 });
  }
  section.numbers = ranges;
}

interface Ways {
  readonly section: (section: DraftSeats) => void;
  readonly row: (row: DraftRow, section: DraftSeats) => void;
  readonly place: (place: DraftRow['places'][number], row: DraftRow, section: DraftSeats) => void;
  readonly part: (part: { x: number; y: number; rotation: number }) => void;
}

/** Calls for the largest parts of which everything is selected. */
function each(draft: Draft, selection: Selection, ways: Ways): void {
  for (const section of draft.sections) {
    if (section.kind === 'standing') {
      if (selection.standing.has(section.key)) ways.part(section);
    } else if (selection.places.size > 0) eachInSection(section, selection, ways);
  }
  draft.decorations.forEach((shape, at) => {
    if (selection.shapes.has(at)) ways.part(shape);
  });
  if (draft.stage && selection.shapes.has('stage')) ways.part(draft.stage);
}

function eachInSection(section: DraftSeats, { places }: Selection, ways: Ways): void {
  const isWhole = (row: DraftRow): boolean => row.places.every(({ number }) => places.has(number));
  if (section.rows.length > 0 && section.rows.every(isWhole)) return ways.section(section);
  for (const row of section.rows) {
    if (row.places.length > 0 && isWhole(row)) ways.row(row, section);
    else for (const place of row.places) if (places.has(place.number)) ways.place(place, row, section);
  }
}

function shift(part: { x: number; y: number }, by: Point): void {
  Object.assign(part, rounded({ x: part.x + by.x, y: part.y + by.y }));
}

function inSection(section: DraftSeats, point: Point): Point {
  return turned({ x: point.x - section.x, y: point.y - section.y }, -section.rotation);
}

function touches({ places }: DraftRow, selection: Selection): boolean {
  return places.some(({ number }) => selection.places.has(number));
}

/** A companion's place of a wheelchair place that is gone is a place like others. */
function forgetCompanions(draft: Draft): void {
  const rows = draft.sections.flatMap((section) => (section.kind === 'seats' ? section.rows : []));
  const companions = rows.flatMap(({ places }) => places.filter(({ companionOf }) => companionOf !== undefined));
  if (companions.length === 0) return;
  const wheelchairs = new Set(
    rows.flatMap(({ places }) => places.filter(({ wheelchair }) => wheelchair).map(({ number }) => number)),
  );
  for (const place of companions) if (!wheelchairs.has(place.companionOf as number)) delete place.companionOf;
}
