import { SEAT_SHAPES, SeatMark } from '@modex/web-ui';
import { Frame, screenX, screenY } from './map-frame';
import { addChair } from './seat-look';
import { fontOf, widthOf } from './map-text';
import { drawSections, isFar } from './section-overlay';

/** Half the width of a seat in `SEAT_SHAPES`. */
const DRAWN_HALF = 8.5;
/** One's own seats are never drawn smaller than this, in CSS pixels. */
const OWN_HALF = 7;
/** Letters of rows are left out where they would touch; CSS pixels. */
const LETTER = 12;

/** Draws what lies over the seats: sections, letters of rows, and what belongs to the customer. */
export function drawOverlay(ctx: CanvasRenderingContext2D, frame: Frame): void {
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  if (!isFar(frame)) drawLetters(ctx, frame);
  drawSections(ctx, frame);
  if (frame.pointed !== undefined) drawRing(ctx, frame, frame.pointed);
  for (const index of frame.own.mine) drawOwn(ctx, frame, index, 'mine');
  for (const index of frame.own.lost) drawOwn(ctx, frame, index, 'lost');
  for (const index of frame.own.chosen) drawOwn(ctx, frame, index, 'chosen');
}

/** The letter of each row beside its first seat, or at the edge of the window where that is further left. */
function drawLetters(ctx: CanvasRenderingContext2D, frame: Frame): void {
  const { geometry, ratio, colours } = frame;
  ctx.font = fontOf(11 * ratio);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const last = new Map<number, number>();
  geometry.plan.rows.forEach(({ label, section }, row) => {
    const at = letterAt(frame, row);
    if (at === undefined || label === '') return;
    const before = last.get(section);
    if (before !== undefined && Math.abs(at.y - before) < LETTER * ratio) return;
    last.set(section, at.y);
    const width = widthOf(ctx, label, 11 * ratio);
    // Its last letter stands before the seats; at the edge its first one is whole.
    const x = at.isPinned ? 6 * ratio : Math.max(6 * ratio, at.x - width);
    if (at.isPinned) {
      ctx.fillStyle = colours.ground;
      ctx.beginPath();
      ctx.roundRect(x - 4 * ratio, at.y - 8 * ratio, width + 8 * ratio, 16 * ratio, 8 * ratio);
      ctx.fill();
    }
    ctx.fillStyle = colours.quiet;
    ctx.fillText(label, x, at.y);
  });
}

interface Letter {
  readonly x: number;
  readonly y: number;
  /** It stands at the edge of the window, over what is there. */
  readonly isPinned: boolean;
}

function letterAt(frame: Frame, row: number): Letter | undefined {
  const { geometry, ratio, scale } = frame;
  const { plan } = geometry;
  const seats = geometry.rows[row] as readonly number[];
  const [first, last] = [seats[0], seats.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const beside = screenX(frame, plan.x[first] as number) - geometry.radiusOf(first) * scale - 6 * ratio;
  const right = screenX(frame, plan.x[last] as number);
  const edge = 14 * ratio;
  if (right < edge || beside > frame.width) return undefined;
  const x = Math.max(beside, edge);
  const share = right === beside ? 0 : Math.max(0, (x - beside) / (right - beside));
  const near = seats[Math.round(share * (seats.length - 1))] as number;
  const y = screenY(frame, plan.y[near] as number);
  return y < 0 || y > frame.height ? undefined : { x, y, isPinned: x > beside };
}

function drawRing(ctx: CanvasRenderingContext2D, frame: Frame, index: number): void {
  const { geometry, scale, ratio, colours } = frame;
  const { plan } = geometry;
  const half = Math.max(geometry.radiusOf(index) * scale, 4 * ratio) + 2.5 * ratio;
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1.5 * ratio;
  ctx.beginPath();
  ctx.arc(screenX(frame, plan.x[index] as number), screenY(frame, plan.y[index] as number), half, 0, 2 * Math.PI);
  ctx.stroke();
}

/** A seat of the customer: its shape in its colour, in a ring, large enough to be seen from afar. */
function drawOwn(ctx: CanvasRenderingContext2D, frame: Frame, index: number, mark: SeatMark): void {
  const { geometry, scale, ratio, colours } = frame;
  const { plan } = geometry;
  const [x, y] = [screenX(frame, plan.x[index] as number), screenY(frame, plan.y[index] as number)];
  const half = Math.max(geometry.radiusOf(index) * scale, OWN_HALF * ratio);
  if (x < -half || y < -half || x > frame.width + half || y > frame.height + half) return;
  const line = colours.isForced ? colours.ink : mark === 'lost' ? colours.lost : colours.chosen;
  const paint = {
    chosen: { fill: colours.chosen, under: colours.chosenMark },
    mine: { fill: colours.chosenMark, under: colours.chosen },
    lost: { fill: colours.lost, under: colours.lostMark },
  }[mark as 'chosen' | 'mine' | 'lost'];
  const natural = geometry.radiusOf(index) * scale;
  ctx.strokeStyle = line;
  ctx.lineWidth = 1.5 * ratio;
  ctx.beginPath();
  // From afar it stands on a disc over its neighbours; near by it has a thin line around itself.
  if (natural < half) ctx.arc(x, y, half + 3.5 * ratio, 0, 2 * Math.PI);
  else if (mark !== 'lost') addChair(ctx, x, y, half + Math.max(ratio, 0.08 * half));
  ctx.fillStyle = colours.ground;
  ctx.fill();
  ctx.stroke();
  ctx.setTransform(half / DRAWN_HALF, 0, 0, half / DRAWN_HALF, x, y);
  ctx.fillStyle = paint.under;
  ctx.fill(new Path2D(SEAT_SHAPES.free));
  ctx.fillStyle = paint.fill;
  ctx.fill(new Path2D(SEAT_SHAPES[mark]), 'evenodd');
  ctx.strokeStyle = line;
  ctx.lineWidth = 1.2;
  ctx.stroke(new Path2D(mark === 'lost' ? SEAT_SHAPES.lost : SEAT_SHAPES.free));
  ctx.setTransform(1, 0, 0, 1, 0, 0);
}
