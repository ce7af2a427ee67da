import { Decoration, LayoutStanding, TENTHS, weakGround } from '@modex/domain';
import { Region } from './map-frame';
import {
  Box,
  cornersOfDecoration,
  cornersOfStanding,
  MapGeometry,
  PlanPoint,
  radians,
  standingOf,
} from './map-geometry';
import { categoryColour, lookOf, Onlooker } from './seat-look';

/** How far lines and letters may reach out of a shape, in pitches. */
const REACH = 1;

/** Something that is drawn, with where it is. */
interface Drawn extends Box {
  readonly part: { readonly x: number; readonly y: number; readonly rotation: number };
  readonly draw: (ctx: CanvasRenderingContext2D) => void;
}

/** Paints what is on a plan besides seats: decorations, where people stand, and the stage. */
export class DecorationPainter {
  private readonly drawn: readonly Drawn[];

  constructor(
    private readonly geometry: MapGeometry,
    private readonly onlooker: Onlooker,
  ) {
    const { plan } = geometry;
    const { colours } = onlooker;
    const shape = (part: Decoration, look: ShapeLook): Drawn => ({
      ...this.boxOf([
        ...cornersOfDecoration(part),
        // A text may be longer than its shape.
        ...(part.text ? cornersOfDecoration({ ...part, kind: 'text', text: part.text }) : []),
      ]),
      part,
      draw: (ctx) => paintShape(ctx, part, look),
    });
    const { stage } = plan.layout;
    this.drawn = [
      ...plan.layout.decorations.map((part) => shape(part, { fill: colours.line, ink: colours.ink })),
      ...standingOf(plan).map((part) => ({
        ...this.boxOf(cornersOfStanding(part)),
        part,
        draw: (ctx: CanvasRenderingContext2D) => this.paintStanding(ctx, part),
      })),
      ...(stage === null ? [] : [shape(stage, { fill: colours.stage, ink: colours.stageInk, word: $localize`STAGE` })]),
    ];
  }

  paint(ctx: CanvasRenderingContext2D, { left, top, width, height, scale }: Region): void {
    const { bounds } = this.geometry;
    const [x, y] = [bounds.left + left / scale, bounds.top + top / scale];
    for (const { part, draw, ...box } of this.drawn) {
      if (box.right < x || box.bottom < y || box.left > x + width / scale || box.top > y + height / scale) continue;
      ctx.setTransform(scale, 0, 0, scale, -left - bounds.left * scale, -top - bounds.top * scale);
      ctx.translate(part.x * TENTHS, part.y * TENTHS);
      ctx.rotate(radians(part.rotation));
      ctx.scale(TENTHS, TENTHS);
      draw(ctx);
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
  }

  private boxOf(corners: readonly PlanPoint[]): Box {
    const [xs, ys, more] = [corners.map(({ x }) => x), corners.map(({ y }) => y), REACH * this.geometry.pitch];
    const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
    return { left: box.left - more, top: box.top - more, right: box.right + more, bottom: box.bottom + more };
  }

  private paintStanding(ctx: CanvasRenderingContext2D, { width, height, category }: LayoutStanding): void {
    const look = lookOf(this.onlooker, 0, categoryColour(this.geometry.plan, category));
    ctx.beginPath();
    ctx.roundRect(0, 0, width, height, Math.min(width, height) / 12);
    ctx.fillStyle = look.fill;
    ctx.fill();
    ctx.strokeStyle = look.edge;
    ctx.lineWidth = 6;
    ctx.stroke();
  }
}

interface ShapeLook {
  readonly fill: string;
  readonly ink: string;
  /** What is written in it where the plan says nothing. */
  readonly word?: string;
}

/** Paints a decoration at the origin, in plan units. */
function paintShape(ctx: CanvasRenderingContext2D, shape: Decoration, look: ShapeLook): void {
  ctx.beginPath();
  if (shape.kind === 'rectangle')
    ctx.roundRect(0, 0, shape.width, shape.height, Math.min(shape.width, shape.height) / 6);
  else if (shape.kind === 'ellipse') ctx.ellipse(0, 0, shape.radiusX, shape.radiusY, 0, 0, 2 * Math.PI);
  else if (shape.kind === 'polygon') for (const { x, y } of shape.points) ctx.lineTo(x, y);
  ctx.closePath();
  ctx.fillStyle = shape.color ?? look.fill;
  if (shape.kind !== 'text') ctx.fill();
  if (shape.border !== undefined) {
    ctx.strokeStyle = shape.border;
    ctx.lineWidth = 4;
    ctx.stroke();
  }
  writeIn(ctx, shape, look);
}

function writeIn(ctx: CanvasRenderingContext2D, shape: Decoration, look: ShapeLook): void {
  const own = shape.text;
  const middle = shape.kind === 'rectangle' ? { x: shape.width / 2, y: shape.height / 2 } : { x: 0, y: 0 };
  const height = shape.kind === 'rectangle' ? shape.height : shape.kind === 'ellipse' ? shape.radiusY : 100;
  const text = own?.text ?? look.word;
  if (text === undefined) return;
  const size = own?.size ?? height * 0.42;
  ctx.font = `700 ${size}px "Bricolage Grotesque Variable", system-ui, sans-serif`;
  ctx.letterSpacing = own === undefined ? `${size * 0.3}px` : '0px';
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = inkOf(shape, look);
  const at = own ?? { x: middle.x + size * 0.15, y: middle.y };
  ctx.fillText(text, at.x, at.y);
  ctx.letterSpacing = '0px';
}

/** What stands on the bare ground has to be legible on a dark one too, whatever colour the plan gives it. */
function inkOf({ kind, text }: Decoration, { ink }: ShapeLook): string {
  const color = text?.color ?? ink;
  return kind === 'text' && text?.color !== undefined && weakGround(color) !== undefined ? ink : color;
}
