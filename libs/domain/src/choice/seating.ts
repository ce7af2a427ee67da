import { LaidOutPlan, MARKS } from '../plan/drawn-plan';
import { TENTHS } from '../plan/layout';
import { middleOfShape, stageOf } from '../plan/stage';

/** Where a place or a spot is for those who look at the stage: to the side in seat widths, and away from it in rows. */
export interface Spot {
  readonly column: number;
  readonly depth: number;
}

/** A row as choosing seats needs it. Where people stand it is all places of the section, which have no order. */
export interface SeatingRow {
  /** Its place among the rows of the plan. */
  readonly index: number;
  readonly section: number;
  /** Numbers of its places, from the left. */
  readonly places: readonly number[];
  /** Where each place is. */
  readonly spots: readonly Spot[];
  /** Which places have a gap on their left: a wider distance, or an aisle. The first place of a row has one. */
  readonly gaps: readonly boolean[];
  readonly isStanding: boolean;
}

/** A plan as choosing seats needs it. */
export interface Seating {
  readonly plan: LaidOutPlan;
  readonly rows: readonly SeatingRow[];
  /** The spot with the best view: in the middle, a third of the way to the back of the section that is nearest to the stage. */
  readonly view: Spot;
  /** The same in the row nearest to the stage. */
  readonly front: Spot;
}

/** Places further apart than this many typical distances of their row have a gap between them. */
const GAP = 1.6;
/** How deep a row is, in seat widths, where there is only one. */
const USUAL_DEPTH = 1.8;

interface Vector {
  readonly x: number;
  readonly y: number;
}

/** The axes of a plan: which way is to the side and which away from the stage, and the units. */
interface Frame {
  readonly origin: Vector;
  readonly side: Vector;
  readonly away: Vector;
  readonly seatWidth: number;
  readonly rowDepth: number;
}

const known = new WeakMap<LaidOutPlan, Seating>();

/** The seating of a plan; made once. */
export function seatingOf(plan: LaidOutPlan): Seating {
  const seating = known.get(plan) ?? makeSeating(plan);
  known.set(plan, seating);
  return seating;
}

function makeSeating(plan: LaidOutPlan): Seating {
  const points = plan.rows.map((_, row) => plan.placesOf(row).map((index) => pointOf(plan, index)));
  const stage = middleOfStage(plan);
  const main = mainSection(plan, points, stage);
  const frame = frameOf(
    points.filter((_, row) => plan.rows[row]?.section === main && plan.rows[row]?.standing === undefined),
    stage,
  );
  const rows = plan.rows.map((row, index): SeatingRow => ({
    index,
    section: row.section,
    places: plan.placesOf(index).map((place) => plan.numberAt(place)),
    spots: (points[index] ?? []).map((point) => spotOf(point, frame)),
    gaps: row.standing === undefined ? gapsOf(plan, index, points[index] ?? []) : [],
    isStanding: row.standing !== undefined,
  }));
  const mainRows = rows.filter(
    ({ section, isStanding, places }) => section === main && !isStanding && places.length > 0,
  );
  const byDepth = mainRows.map((row) => exact(mean(row.spots.map(({ depth }) => depth)))).sort((a, b) => a - b);
  const column = middleOf(mainRows);
  const depthOf = (row: number): number => byDepth[row] ?? 0;
  const view = { column, depth: depthOf(Math.floor((byDepth.length - 1) / 3)) };
  return { plan, rows, view, front: { column, depth: depthOf(0) } };
}

function pointOf(plan: LaidOutPlan, index: number): Vector {
  const standing = plan.rows[plan.row[index] ?? 0]?.standing;
  if (standing === undefined) return { x: plan.x[index] ?? 0, y: plan.y[index] ?? 0 };
  return { x: TENTHS * (standing.x + standing.width / 2), y: TENTHS * (standing.y + standing.height / 2) };
}

/** The middle of the stage in tenths of a unit; without one, that of the upper edge. */
function middleOfStage({ layout }: LaidOutPlan): Vector {
  const stage = stageOf(layout);
  const { x, y } = stage === null ? { x: layout.width / 2, y: 0 } : middleOfShape(stage);
  return { x: TENTHS * x, y: TENTHS * y };
}

/** The section with the place nearest to the stage, among those with seats. */
function mainSection(plan: LaidOutPlan, points: readonly (readonly Vector[])[], stage: Vector): number {
  let [main, nearest] = [0, Infinity];
  points.forEach((row, index) => {
    const { section = 0, standing } = plan.rows[index] ?? {};
    if (standing !== undefined) return;
    const distance = Math.min(...row.map((point) => distanceOf(point, stage)));
    if (distance < nearest) [main, nearest] = [section, distance];
  });
  return main;
}

/** The axes along the rows of a section. */
function frameOf(rows: readonly (readonly Vector[])[], origin: Vector): Frame {
  const long = rows.filter((row) => row.length > 1);
  const chords = long.map((row) => minus(row.at(-1) as Vector, row[0] as Vector));
  const side = unit(chords.reduce((sum, chord) => ({ x: sum.x + chord.x, y: sum.y + chord.y }), { x: 0, y: 0 }));
  const turned = { x: -side.y, y: side.x };
  const centre = middle(rows.flat());
  const away = dot(turned, minus(centre, origin)) < 0 ? { x: -turned.x, y: -turned.y } : turned;
  const seatWidth = median(long.flatMap((row) => steps(row))) || 1;
  const depths = rows.filter((row) => row.length > 0).map((row) => dot(minus(middle(row), origin), away));
  const rowDepth =
    median(depths.slice(1).map((depth, at) => Math.abs(depth - (depths[at] ?? 0)))) || USUAL_DEPTH * seatWidth;
  return { origin, side, away, seatWidth, rowDepth };
}

function spotOf(point: Vector, { origin, side, away, seatWidth, rowDepth }: Frame): Spot {
  const from = minus(point, origin);
  return { column: exact(dot(from, side) / seatWidth), depth: exact(dot(from, away) / rowDepth) };
}

/** A number whose sums are exact: groups as far from a spot as each other are told so. */
function exact(number: number): number {
  return Math.round(number * 1_024) / 1_024;
}

/** The column in front of the middle of the stage, if the rows reach it; else the one that is nearest to it. */
function middleOf(rows: readonly SeatingRow[]): number {
  const columns = rows.flatMap(({ spots }) => [spots[0]?.column ?? 0, spots.at(-1)?.column ?? 0]);
  return columns.length === 0 ? 0 : Math.min(Math.max(0, Math.min(...columns)), Math.max(...columns));
}

function gapsOf(plan: LaidOutPlan, row: number, points: readonly Vector[]): readonly boolean[] {
  const typical = median(steps(points));
  const aisles = plan.placesOf(row).map((index) => ((plan.marks[index] ?? 0) & MARKS.aisle) !== 0);
  return points.map((point, at) => {
    const before = points[at - 1];
    if (before === undefined) return true;
    return (aisles[at] === true && aisles[at - 1] === true) || distanceOf(before, point) > GAP * typical;
  });
}

function steps(points: readonly Vector[]): readonly number[] {
  return points.slice(1).map((point, at) => distanceOf(points[at] as Vector, point));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

function middle(points: readonly Vector[]): Vector {
  return { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
}

function minus(one: Vector, other: Vector): Vector {
  return { x: one.x - other.x, y: one.y - other.y };
}

function dot(one: Vector, other: Vector): number {
  return one.x * other.x + one.y * other.y;
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(vector.x, vector.y);
  return length === 0 ? { x: 1, y: 0 } : { x: vector.x / length, y: vector.y / length };
}

function distanceOf(one: Vector, other: Vector): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
