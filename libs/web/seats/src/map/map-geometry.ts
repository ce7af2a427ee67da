import Flatbush from 'flatbush';
import { Decoration, DrawnText, LaidOutPlan, LayoutStanding, TENTHS } from '@modex/domain';

/** A rectangle of the plan; like all of the map, in tenths of a plan unit. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A point of the plan, in tenths of a plan unit. */
export interface PlanPoint {
  readonly x: number;
  readonly y: number;
}

/** From seat to seat where a plan has no two beside each other: half a metre. */
const USUAL_PITCH = 500;
/** Half the width of a seat, as a share of the distance to its neighbour. */
const ROOM = 0.42;
/** How far from a seat's middle, in pitches, a press still means it. */
const REACH = 0.75;

/** Where everything of a plan is: computed once for a plan, however often its seats change. */
export class MapGeometry {
  /** The distance from a seat to its neighbour in most rows. */
  readonly pitch: number;
  /** Half the width of the seats of each row. */
  readonly radii: Float32Array;
  /** All that is drawn, and a little around it. */
  readonly bounds: Box;
  /** The seats of each row from the left, by their index; empty where people stand. */
  readonly rows: readonly (readonly number[])[];
  private readonly standing: ReadonlyMap<LayoutStanding, readonly number[]>;
  private readonly tree: Flatbush | undefined;
  /** Which seats the tree has; standing places have no position. */
  private readonly placed: Uint32Array;

  constructor(readonly plan: LaidOutPlan) {
    this.rows = plan.rows.map(({ drawn }, row) => (drawn === undefined ? [] : plan.placesOf(row)));
    const steps = this.rows.map((row) => this.stepOf(row));
    this.pitch = usualStep(steps, this.rows);
    this.radii = Float32Array.from(plan.rows, ({ drawn }, row) => drawn?.radius ?? ROOM * (steps[row] ?? this.pitch));
    this.placed = Uint32Array.from(this.rows.flat());
    this.standing = new Map(
      plan.rows.flatMap(({ standing }, row) => (standing ? [[standing, plan.placesOf(row)] as const] : [])),
    );
    this.tree = this.plant();
    this.bounds = this.findBounds();
  }

  /** Half the width of a seat. */
  radiusOf(index: number): number {
    return this.radii[this.plan.row[index] as number] as number;
  }

  /** The seat that a press at a point means; undefined where there is none near. @param reach how far it reaches at least */
  seatNear({ x, y }: PlanPoint, reach = 0): number | undefined {
    const found = this.tree?.neighbors(x, y, 1, Math.max(reach, REACH * this.pitch))[0];
    return found === undefined ? undefined : this.placed[found];
  }

  /** The seats whose middles are in a rectangle. */
  seatsIn({ left, top, right, bottom }: Box): readonly number[] {
    const found = this.tree?.search(left, top, right, bottom) ?? [];
    return found.map((at) => this.placed[at] as number);
  }

  /** The section where people stand that a point is in; undefined where there is none. */
  standingAt(point: PlanPoint): LayoutStanding | undefined {
    return standingOf(this.plan).find((section) => {
      const { x, y } = turned(point, section, -section.rotation);
      return x >= 0 && y >= 0 && x <= section.width * TENTHS && y <= section.height * TENTHS;
    });
  }

  /** The places of a section where people stand, by their index; the same list each time. */
  standingSeats(section: LayoutStanding): readonly number[] {
    return this.standing.get(section) ?? [];
  }

  private stepOf(row: readonly number[]): number | undefined {
    const { x, y } = this.plan;
    let least = Infinity;
    for (let at = 1; at < row.length; at++) {
      const [one, other] = [row[at - 1] as number, row[at] as number];
      const step = Math.hypot((x[other] as number) - (x[one] as number), (y[other] as number) - (y[one] as number));
      if (step > 0) least = Math.min(least, step);
    }
    return least === Infinity ? undefined : least;
  }

  private plant(): Flatbush | undefined {
    if (this.placed.length === 0) return undefined;
    const tree = new Flatbush(this.placed.length, 16, Int32Array);
    for (const index of this.placed) tree.add(this.plan.x[index] as number, this.plan.y[index] as number);
    tree.finish();
    return tree;
  }

  private findBounds(): Box {
    const { layout } = this.plan;
    const around = 0.6 * this.pitch;
    const points = [
      ...(this.tree === undefined ? [] : cornersOf(this.tree, around)),
      ...[layout.stage ?? [], layout.decorations].flat().flatMap(cornersOfDecoration),
      ...standingOf(this.plan).flatMap(cornersOfStanding),
    ];
    if (points.length === 0) return { left: 0, top: 0, right: this.pitch, bottom: this.pitch };
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    return {
      left: Math.min(...xs) - around / 2,
      top: Math.min(...ys) - around / 2,
      right: Math.max(...xs) + around / 2,
      bottom: Math.max(...ys) + around / 2,
    };
  }
}

/** The sections of a plan where people stand. */
export function standingOf({ layout }: LaidOutPlan): readonly LayoutStanding[] {
  return layout.sections.filter((section): section is LayoutStanding => section.kind === 'standing');
}

function usualStep(steps: readonly (number | undefined)[], rows: readonly (readonly number[])[]): number {
  const known = steps.flatMap((step, row) => (step === undefined ? [] : [{ step, size: rows[row]?.length ?? 0 }]));
  known.sort((one, other) => one.step - other.step);
  let left = known.reduce((sum, { size }) => sum + size, 0) / 2;
  return known.find(({ size }) => (left -= size) <= 0)?.step ?? USUAL_PITCH;
}

function cornersOf({ minX, minY, maxX, maxY }: Flatbush, around: number): readonly PlanPoint[] {
  return [
    { x: minX - around, y: minY - around },
    { x: maxX + around, y: maxY + around },
  ];
}

/** The corners of where people stand. */
export function cornersOfStanding(section: LayoutStanding): readonly PlanPoint[] {
  const [width, height] = [section.width * TENTHS, section.height * TENTHS];
  return rectangle(width, height).map((corner) => placedAt(corner, section));
}

/** The corners of what a decoration is in. */
export function cornersOfDecoration(shape: Decoration): readonly PlanPoint[] {
  return outlineOf(shape).map((point) => placedAt(point, shape));
}

function outlineOf(shape: Decoration): readonly PlanPoint[] {
  if (shape.kind === 'rectangle') return rectangle(shape.width * TENTHS, shape.height * TENTHS);
  if (shape.kind === 'polygon') return shape.points.map(({ x, y }) => ({ x: x * TENTHS, y: y * TENTHS }));
  if (shape.kind === 'text') return around(shape.text);
  const [x, y] = [shape.radiusX * TENTHS, shape.radiusY * TENTHS];
  return [
    { x: -x, y: -y },
    { x, y: -y },
    { x, y },
    { x: -x, y },
  ];
}

/** About how wide a letter is, as a share of its height. */
const LETTER_WIDTH = 0.6;

/** About where a text is, which is written around its point. */
function around({ x, y, size, text }: DrawnText): readonly PlanPoint[] {
  const [dx, dy] = [(text.length * LETTER_WIDTH * size * TENTHS) / 2, (size * TENTHS) / 2];
  return rectangle(2 * dx, 2 * dy).map((corner) => ({ x: x * TENTHS - dx + corner.x, y: y * TENTHS - dy + corner.y }));
}

function rectangle(width: number, height: number): readonly PlanPoint[] {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
}

interface Part {
  /** In plan units. */
  readonly x: number;
  readonly y: number;
  /** In degrees, clockwise. */
  readonly rotation: number;
}

/** A point that is counted from the position of a part, as a point of the plan. */
function placedAt({ x, y }: PlanPoint, part: Part): PlanPoint {
  const [cos, sin] = [Math.cos(radians(part.rotation)), Math.sin(radians(part.rotation))];
  return { x: part.x * TENTHS + x * cos - y * sin, y: part.y * TENTHS + x * sin + y * cos };
}

/** A point of the plan as it is counted from the position of a part, turned by some degrees. */
function turned({ x, y }: PlanPoint, part: Part, degrees: number): PlanPoint {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  const [dx, dy] = [x - part.x * TENTHS, y - part.y * TENTHS];
  return { x: dx * cos - dy * sin, y: dx * sin + dy * cos };
}

/** Degrees as the canvas and `Math` want them. */
export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
