import { PlanDrawing, Point } from '@modex/domain';
import { allPlaced, Placed } from './places';
import { Box, NOTHING, ofPlaces, Selection, ShapeRef, shapeOf, pointsOf, sizeOf } from './selection';
import { turned } from './row-line';

/** What is at a point of the plan: the place whose middle is nearest, else an area, else a shape. */
export function hitAt(drawing: PlanDrawing, at: Point, tolerance: number): Selection {
  const place = placeAt(drawing, at, tolerance);
  if (place) return ofPlaces([place.place.number]);
  const standing = drawing.sections.findLast((section) => section.kind === 'standing' && isInside(section, at));
  if (standing) return { ...NOTHING, standing: new Set([standing.key]) };
  const shape = drawing.decorations.findLastIndex((_, index) => isInShape(drawing, index, at));
  if (shape >= 0) return { ...NOTHING, shapes: new Set<ShapeRef>([shape]) };
  return isInShape(drawing, 'stage', at) ? { ...NOTHING, shapes: new Set<ShapeRef>(['stage']) } : NOTHING;
}

/** The place at a point, or the nearest one within a distance of its edge. */
export function placeAt(drawing: PlanDrawing, { x, y }: Point, tolerance: number): Placed | undefined {
  let found: Placed | undefined;
  let least = Infinity;
  for (const placed of allPlaced(drawing)) {
    const reach = placed.radius + tolerance;
    if (Math.abs(placed.x - x) > reach || Math.abs(placed.y - y) > reach) continue;
    const distance = Math.hypot(placed.x - x, placed.y - y);
    if (distance <= reach && distance < least) [found, least] = [placed, distance];
  }
  return found;
}

/** What lies in a box as a whole; of places the middle counts. */
export function hitIn(drawing: PlanDrawing, box: Box): Selection {
  const isIn = ({ x, y }: Point): boolean => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const whole = (selection: Selection): boolean => {
    const points = pointsOf(drawing, selection);
    return points.length > 0 && points.every(isIn);
  };
  const standing = drawing.sections
    .filter(({ kind, key }) => kind === 'standing' && whole({ ...NOTHING, standing: new Set([key]) }))
    .map(({ key }) => key);
  const refs: ShapeRef[] = [...drawing.decorations.keys(), 'stage'];
  return {
    places: new Set(
      allPlaced(drawing)
        .filter(isIn)
        .map(({ place }) => place.number),
    ),
    standing: new Set(standing),
    shapes: new Set(refs.filter((ref) => whole({ ...NOTHING, shapes: new Set([ref]) }))),
  };
}

/** Whether all of one selection is in the other. */
export function isWithin(one: Selection, other: Selection): boolean {
  return (
    sizeOf(one) > 0 &&
    [...one.places].every((place) => other.places.has(place)) &&
    [...one.standing].every((key) => other.standing.has(key)) &&
    [...one.shapes].every((shape) => other.shapes.has(shape))
  );
}

function isInside(
  area: Point & { readonly width: number; readonly height: number; readonly rotation: number },
  at: Point,
): boolean {
  const { x, y } = turned({ x: at.x - area.x, y: at.y - area.y }, -area.rotation);
  return x >= 0 && y >= 0 && x <= area.width && y <= area.height;
}

function isInShape(drawing: PlanDrawing, ref: ShapeRef, at: Point): boolean {
  const shape = shapeOf(drawing, ref);
  if (shape === undefined) return false;
  if (shape.kind === 'rectangle') return isInside(shape, at);
  const { x, y } = turned({ x: at.x - shape.x, y: at.y - shape.y }, -shape.rotation);
  if (shape.kind === 'ellipse') return (x / shape.radiusX) ** 2 + (y / shape.radiusY) ** 2 <= 1;
  if (shape.kind === 'polygon') return isInPolygon(shape.points, { x, y });
  const half = (shape.text.text.length * shape.text.size) / 3.5;
  return Math.abs(x - shape.text.x) <= half && Math.abs(y - shape.text.y) <= shape.text.size / 2;
}

function isInPolygon(points: readonly Point[], { x, y }: Point): boolean {
  let isIn = false;
  points.forEach((one, at) => {
    const other = points.at(at - 1) as Point;
    if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) isIn = !isIn;
  });
  return isIn;
}
