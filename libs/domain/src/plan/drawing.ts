import { Category, PlaceMarks, Point } from './plan';

/** The words of a plan for its rows and places, where a row has none of its own. */
export interface PlanWords {
  readonly row: string;
  readonly seat: string;
}

export const PLAN_WORDS: PlanWords = { row: 'Row', seat: 'Seat' };

/** A place as it is drawn; its position is counted from that of its row. */
export interface DrawnPlace extends Point, PlaceMarks {
  /** Unique in the plan, the same in all its versions, and never used again. */
  readonly number: number;
  readonly label: string;
  /** Key of a category of the plan. */
  readonly category: string;
  /** Half its width; absent: as large as the distance to its neighbours allows. */
  readonly radius?: number | undefined;
  /** What another program knows it by; kept for exports. */
  readonly guid?: string | undefined;
}

/**
 * How the places of a row were laid out, so that an editor can lay them out anew. The positions of the places are what
 * counts.
 */
export interface RowLine {
  /** From one place to the next. */
  readonly spacing: number;
  /** In degrees, clockwise; 0 runs to the right. */
  readonly angle: number;
  /** How far the row bends away from the straight line between its ends; positive: its middle is further down. */
  readonly bend: number;
}

/** A row, or a table with its chairs; its position is counted from that of its section. */
export interface DrawnRow extends Point {
  /** C, "Box 3", VIII. */
  readonly label: string;
  /** What is said before the label; empty: nothing, absent: the word of the plan. */
  readonly word?: string | undefined;
  /** What is said before the label of each of its places; empty: nothing, absent: the word of the plan. */
  readonly seatWord?: string | undefined;
  readonly line?: RowLine | undefined;
  /** As people see them, from the left; round a table clockwise. */
  readonly places: readonly DrawnPlace[];
}

interface DrawnPart extends Point {
  /** Unique in the plan. */
  readonly key: string;
  /** Empty only in a plan of one section. */
  readonly name: string;
  /** Round its position, in degrees, clockwise. */
  readonly rotation: number;
}

export interface SeatSection extends DrawnPart {
  readonly kind: 'seats';
  /** From the stage. */
  readonly rows: readonly DrawnRow[];
}

/** Numbers of places without a position: `count` of them from `first` on. */
export interface NumberRange {
  readonly first: number;
  readonly count: number;
}

/** Where people stand: places 1 … n, of which customers say how many they want. Its position is its upper left corner. */
export interface StandingSection extends DrawnPart {
  readonly kind: 'standing';
  readonly width: number;
  readonly height: number;
  /** Key of a category of the plan. */
  readonly category: string;
  /** What is said before the number of a place; absent: Place. */
  readonly seatWord?: string | undefined;
  /** The numbers of its places: the first of the first range is place 1. */
  readonly numbers: readonly NumberRange[];
}

export type DrawnSection = SeatSection | StandingSection;

export interface DrawnText extends Point {
  readonly text: string;
  /** Height of its letters. */
  readonly size: number;
  /** As `#rrggbb`; absent: that of the theme. */
  readonly color?: string | undefined;
}

interface DrawnShape extends Point {
  /** Round its position, in degrees, clockwise. */
  readonly rotation: number;
  /** As `#rrggbb`; absent: that of the theme. */
  readonly color?: string | undefined;
  readonly border?: string | undefined;
  /** Counted from the position of the shape. */
  readonly text?: DrawnText | undefined;
}

/** What is not sold: stage, bar, pillars, words. A rectangle has its position at its upper left corner, an ellipse in its middle. */
export type Decoration =
  | (DrawnShape & { readonly kind: 'rectangle'; readonly width: number; readonly height: number })
  | (DrawnShape & { readonly kind: 'ellipse'; readonly radiusX: number; readonly radiusY: number })
  | (DrawnShape & { readonly kind: 'polygon'; readonly points: readonly Point[] })
  | (DrawnShape & { readonly kind: 'text'; readonly text: DrawnText });

/** A plan as it is drawn and edited, one version of it. */
export interface PlanDrawing {
  readonly name: string;
  readonly venue: string | null;
  readonly width: number;
  readonly height: number;
  readonly words: PlanWords;
  readonly categories: readonly Category[];
  readonly stage: Decoration | null;
  readonly decorations: readonly Decoration[];
  readonly sections: readonly DrawnSection[];
  /** The lowest number that no place of any version has had. */
  readonly nextNumber: number;
}

/** The numbers of a standing section, place by place. */
export function* numbersOf({ numbers }: Pick<StandingSection, 'numbers'>): Generator<number> {
  for (const { first, count } of numbers) {
    for (let number = first; number < first + count; number++) yield number;
  }
}

/** How many people a standing section has room for. */
export function capacityOf({ numbers }: Pick<StandingSection, 'numbers'>): number {
  return numbers.reduce((sum, { count }) => sum + count, 0);
}

/** How many places a drawing has. */
export function placeCount({ sections }: Pick<PlanDrawing, 'sections'>): number {
  return sections.reduce(
    (sum, section) =>
      sum +
      (section.kind === 'standing'
        ? capacityOf(section)
        : section.rows.reduce((seats, { places }) => seats + places.length, 0)),
    0,
  );
}

/** Where a place of a row is in the plan. */
export function positionOf(section: Pick<SeatSection, 'x' | 'y' | 'rotation'>, row: Point, place: Point): Point {
  const [x, y] = [row.x + place.x, row.y + place.y];
  if (section.rotation === 0) return { x: section.x + x, y: section.y + y };
  const angle = (section.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: section.x + x * cos - y * sin, y: section.y + x * sin + y * cos };
}
