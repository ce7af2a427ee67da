import { Decoration, PlanDrawing, Point } from '@modex/domain';
import { Draft } from './draft';
import { shapeIn } from './draft-parts';
import { rounded, turned } from './row-line';
import { cornersOf, Selection, ShapeRef, shapeOf, sizeOf } from './selection';

/** A polygon that alone is selected: its corners can be moved one by one. */
export interface SelectedPolygon {
  readonly ref: ShapeRef;
  readonly shape: Extract<Decoration, { kind: 'polygon' }>;
  /** In the plan. */
  readonly corners: readonly Point[];
}

/** The polygon that is selected; undefined where it is something else, or not alone. */
export function selectedPolygon(drawing: PlanDrawing, selection: Selection): SelectedPolygon | undefined {
  const [ref] = selection.shapes;
  if (ref === undefined || sizeOf(selection) !== 1) return undefined;
  const shape = shapeOf(drawing, ref);
  return shape?.kind === 'polygon' ? { ref, shape, corners: cornersOf(shape) } : undefined;
}

/** Moves one corner of a polygon; the others stay where they are. @param by in the directions of the plan */
export function moveCorner(draft: Draft, ref: ShapeRef, corner: number, by: Point): void {
  const shape = shapeIn(draft, ref);
  const point = shape?.kind === 'polygon' ? shape.points[corner] : undefined;
  if (!shape || !point) return;
  const { x, y } = turned(by, -shape.rotation);
  Object.assign(point, rounded({ x: point.x + x, y: point.y + y }));
}
