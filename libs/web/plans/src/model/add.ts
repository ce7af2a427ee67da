import { Decoration, Point } from '@modex/domain';
import { Draft, DraftRow, DraftSeats, freshKey, freshName, nextNumber } from './draft';
import { pointsOnLine, pointsRound, rounded, turned } from './row-line';
import { nextRowLabel, radiusOfTable } from './rows';

/** Rows as they are added; lengths in plan units. */
export interface NewRows {
  readonly rows: number;
  readonly seats: number;
  /** From seat to seat. */
  readonly spacing: number;
  /** From row to row. */
  readonly depth: number;
  /** How far the middle of a row is from the line between its ends; positive: downwards. */
  readonly bend: number;
}

export interface NewSection extends NewRows {
  readonly name: string;
  /** In degrees, clockwise. */
  readonly rotation: number;
}

export interface NewStanding {
  readonly name: string;
  readonly capacity: number;
  readonly width: number;
  readonly height: number;
}

/** Adds a section of rows with its middle at a point. Returns its numbers. */
export function addSection(draft: Draft, wish: NewSection, at: Point): readonly number[] {
  const { key, name } = named(draft, wish.name);
  draft.sections.push({ kind: 'seats', key, name, ...rounded(at), rotation: wish.rotation, rows: [] });
  const section = draft.sections.at(-1) as DraftSeats;
  return addRowsAt(draft, section, wish, { x: 0, y: (-(wish.rows - 1) * wish.depth) / 2 });
}

/** Adds rows behind the last one of a section. Returns their numbers. */
export function addRows(draft: Draft, key: string, wish: NewRows): readonly number[] {
  const section = draft.sections.find((one): one is DraftSeats => one.key === key && one.kind === 'seats');
  if (section === undefined) return [];
  const last = section.rows.at(-1);
  const middle = last === undefined ? 0 : (endsOf(last).left + endsOf(last).right) / 2;
  const deepest = Math.max(
    ...section.rows.map((row) => row.y + Math.max(...row.places.map(({ y }) => y), 0)),
    -Infinity,
  );
  const y = last === undefined ? 0 : Math.max(last.y, deepest) + wish.depth;
  return addRowsAt(draft, section, wish, { x: middle, y });
}

/** Adds a table with chairs round it, to a section of tables at a point of the plan. Returns its numbers. */
export function addTable(draft: Draft, wish: { readonly chairs: number; readonly section: string }, at: Point) {
  const known = draft.sections.find((one): one is DraftSeats => one.name === wish.section && one.kind === 'seats');
  if (known === undefined) {
    const { key, name } = named(draft, wish.section);
    draft.sections.push({ kind: 'seats', key, name, ...rounded(at), rotation: 0, rows: [] });
  }
  const section = known ?? (draft.sections.at(-1) as DraftSeats);
  const local = turned({ x: at.x - section.x, y: at.y - section.y }, -section.rotation);
  const numbers = Array.from({ length: wish.chairs }, () => nextNumber(draft));
  const places = pointsRound(radiusOfTable(wish.chairs), wish.chairs).map((point, index) => ({
    ...{ number: numbers[index] as number, label: `${index + 1}`, category: firstCategory(draft) },
    ...point,
  }));
  const label = section.rows.length === 0 ? '1' : nextRowLabel(section.rows);
  section.rows.push({ label, word: 'Table', seatWord: 'Chair', ...rounded(local), places });
  return numbers;
}

/** Adds a section where people stand, with its middle at a point. Returns its key. */
export function addStanding(draft: Draft, wish: NewStanding, at: Point): string {
  const { key, name } = named(draft, wish.name);
  const { width, height, capacity } = wish;
  const first = draft.nextNumber;
  draft.nextNumber += capacity;
  draft.sections.push({
    ...{ kind: 'standing', key, name, rotation: 0, width, height },
    ...rounded({ x: at.x - width / 2, y: at.y - height / 2 }),
    ...{ category: firstCategory(draft), numbers: [{ first, count: capacity }] },
  });
  return key;
}

/** Adds a shape or a text. Returns its index. */
export function addShape(draft: Draft, shape: Decoration): number {
  draft.decorations.push({ ...shape } as Draft['decorations'][number]);
  return draft.decorations.length - 1;
}

/** Places the stage, instead of the one before. */
export function setStage(draft: Draft, wish: { readonly width: number; readonly height: number }, at: Point): void {
  const { width, height } = wish;
  const corner = rounded({ x: at.x - width / 2, y: at.y - height / 2 });
  draft.stage = { kind: 'rectangle', ...corner, rotation: 0, width, height };
}

/** The category that new places have. There is always one. */
export function firstCategory(draft: Draft): string {
  if (draft.categories.length === 0) draft.categories.push({ key: 'standard', name: 'Standard', color: '#1976d2' });
  return draft.categories[0]?.key ?? '';
}

function addRowsAt(draft: Draft, section: DraftSeats, wish: NewRows, at: Point): readonly number[] {
  const added: number[] = [];
  const category = firstCategory(draft);
  for (let index = 0; index < wish.rows; index++) {
    const steps = Array.from({ length: wish.seats - 1 }, () => wish.spacing);
    const line = { spacing: wish.spacing, angle: 0, bend: wish.bend };
    const places = pointsOnLine(line, steps).map((point, place) => {
      const number = nextNumber(draft);
      added.push(number);
      return { number, label: `${place + 1}`, category, ...point };
    });
    const row: DraftRow = {
      ...{ label: nextRowLabel(section.rows), ...rounded({ x: at.x, y: at.y + index * wish.depth }) },
      ...{ line, places },
    };
    section.rows.push(row);
  }
  return added;
}

function endsOf(row: DraftRow): { readonly left: number; readonly right: number } {
  const xs = row.places.map(({ x }) => row.x + x);
  return { left: Math.min(...xs, row.x), right: Math.max(...xs, row.x) };
}

function named(draft: Draft, wish: string): { readonly key: string; readonly name: string } {
  return {
    key: freshKey(
      draft.sections.map(({ key }) => key),
      wish,
    ),
    name: freshName(
      draft.sections.map(({ name }) => name),
      wish,
    ),
  };
}
