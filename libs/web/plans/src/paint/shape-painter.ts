import { Decoration } from '@modex/domain';
import { Look } from './look';

const FONT = '"Bricolage Grotesque Variable", system-ui, sans-serif';

/** Paints a shape at the origin, in plan units. @param word it is the stage: what is written where the plan says nothing */
export function paintShape(ctx: CanvasRenderingContext2D, shape: Decoration, look: Look, word?: string): void {
  ctx.beginPath();
  outline(ctx, shape);
  ctx.fillStyle =
    shape.color !== undefined && !look.isForced ? shape.color : word === undefined ? look.line : look.stage;
  if (shape.kind !== 'text') ctx.fill();
  if (shape.border !== undefined) {
    ctx.strokeStyle = look.isForced ? look.ink : shape.border;
    ctx.lineWidth = 4;
    ctx.stroke();
  }
  writeIn(ctx, shape, look, word);
}

function outline(ctx: CanvasRenderingContext2D, shape: Decoration): void {
  if (shape.kind === 'rectangle') {
    ctx.roundRect(0, 0, shape.width, shape.height, Math.min(shape.width, shape.height) / 8);
  } else if (shape.kind === 'ellipse') ctx.ellipse(0, 0, shape.radiusX, shape.radiusY, 0, 0, 2 * Math.PI);
  else if (shape.kind === 'polygon') {
    for (const { x, y } of shape.points) ctx.lineTo(x, y);
    ctx.closePath();
  }
}

function writeIn(ctx: CanvasRenderingContext2D, shape: Decoration, look: Look, word: string | undefined): void {
  const { text } = shape;
  if (text === undefined && word === undefined) return;
  const middle = shape.kind === 'rectangle' ? { x: shape.width / 2, y: shape.height / 2 } : { x: 0, y: 0 };
  const size = text?.size ?? (shape.kind === 'rectangle' ? Math.min(shape.height * 0.42, shape.width / 5) : 60);
  ctx.font = `700 ${size}px ${FONT}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const own = look.isForced ? undefined : text?.color;
  ctx.fillStyle = own ?? (word === undefined ? look.ink : look.stageInk);
  ctx.fillText(text?.text ?? word ?? '', text?.x ?? middle.x, text?.y ?? middle.y);
}
