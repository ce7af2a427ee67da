import { DrawnPlace, DrawnRow, PlanDrawing, positionOf, SeatSection } from '@modex/domain';

/** A place with where it is in the plan, and in which row of which section. */
export interface Placed {
  readonly place: DrawnPlace;
  readonly row: DrawnRow;
  readonly section: SeatSection;
  readonly x: number;
  readonly y: number;
  /** Half its width. */
  readonly radius: number;
}

/** Half the width of a place where nothing says it: of half a metre, a little is left free. */
const RADIUS = 20;

const known = new WeakMap<SeatSection, readonly Placed[]>();

/** The places of a section; a section that did not change is not looked at again. */
export function placedOf(section: SeatSection): readonly Placed[] {
  const before = known.get(section);
  if (before) return before;
  const placed = section.rows.flatMap((row) => placedInRow(section, row));
  known.set(section, placed);
  return placed;
}

/** All places of a drawing. */
export function allPlaced({ sections }: Pick<PlanDrawing, 'sections'>): readonly Placed[] {
  return sections.flatMap((section) => (section.kind === 'seats' ? placedOf(section) : []));
}

const spots = new WeakMap<PlanDrawing['sections'], ReadonlyMap<number, Placed>>();

/** The places of a drawing by their numbers. */
export function placesByNumber(drawing: Pick<PlanDrawing, 'sections'>): ReadonlyMap<number, Placed> {
  const before = spots.get(drawing.sections);
  if (before) return before;
  const map = new Map(allPlaced(drawing).map((placed) => [placed.place.number, placed]));
  spots.set(drawing.sections, map);
  return map;
}

function placedInRow(section: SeatSection, row: DrawnRow): readonly Placed[] {
  return row.places.map((place, at) => {
    const { x, y } = positionOf(section, row, place);
    return { place, row, section, x, y, radius: place.radius ?? radiusIn(row, at) };
  });
}

/** Places touch neither neighbour. */
function radiusIn({ places }: DrawnRow, at: number): number {
  const place = places[at] as DrawnPlace;
  const nearest = [places[at - 1], places[at + 1]].reduce(
    (least, other) => Math.min(least, other ? Math.hypot(other.x - place.x, other.y - place.y) : Infinity),
    2 * RADIUS * 1.2,
  );
  return Math.max(3, nearest * 0.42);
}
