import { PlanDrawing, Point } from '@modex/domain';
import { Box, cornersOf, cornersOfArea, NOTHING, Selection, selectedPlaces, shapeOf, sizeOf } from '../model/selection';
import { paintHandles } from './handles';
import { Look } from './look';
import { PlanPainter } from './plan-painter';
import { Size, toScreen, View } from './view';

/** A picture to trace, under the plan. */
export interface Background {
  readonly image: ImageBitmap;
  /** Where its upper left corner is, and how wide it is; in units. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** From 0 to 1. */
  readonly opacity: number;
}

/** All that is seen of a plan that is edited. */
export interface Scene {
  readonly drawing: PlanDrawing;
  readonly selection: Selection;
  readonly view: View;
  readonly size: Size;
  readonly look: Look;
  readonly background: Background | undefined;
  /** How far the selection is moved, in units; undefined: it is not. */
  readonly drag: Point | undefined;
  readonly band: Box | undefined;
  /** What the selection will be like; undefined: it is not turned, and no corner is moved. */
  readonly outline: readonly Point[] | undefined;
  /** The corner of a polygon that is in hand. */
  readonly corner: number | undefined;
  readonly guides: { readonly x?: number | undefined; readonly y?: number | undefined };
}

/** The picture is painted anew when the view stands still for so long, in milliseconds. */
const REST_MS = 110;
/** More selected places than this are tinted; a line round each of thousands would be slow. */
const MANY = 1_000;

/**
 * Three canvases on each other: the plan, what is being moved, and the marks. While the view moves, and while something is
 * dragged, canvases are moved and scaled as they are. So a frame costs the same for any number of places.
 */
export class CanvasLayers {
  /** What is on the canvases. */
  private painted: Scene | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly plan: HTMLCanvasElement,
    private readonly moving: HTMLCanvasElement,
    private readonly marks: HTMLCanvasElement,
  ) {}

  paint(scene: Scene): void {
    if (scene.size.width === 0) return;
    const before = this.painted;
    if (before === undefined || !isSamePicture(before, scene)) this.paintAll(scene);
    else if (before.view !== scene.view) this.moveView(before, scene);
    else if (!isSameMarks(before, scene)) this.paintMarks(scene);
    if (!scene.drag) return;
    const { x, y } = scene.drag;
    this.moving.style.transform = `translate(${x * scene.view.scale}px, ${y * scene.view.scale}px)`;
  }

  stop(): void {
    clearTimeout(this.resting);
  }

  private paintAll(scene: Scene): void {
    clearTimeout(this.resting);
    const ratio = devicePixelRatio;
    for (const canvas of [this.plan, this.moving, this.marks]) {
      fitTo(canvas, scene.size, ratio);
      canvas.style.transform = '';
    }
    const [ctx, over] = [this.plan.getContext('2d'), this.moving.getContext('2d')];
    if (!ctx || !over) return;
    const { drawing, view, size, selection } = scene;
    const isDragged = scene.drag !== undefined;
    const painter = new PlanPainter(ctx, scene.look, ratio);
    painter.clear(size, scene.look.ground);
    paintBackground(ctx, scene, ratio);
    painter.paint(drawing, view, size, isDragged ? { which: 'others', selection } : { selection: NOTHING });
    const mover = new PlanPainter(over, scene.look, ratio);
    mover.clear(size);
    if (isDragged) {
      mover.paint(drawing, view, size, { which: 'selected', selection });
      markSelection(over, scene, ratio);
    }
    this.paintMarks(scene);
  }

  private moveView(before: Scene, scene: Scene): void {
    const factor = scene.view.scale / before.view.scale;
    const { x, y } = toScreen(scene.view, before.view);
    for (const canvas of [this.plan, this.marks]) {
      canvas.style.transform = `translate(${x}px, ${y}px) scale(${factor})`;
    }
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.paintAll(scene), REST_MS);
  }

  private paintMarks(scene: Scene): void {
    this.painted = scene;
    const ctx = this.marks.getContext('2d');
    if (!ctx) return;
    const ratio = devicePixelRatio;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, this.marks.width, this.marks.height);
    if (scene.drag === undefined) markSelection(ctx, scene, ratio);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.strokeStyle = ctx.fillStyle = scene.look.chosen;
    if (scene.drag === undefined) paintHandles(ctx, scene);
    ctx.fillStyle = scene.look.chosen;
    ctx.lineWidth = 1;
    if (scene.band) markBand(ctx, scene, scene.band);
    if (scene.outline) markOutline(ctx, scene, scene.outline);
    const { x, y } = scene.guides;
    ctx.beginPath();
    if (x !== undefined) line(ctx, toScreen(scene.view, { x, y: 0 }).x, 0, 0, scene.size.height);
    if (y !== undefined) line(ctx, 0, toScreen(scene.view, { x: 0, y }).y, scene.size.width, 0);
    ctx.stroke();
  }
}

function isSameMarks(one: Scene, other: Scene): boolean {
  const fields = ['selection', 'band', 'guides', 'outline', 'corner'] as const;
  return fields.every((field) => one[field] === other[field]);
}

function isSamePicture(one: Scene, other: Scene): boolean {
  const isDragged = other.drag !== undefined;
  return (
    one.drawing === other.drawing &&
    one.size === other.size &&
    one.look === other.look &&
    one.background === other.background &&
    (one.drag !== undefined) === isDragged &&
    (!isDragged || one.selection === other.selection)
  );
}

function fitTo(canvas: HTMLCanvasElement, { width, height }: Size, ratio: number): void {
  const [wide, deep] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== deep) canvas.height = deep;
}

function paintBackground(ctx: CanvasRenderingContext2D, { background, view }: Scene, ratio: number): void {
  if (background === undefined) return;
  const { image, width, opacity } = background;
  const { x, y } = toScreen(view, background);
  const [wide, deep] = [width * view.scale, ((width * image.height) / image.width) * view.scale];
  ctx.globalAlpha = opacity;
  ctx.drawImage(image, x * ratio, y * ratio, wide * ratio, deep * ratio);
  ctx.globalAlpha = 1;
}

function markSelection(ctx: CanvasRenderingContext2D, { drawing, selection, view, look }: Scene, ratio: number): void {
  if (sizeOf(selection) === 0) return;
  const isMany = selection.places.size > MANY;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.strokeStyle = ctx.fillStyle = look.chosen;
  ctx.globalAlpha = isMany ? 0.4 : 1;
  ctx.lineWidth = 2;
  ctx.beginPath();
  for (const placed of selectedPlaces(drawing, selection)) {
    const { x, y } = toScreen(view, placed);
    const half = placed.radius * view.scale + 2.5;
    if (isMany) ctx.fillRect(x - half, y - half, 2 * half, 2 * half);
    else ctx.rect(x - half, y - half, 2 * half, 2 * half);
  }
  ctx.globalAlpha = 1;
  const areas = drawing.sections.flatMap((section) =>
    section.kind === 'standing' && selection.standing.has(section.key) ? [cornersOfArea(section)] : [],
  );
  const shapes = [...selection.shapes].flatMap((ref) => {
    const shape = shapeOf(drawing, ref);
    return shape === undefined ? [] : [cornersOf(shape)];
  });
  for (const corners of [...areas, ...shapes]) outline(ctx, view, corners);
  ctx.stroke();
}

function markOutline(ctx: CanvasRenderingContext2D, { view }: Scene, corners: readonly Point[]): void {
  ctx.beginPath();
  outline(ctx, view, corners);
  ctx.globalAlpha = 0.12;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.stroke();
}

function outline(ctx: CanvasRenderingContext2D, view: View, corners: readonly Point[]): void {
  corners
    .map((corner) => toScreen(view, corner))
    .forEach(({ x, y }, corner) => (corner === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
  ctx.closePath();
}

function markBand(ctx: CanvasRenderingContext2D, { view }: Scene, band: Box): void {
  const { x, y } = toScreen(view, { x: band.left, y: band.top });
  const [width, height] = [(band.right - band.left) * view.scale, (band.bottom - band.top) * view.scale];
  ctx.globalAlpha = 0.12;
  ctx.fillRect(x, y, width, height);
  ctx.globalAlpha = 1;
  ctx.strokeRect(x, y, width, height);
}

function line(ctx: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
  ctx.moveTo(x, y);
  ctx.lineTo(x + width, y + height);
}
