import { PlanDrawing, Point, positionOf } from '@modex/domain';

/** Free space to the right of what is drawn, and below it. */
const MARGIN = 50;

/** The size of a plan that holds all that is drawn. */
export function extentOf({ sections, decorations }: Pick<PlanDrawing, 'sections' | 'decorations'>): {
  readonly width: number;
  readonly height: number;
} {
  let [width, height] = [0, 0];
  const hold = ({ x, y }: Point): void => {
    [width, height] = [Math.max(width, x), Math.max(height, y)];
  };
  for (const section of sections) {
    if (section.kind === 'standing') hold({ x: section.x + section.width, y: section.y + section.height });
    else section.rows.forEach((row) => row.places.forEach((place) => hold(positionOf(section, row, place))));
  }
  for (const shape of decorations) {
    hold(shape);
    if (shape.kind === 'rectangle') hold({ x: shape.x + shape.width, y: shape.y + shape.height });
    if (shape.kind === 'ellipse') hold({ x: shape.x + shape.radiusX, y: shape.y + shape.radiusY });
    if (shape.kind === 'polygon') shape.points.forEach(({ x, y }) => hold({ x: shape.x + x, y: shape.y + y }));
  }
  return { width: Math.ceil(width) + MARGIN, height: Math.ceil(height) + MARGIN };
}
