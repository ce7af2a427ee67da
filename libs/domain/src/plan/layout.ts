import {
  Decoration,
  DrawnRow,
  DrawnSection,
  NumberRange,
  PlanDrawing,
  PLAN_WORDS,
  PlanWords,
  positionOf,
  SeatSection,
} from './drawing';
import { Layout, PLAIN_CATEGORY, rowLabel, ROW_DEPTH, SEAT_WIDTH } from './plain-plan';
import { Category, Point } from './plan';

/** Positions in a layout are whole numbers: tenths of a plan unit, about a millimetre. */
export const TENTHS = 10;
/** How far a place may be from a straight line on which it is said to lie, in tenths of a unit. */
const STRAIGHT = 1;

/** The labels of the places of a row: numbers at equal steps, or one by one. */
export type LayoutLabels = { readonly from: number; readonly step: number } | readonly string[];

/** Marks of a row's places: which of them have it, from 0. */
export interface LayoutMarks {
  readonly wheelchair?: readonly number[];
  readonly restrictedView?: readonly number[];
  readonly aisle?: readonly number[];
  /** Which place, and the number of the wheelchair place that it belongs to. */
  readonly companionOf?: readonly (readonly [place: number, of: number])[];
  readonly tooltip?: readonly (readonly [place: number, text: string])[];
}

/** A row as it is sent: what repeats is said once. */
export interface LayoutRow {
  readonly label: string;
  readonly word?: string;
  readonly seatWord?: string;
  /** Pairs: the first of some consecutive numbers, and how many they are. */
  readonly numbers: readonly number[];
  readonly labels: LayoutLabels;
  /** For places at equal distances on a straight line: x and y of the first one, x and y of the last one; in tenths. */
  readonly line?: readonly [number, number, number, number];
  /** Otherwise: x and y of the first place, then by how much each differs from the one before; in tenths. */
  readonly at?: readonly number[];
  /** Pairs: which category of the plan, from 0, and how many places in turn have it. */
  readonly categories: readonly number[];
  readonly marks?: LayoutMarks;
  /** Half the width of its places, in tenths; absent: as the distances allow. */
  readonly radius?: number;
}

interface LayoutPart {
  readonly key: string;
  readonly name: string;
}

export interface LayoutSeats extends LayoutPart {
  readonly kind: 'seats';
  readonly rows: readonly LayoutRow[];
}

export interface LayoutStanding extends LayoutPart, Point {
  readonly kind: 'standing';
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  readonly seatWord?: string;
  /** Which category of the plan, from 0. */
  readonly category: number;
  readonly numbers: readonly NumberRange[];
}

export type LayoutSection = LayoutSeats | LayoutStanding;

/** One version of a plan as readers get it: it never changes. */
export interface PlanLayout {
  readonly name: string;
  readonly venue: string | null;
  readonly width: number;
  readonly height: number;
  readonly words: PlanWords;
  readonly categories: readonly Category[];
  readonly stage: Decoration | null;
  readonly decorations: readonly Decoration[];
  readonly sections: readonly LayoutSection[];
}

/** The layout of a drawing. */
export function layoutOfDrawing(drawing: PlanDrawing): PlanLayout {
  const { name, venue, width, height, words, categories, stage, decorations, sections } = drawing;
  const indexes = new Map(categories.map(({ key }, index) => [key, index]));
  const packed = sections.map((section) => packSection(section, indexes));
  return { name, venue, width, height, words, categories, stage, decorations, sections: packed };
}

/** The layout of a plain plan. */
export function layoutOfPlain(layout: Layout): PlanLayout {
  const { totalSeats, seatsPerRow } = layout;
  const columns = Math.min(seatsPerRow, totalSeats);
  const count = Math.ceil(totalSeats / seatsPerRow);
  const [width, height] = [columns * SEAT_WIDTH, count * ROW_DEPTH];
  const stage: Decoration = {
    kind: 'rectangle',
    x: (width - SEAT_WIDTH) / 2 - width / 4,
    y: -2 * ROW_DEPTH,
    width: width / 2,
    height: 80,
    rotation: 0,
  };
  const rows = Array.from({ length: count }, (_, row): LayoutRow => {
    const first = row * seatsPerRow;
    const length = Math.min(seatsPerRow, totalSeats - first);
    const y = row * ROW_DEPTH * TENTHS;
    const line = [0, y, (length - 1) * SEAT_WIDTH * TENTHS, y] as const;
    return {
      label: rowLabel(row),
      numbers: [first, length],
      labels: { from: 1, step: 1 },
      line,
      categories: [0, length],
    };
  });
  const sections = [{ kind: 'seats' as const, key: 'all', name: '', rows }];
  return {
    name: '',
    venue: null,
    width,
    height,
    words: PLAN_WORDS,
    categories: [PLAIN_CATEGORY],
    stage,
    decorations: [],
    sections,
  };
}

function packSection(section: DrawnSection, categories: ReadonlyMap<string, number>): LayoutSection {
  const { key, name } = section;
  if (section.kind === 'seats') {
    const rows = section.rows.filter(({ places }) => places.length > 0);
    return { kind: 'seats', key, name, rows: rows.map((row) => packRow(section, row, categories)) };
  }
  const { x, y, width, height, rotation, seatWord, numbers } = section;
  const category = categories.get(section.category) ?? 0;
  const said = seatWord === undefined ? {} : { seatWord };
  return { kind: 'standing', key, name, x, y, width, height, rotation, category, numbers, ...said };
}

function packRow(section: SeatSection, row: DrawnRow, categories: ReadonlyMap<string, number>): LayoutRow {
  const { places } = row;
  const radius = places.find((place) => place.radius !== undefined)?.radius;
  const marks = packMarks(row);
  return {
    label: row.label,
    ...(row.word === undefined ? {} : { word: row.word }),
    ...(row.seatWord === undefined ? {} : { seatWord: row.seatWord }),
    numbers: packRuns(
      places.map(({ number }) => number),
      (value, before) => value === before + 1,
    ),
    labels: packLabels(places.map(({ label }) => label)),
    ...packPositions(places.map((place) => positionOf(section, row, place))),
    categories: packRuns(
      places.map(({ category }) => categories.get(category) ?? 0),
      (value, before) => value === before,
    ),
    ...(Object.keys(marks).length === 0 ? {} : { marks }),
    ...(radius === undefined ? {} : { radius: Math.round(radius * TENTHS) }),
  };
}

/** Pairs: a value, and how many in turn continue it. */
function packRuns(values: readonly number[], continues: (value: number, before: number) => boolean): readonly number[] {
  const runs: number[] = [];
  values.forEach((value, at) => {
    const before = values[at - 1];
    if (before !== undefined && continues(value, before)) runs[runs.length - 1] = (runs.at(-1) as number) + 1;
    else runs.push(value, 1);
  });
  return runs;
}

function packLabels(labels: readonly string[]): LayoutLabels {
  const numbers = labels.map((label) => (/^(?:0|[1-9]\d{0,8})$/.test(label) ? Number(label) : NaN));
  const [from = NaN, second = from + 1] = numbers;
  const step = second - from;
  return numbers.every((number, at) => number === from + at * step) ? { from, step } : labels;
}

function packPositions(points: readonly Point[]): Pick<LayoutRow, 'line' | 'at'> {
  const tenths = points.map(({ x, y }): Point => ({ x: Math.round(x * TENTHS), y: Math.round(y * TENTHS) }));
  const [first, last] = [tenths[0] as Point, tenths.at(-1) as Point];
  const straight = (at: number): Point => onLine(first, last, at, tenths.length);
  const isStraight = tenths.every(
    ({ x, y }, at) => Math.abs(x - straight(at).x) <= STRAIGHT && Math.abs(y - straight(at).y) <= STRAIGHT,
  );
  if (isStraight) return { line: [first.x, first.y, last.x, last.y] };
  return {
    at: tenths.flatMap(({ x, y }, at) => {
      const before = at === 0 ? { x: 0, y: 0 } : (tenths[at - 1] as Point);
      return [x - before.x, y - before.y];
    }),
  };
}

/** The point that is the `at`-th of `count` at equal distances, in whole tenths. */
export function onLine(first: Point, last: Point, at: number, count: number): Point {
  const part = count === 1 ? 0 : at / (count - 1);
  return { x: Math.round(first.x + (last.x - first.x) * part), y: Math.round(first.y + (last.y - first.y) * part) };
}

function packMarks({ places }: DrawnRow): LayoutMarks {
  const having = (mark: 'wheelchair' | 'restrictedView' | 'aisle') =>
    some(places.flatMap((place, at) => (place[mark] === true ? [at] : [])));
  const companionOf = some(
    places.flatMap((place, at) => (place.companionOf === undefined ? [] : [[at, place.companionOf] as const])),
  );
  const tooltip = some(
    places.flatMap((place, at) => (place.tooltip === undefined ? [] : [[at, place.tooltip] as const])),
  );
  const found = { wheelchair: having('wheelchair'), restrictedView: having('restrictedView'), aisle: having('aisle') };
  return Object.fromEntries(
    Object.entries({ ...found, companionOf, tooltip }).filter(([, places]) => places !== undefined),
  );
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** How many places a row of a layout has. */
export function sizeOfRow({ numbers }: Pick<LayoutRow, 'numbers'>): number {
  return numbers.reduce((sum, value, at) => (at % 2 === 1 ? sum + value : sum), 0);
}
