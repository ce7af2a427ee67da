import { PlanDrawing, Point } from '@modex/domain';
import { selectedPolygon } from '../model/corners';
import { Box, boxAround, pointsOf, Selection, sizeOf } from '../model/selection';
import { Look } from './look';
import { toScreen, View } from './view';

/** How far the handle that turns is above the selection, and how large handles are; CSS pixels. */
const [ABOVE, HALF] = [30, 6];

/** What the handles of a selection are painted from. */
export interface Handled {
  readonly drawing: PlanDrawing;
  readonly selection: Selection;
  readonly view: View;
  readonly look: Look;
  /** The corner that arrow keys move. */
  readonly corner: number | undefined;
}

/** Where the handle that turns the selection is on the screen; undefined where there is nothing to turn. */
export function turnHandle({ drawing, selection, view }: Omit<Handled, 'look' | 'corner'>): Point | undefined {
  const box = sizeOf(selection) === 1 && selection.places.size === 1 ? undefined : boxOf(drawing, selection);
  if (box === undefined) return undefined;
  const top = toScreen(view, { x: (box.left + box.right) / 2, y: box.top });
  return { x: top.x, y: Math.max(2 * HALF, top.y - ABOVE) };
}

/** The corner of the selected polygon that is at a point of the screen. */
export function cornerAt(
  { drawing, selection, view }: Omit<Handled, 'look' | 'corner'>,
  at: Point,
  reach: number,
): number | undefined {
  const corners = selectedPolygon(drawing, selection)?.corners ?? [];
  const found = corners.findIndex((corner) => isNear(toScreen(view, corner), at, reach));
  return found < 0 ? undefined : found;
}

export function isNear(one: Point, other: Point, reach: number): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) <= reach;
}

/** Paints the handles, in CSS pixels: a ring that turns, and a square on each corner. */
export function paintHandles(ctx: CanvasRenderingContext2D, handled: Handled): void {
  const { drawing, selection, view, look, corner } = handled;
  ctx.strokeStyle = look.chosen;
  ctx.lineWidth = 2;
  const handle = turnHandle(handled);
  if (handle) {
    ctx.beginPath();
    ctx.moveTo(handle.x, handle.y + HALF);
    ctx.lineTo(handle.x, handle.y + ABOVE - HALF / 2);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(handle.x, handle.y, HALF, 0, 2 * Math.PI);
    ctx.fillStyle = look.ground;
    ctx.fill();
    ctx.stroke();
  }
  (selectedPolygon(drawing, selection)?.corners ?? []).forEach((point, at) => {
    const { x, y } = toScreen(view, point);
    ctx.beginPath();
    ctx.rect(x - HALF, y - HALF, 2 * HALF, 2 * HALF);
    ctx.fillStyle = at === corner ? look.chosen : look.ground;
    ctx.fill();
    ctx.stroke();
  });
}

function boxOf(drawing: PlanDrawing, selection: Selection): Box | undefined {
  return boxAround(pointsOf(drawing, selection));
}
