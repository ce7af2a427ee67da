import { Decoration, DrawnRow, DrawnSection, PlanDrawing, Point, SeatSection } from '@modex/domain';
import { allPlaced, Placed, placedOf, placesByNumber } from './places';
import { turned } from './row-line';

/** A shape among the decorations by its index, or the stage. */
export type ShapeRef = number | 'stage';

/** What is selected: places by their numbers, standing sections by their keys, shapes. */
export interface Selection {
  readonly places: ReadonlySet<number>;
  readonly standing: ReadonlySet<string>;
  readonly shapes: ReadonlySet<ShapeRef>;
}

export const NOTHING: Selection = { places: new Set(), standing: new Set(), shapes: new Set() };

export function ofPlaces(numbers: Iterable<number>): Selection {
  return { ...NOTHING, places: new Set(numbers) };
}

export function sizeOf({ places, standing, shapes }: Selection): number {
  return places.size + standing.size + shapes.size;
}

/** Both together, or without what is in both if everything of the second is in the first (as Shift and a click mean it). */
export function toggled(one: Selection, other: Selection): Selection {
  const inside =
    [...other.places].every((place) => one.places.has(place)) &&
    [...other.standing].every((key) => one.standing.has(key)) &&
    [...other.shapes].every((shape) => one.shapes.has(shape));
  return inside ? without(one, other) : joined(one, other);
}

export function joined(one: Selection, other: Selection): Selection {
  return {
    places: new Set([...one.places, ...other.places]),
    standing: new Set([...one.standing, ...other.standing]),
    shapes: new Set([...one.shapes, ...other.shapes]),
  };
}

function without(one: Selection, other: Selection): Selection {
  return {
    places: new Set([...one.places].filter((place) => !other.places.has(place))),
    standing: new Set([...one.standing].filter((key) => !other.standing.has(key))),
    shapes: new Set([...one.shapes].filter((shape) => !other.shapes.has(shape))),
  };
}

/** What is left of a selection after a change: what is still there. */
export function stillThere(drawing: PlanDrawing, selection: Selection): Selection {
  const byNumber = placesByNumber(drawing);
  const keys = new Set(drawing.sections.map(({ key }) => key));
  const shapes = [...selection.shapes].filter((shape) =>
    shape === 'stage' ? drawing.stage !== null : shape < drawing.decorations.length,
  );
  return {
    places: new Set([...selection.places].filter((number) => byNumber.has(number))),
    standing: new Set([...selection.standing].filter((key) => keys.has(key))),
    shapes: new Set(shapes),
  };
}

/** The places that are selected, in the order of the drawing. */
export function selectedPlaces(drawing: PlanDrawing, { places }: Selection): readonly Placed[] {
  if (places.size === 0) return [];
  if (places.size === 1) return [placesByNumber(drawing).get([...places][0] as number) ?? []].flat();
  return allPlaced(drawing).filter(({ place }) => places.has(place.number));
}

/** Rows of which at least one place is selected, each with its section. */
export function touchedRows(
  drawing: PlanDrawing,
  selection: Selection,
): readonly { readonly section: SeatSection; readonly row: DrawnRow }[] {
  const rows = new Map(selectedPlaces(drawing, selection).map(({ section, row }) => [row, section]));
  return [...rows].map(([row, section]) => ({ row, section }));
}

/** Sections of which something is selected. */
export function touchedSections(drawing: PlanDrawing, selection: Selection): readonly DrawnSection[] {
  const touched = new Set<DrawnSection>(selectedPlaces(drawing, selection).map(({ section }) => section));
  return drawing.sections.filter((section) => touched.has(section) || selection.standing.has(section.key));
}

/** The whole rows of what is selected; if they are all selected already, the whole sections. */
export function widened(drawing: PlanDrawing, selection: Selection): Selection {
  const rows = touchedRows(drawing, selection).flatMap(({ row }) => row.places.map(({ number }) => number));
  if (rows.some((number) => !selection.places.has(number))) return joined(selection, ofPlaces(rows));
  return joined(selection, ofPlaces(touchedSections(drawing, selection).flatMap(numbersIn)));
}

/** The numbers of a section's places that have a position. */
export function numbersIn(section: DrawnSection): readonly number[] {
  return section.kind === 'seats' ? placedOf(section).map(({ place }) => place.number) : [];
}

export function ofSection(section: DrawnSection): Selection {
  if (section.kind === 'standing') return { ...NOTHING, standing: new Set([section.key]) };
  return ofPlaces(numbersIn(section));
}

/** Everything there is. */
export function everything(drawing: PlanDrawing): Selection {
  const shapes: ShapeRef[] = drawing.decorations.map((_, at) => at);
  return {
    places: new Set(allPlaced(drawing).map(({ place }) => place.number)),
    standing: new Set(drawing.sections.filter(({ kind }) => kind === 'standing').map(({ key }) => key)),
    shapes: new Set(drawing.stage === null ? shapes : [...shapes, 'stage']),
  };
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxAround(points: readonly Point[]): Box | undefined {
  if (points.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return { left, top, right, bottom };
}

/** The shape of this name; undefined where there is none. */
export function shapeOf({ stage, decorations }: Pick<PlanDrawing, 'stage' | 'decorations'>, shape: ShapeRef) {
  return shape === 'stage' ? (stage ?? undefined) : decorations[shape];
}

/** Corners of a shape in the plan. */
export function cornersOf(shape: Decoration): readonly Point[] {
  return outlineOf(shape).map((point) => {
    const { x, y } = turned(point, shape.rotation);
    return { x: shape.x + x, y: shape.y + y };
  });
}

/** Corners of a standing section in the plan. */
export function cornersOfArea(area: Point & { width: number; height: number; rotation: number }): readonly Point[] {
  return cornersOf({ ...area, kind: 'rectangle' });
}

/** The points that a selection lies between. */
export function pointsOf(drawing: PlanDrawing, selection: Selection): readonly Point[] {
  const areas = drawing.sections.flatMap((section) =>
    section.kind === 'standing' && selection.standing.has(section.key) ? cornersOfArea(section) : [],
  );
  const shapes = [...selection.shapes].flatMap((ref) => {
    const shape = shapeOf(drawing, ref);
    return shape === undefined ? [] : cornersOf(shape);
  });
  return [...selectedPlaces(drawing, selection), ...areas, ...shapes];
}

function outlineOf(shape: Decoration): readonly Point[] {
  switch (shape.kind) {
    case 'rectangle':
      return boxCorners(0, 0, shape.width, shape.height);
    case 'ellipse':
      return boxCorners(-shape.radiusX, -shape.radiusY, shape.radiusX, shape.radiusY);
    case 'polygon':
      return shape.points;
    case 'text': {
      const half = (shape.text.text.length * shape.text.size) / 3.5;
      const { x, y, size } = shape.text;
      return boxCorners(x - half, y - size / 2, x + half, y + size / 2);
    }
  }
}

function boxCorners(left: number, top: number, right: number, bottom: number): readonly Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
