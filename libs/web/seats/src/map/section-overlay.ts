import { PackedStatus } from '@modex/domain';
import { Frame, screenX, screenY } from './map-frame';
import { MapGeometry, PlanPoint } from './map-geometry';
import { fontOf, widthOf } from './map-text';
import { categoryColour } from './seat-look';
import { filledTo, freeOf, hullsOf, SectionHull } from './section-hull';

/** Below this distance of two seats (CSS pixels) sections are shapes with names. */
const FAR = 5;
/** How large a name is at most and at least, and the words below it; CSS pixels. */
const NAME = 13;
const LEAST_NAME = 9.5;
const WORDS = 11;
/** How much of the ground covers the seats of a section from afar, and how strong what is free of it is. */
const VEIL = 0.85;
const LEVEL = 0.5;

/** Whether seats are so small that sections with names are seen instead. */
export function isFar({ geometry, scale, ratio }: Frame): boolean {
  return geometry.pitch * scale < FAR * ratio && hullsOf(geometry).some(({ isStanding }) => !isStanding);
}

/**
 * From afar each section that has a name is a shape that is filled as high as there are free seats in it, with its name and
 * how many they are as far as there is room; a cross says that there are none. Where people stand the words stay near by.
 */
export function drawSections(ctx: CanvasRenderingContext2D, frame: Frame): void {
  const far = isFar(frame);
  if (far) drawShapes(ctx, frame);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = ctx.lineCap = 'round';
  for (const hull of hullsOf(frame.geometry)) if (far || hull.isStanding) nameSection(ctx, frame, hull);
}

/** The shapes of all sections of one colour, in plan units. */
interface Shapes {
  readonly colour: string | undefined;
  readonly outlines: Path2D;
  readonly levels: Path2D;
}

const known = new WeakMap<
  MapGeometry,
  { readonly status: PackedStatus | undefined; readonly shapes: readonly Shapes[] }
>();

/** Made once for a status: a frame fills and strokes a few large paths. */
function shapesOf({ geometry, status }: Frame): readonly Shapes[] {
  const before = known.get(geometry);
  if (before !== undefined && before.status === status) return before.shapes;
  const shapes = new Map<number, Shapes>();
  for (const { outline, seats, category, isStanding } of hullsOf(geometry)) {
    if (isStanding) continue;
    const colour = categoryColour(geometry.plan, category);
    const one = shapes.get(category) ?? { colour, outlines: new Path2D(), levels: new Path2D() };
    shapes.set(category, one);
    addShape(one.outlines, outline);
    addShape(one.levels, filledTo(outline, freeOf(status, seats) / seats.length));
  }
  known.set(geometry, { status, shapes: [...shapes.values()] });
  return [...shapes.values()];
}

function addShape(path: Path2D, points: readonly PlanPoint[]): void {
  points.forEach(({ x, y }, at) => (at === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
}

function drawShapes(ctx: CanvasRenderingContext2D, frame: Frame): void {
  const { geometry, scale, left, top, ratio, colours } = frame;
  const { bounds } = geometry;
  ctx.setTransform(scale, 0, 0, scale, left - bounds.left * scale, top - bounds.top * scale);
  ctx.lineWidth = (1.5 * ratio) / scale;
  for (const { colour, outlines, levels } of shapesOf(frame)) {
    ctx.globalAlpha = VEIL;
    ctx.fillStyle = colours.ground;
    ctx.fill(outlines);
    ctx.globalAlpha = LEVEL;
    ctx.fillStyle = colours.isForced ? colours.free : (colour ?? colours.free);
    ctx.fill(levels);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = ctx.fillStyle;
    ctx.stroke(outlines);
  }
  ctx.setTransform(1, 0, 0, 1, 0, 0);
}

function nameSection(ctx: CanvasRenderingContext2D, frame: Frame, hull: SectionHull): void {
  const { scale, ratio } = frame;
  const [x, y] = [screenX(frame, hull.middle.x), screenY(frame, hull.middle.y)];
  const [width, height] = [hull.room.width * scale, hull.room.height * scale];
  if (x < -width || y < -height || x > frame.width + width || y > frame.height + height) return;
  const free = freeOf(frame.status, hull.seats);
  const words = free === 0 ? $localize`none free` : $localize`${free}:free: free`;
  for (const name of [hull.name, hull.short]) {
    const size = Math.min(NAME * ratio, (NAME * ratio * 0.92 * width) / widthOf(ctx, name, NAME * ratio));
    if (size < LEAST_NAME * ratio || height < 1.2 * size) continue;
    const hasWords = height > (NAME + WORDS + 6) * ratio && widthOf(ctx, words, WORDS * ratio) < 0.95 * width;
    if (free === 0 && !hasWords) crossOut(ctx, frame, { x, y, half: Math.min(width, height) / 2 });
    write(ctx, frame, { text: name, x, y: hasWords ? y - 7 * ratio : y, size });
    if (hasWords) write(ctx, frame, { text: words, x, y: y + 8 * ratio, size: WORDS * ratio });
    return;
  }
  if (free === 0) crossOut(ctx, frame, { x, y, half: Math.min(width, height) / 4 });
}

/** In the colour of ink, with the ground around it: it is legible on any colour. */
function write(
  ctx: CanvasRenderingContext2D,
  { colours, ratio }: Frame,
  { text, x, y, size }: { readonly text: string; readonly x: number; readonly y: number; readonly size: number },
): void {
  ctx.font = fontOf(size);
  ctx.lineWidth = 3 * ratio;
  ctx.strokeStyle = colours.ground;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colours.ink;
  ctx.fillText(text, x, y);
}

function crossOut(
  ctx: CanvasRenderingContext2D,
  { colours, ratio }: Frame,
  { x, y, half }: { readonly x: number; readonly y: number; readonly half: number },
): void {
  ctx.lineWidth = 1.5 * ratio;
  ctx.strokeStyle = colours.taken;
  ctx.beginPath();
  ctx.moveTo(x - half, y - half);
  ctx.lineTo(x + half, y + half);
  ctx.moveTo(x + half, y - half);
  ctx.lineTo(x - half, y + half);
  ctx.stroke();
}
