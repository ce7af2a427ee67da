import { DrawnPlace } from '@modex/domain';

/** Draws what is said of a place round it: a line before it for a restricted view, a bar at its side for an aisle, a dot for a companion. */
export function addMarks(ctx: CanvasRenderingContext2D, place: DrawnPlace, x: number, y: number, half: number): void {
  if (!place.restrictedView && !place.aisle && place.companionOf === undefined && place.tooltip === undefined) return;
  ctx.beginPath();
  if (place.restrictedView) {
    ctx.moveTo(x - 0.6 * half, y - 1.15 * half);
    ctx.lineTo(x + 0.6 * half, y - 1.15 * half);
  }
  if (place.aisle) {
    ctx.moveTo(x + 1.12 * half, y - 0.5 * half);
    ctx.lineTo(x + 1.12 * half, y + 0.5 * half);
  }
  ctx.stroke();
  if (place.companionOf === undefined && place.tooltip === undefined) return;
  ctx.beginPath();
  ctx.arc(x + 0.75 * half, y - 0.75 * half, 0.22 * half, 0, 2 * Math.PI);
  if (place.companionOf === undefined) ctx.stroke();
  else ctx.fill();
}
