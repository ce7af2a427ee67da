import { PlanDrawing, Point } from '@modex/domain';
import { Box, boxAround, everything, pointsOf } from '../model/selection';

/** Which part of a plan is seen: the point in the upper left corner, and CSS pixels for a unit. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const [SMALLEST, LARGEST] = [0.01, 4];
/** What is free round a whole plan, in CSS pixels. */
const MARGIN = 36;
const EMPTY: Box = { left: 0, top: 0, right: 2000, bottom: 1600 };

/** The view in which a whole plan is seen. */
export function fitting(drawing: PlanDrawing, size: Size, margin = MARGIN): View {
  const box = boxAround(pointsOf(drawing, everything(drawing))) ?? EMPTY;
  return viewOf(box, size, margin);
}

/** The view in which a box is seen, with its middle in the middle. */
export function viewOf(box: Box, { width, height }: Size, margin = MARGIN): View {
  const [wide, deep] = [Math.max(50, box.right - box.left), Math.max(50, box.bottom - box.top)];
  const scale = within(Math.min((width - 2 * margin) / wide, (height - 2 * margin) / deep));
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return { x: x - width / (2 * scale), y: y - height / (2 * scale), scale };
}

/** The view so many times as large, in which the point of the plan under a point of the screen stays where it is. */
export function zoomed(view: View, factor: number, at: Point): View {
  const scale = within(view.scale * factor);
  const held = toPlan(view, at);
  return { x: held.x - at.x / scale, y: held.y - at.y / scale, scale };
}

/** The view moved by CSS pixels. */
export function panned(view: View, x: number, y: number): View {
  return { ...view, x: view.x - x / view.scale, y: view.y - y / view.scale };
}

/** The point of the plan at a point of the screen. */
export function toPlan({ x, y, scale }: View, at: Point): Point {
  return { x: x + at.x / scale, y: y + at.y / scale };
}

/** Where a point of the plan is on the screen. */
export function toScreen({ x, y, scale }: View, at: Point): Point {
  return { x: (at.x - x) * scale, y: (at.y - y) * scale };
}

function within(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, Number.isFinite(scale) && scale > 0 ? scale : SMALLEST));
}
