import { Decoration, LayoutStanding, MARKS, PackedStatus, TENTHS, weakGround } from '@modex/domain';
import { Box, MapGeometry, radians, standingOf } from './map-geometry';
import { addChair, addSign, addWheelchair, lookOf, Onlooker, SeatLook } from './seat-look';
import { SeatSprites, SpriteSheet } from './seat-sprites';

/** A part of the picture of a plan: where it begins and how large it is, in pixels of the screen, `scale` of them for a unit. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Up to this width (pixels of the screen) seats are copied from small pictures. */
const SMALL = 20;
/** From this width on (CSS pixels) a free seat shows its number. */
const NUMBERED = 19;
const MARKED = 9;

interface PaintedSeat {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/** Paints parts of a plan with the seats as they are; what belongs to the customer is drawn over it in each frame. */
export class TilePainter {
  private readonly sprites = new SeatSprites();
  private readonly looks = new Map<number, SeatLook>();
  private readonly sheets = new Map<string, { sheet: SpriteSheet; ctx: CanvasRenderingContext2D }>();

  /** @param ratio pixels of the screen for a CSS pixel */
  constructor(
    private readonly geometry: MapGeometry,
    private readonly onlooker: Onlooker,
    readonly ratio: number,
  ) {}

  paint(ctx: CanvasRenderingContext2D, region: Region, status: PackedStatus | undefined): void {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = this.onlooker.colours.ground;
    ctx.fillRect(0, 0, region.width, region.height);
    this.paintDecorations(ctx, region);
    const { pitch } = this.geometry;
    const indexes = this.geometry.seatsIn(boxOf(region, this.geometry.bounds, pitch / 2));
    if (2 * 0.42 * pitch * region.scale <= SMALL) this.copySeats(ctx, region, indexes, status);
    else this.drawSeats(ctx, region, indexes, status);
  }

  private copySeats(
    ctx: CanvasRenderingContext2D,
    region: Region,
    indexes: readonly number[],
    status: PackedStatus | undefined,
  ): void {
    const { plan, bounds } = this.geometry;
    const { sheet, ctx: scratch } = this.sheetOf(region);
    sheet.clear();
    for (const index of indexes) {
      const width = Math.max(1, Math.round(2 * this.geometry.radiusOf(index) * region.scale));
      const x = ((plan.x[index] as number) - bounds.left) * region.scale - region.left;
      const y = ((plan.y[index] as number) - bounds.top) * region.scale - region.top;
      sheet.add(this.sprites.of(this.look(index, status), width), x, y);
    }
    sheet.writeTo(scratch);
    ctx.drawImage(scratch.canvas, 0, 0);
  }

  private drawSeats(
    ctx: CanvasRenderingContext2D,
    region: Region,
    indexes: readonly number[],
    status: PackedStatus | undefined,
  ): void {
    const groups = new Map<SeatLook, PaintedSeat[]>();
    for (const index of indexes) {
      const look = this.look(index, status);
      const seat = this.seatOn(region, index);
      const group = groups.get(look);
      if (group) group.push(seat);
      else groups.set(look, [seat]);
    }
    for (const [look, seats] of groups) this.drawGroup(ctx, look, seats);
  }

  private drawGroup(ctx: CanvasRenderingContext2D, look: SeatLook, seats: readonly PaintedSeat[]): void {
    ctx.lineWidth = Math.max(1, this.ratio, (seats[0]?.half ?? 0) / 7);
    ctx.lineCap = ctx.lineJoin = 'round';
    ctx.strokeStyle = look.edge;
    ctx.fillStyle = look.fill;
    ctx.beginPath();
    for (const { x, y, half } of seats) addChair(ctx, x, y, half);
    ctx.fill();
    ctx.stroke();
    ctx.beginPath();
    if (look.mark !== 'number') for (const seat of seats) addSign(ctx, look.mark, seat);
    else for (const seat of seats) if (this.has(seat, MARKS.wheelchair)) addWheelchair(ctx, seat.x, seat.y, seat.half);
    for (const seat of seats) if (this.has(seat, MARKS.restrictedView)) addPillar(ctx, seat);
    ctx.stroke();
    if (look.mark === 'number') this.writeNumbers(ctx, look, seats);
  }

  private has({ index, half }: PaintedSeat, mark: number): boolean {
    return half >= MARKED * this.ratio && ((this.geometry.plan.marks[index] as number) & mark) !== 0;
  }

  private writeNumbers(ctx: CanvasRenderingContext2D, look: SeatLook, seats: readonly PaintedSeat[]): void {
    ctx.fillStyle = look.edge === this.onlooker.colours.free ? look.edge : this.onlooker.colours.ink;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    for (const seat of seats) {
      if (2 * seat.half < NUMBERED * this.ratio || this.has(seat, MARKS.wheelchair)) continue;
      const { label } = this.geometry.plan.at(seat.index);
      const size = seat.half * (label.length > 2 ? 0.72 : 0.9);
      ctx.font = `600 ${Math.round(size)}px "Inter Variable", system-ui, sans-serif`;
      ctx.fillText(label, seat.x, seat.y + size * 0.04, 1.7 * seat.half);
    }
  }

  private seatOn({ scale, left, top }: Region, index: number): PaintedSeat {
    const { plan, bounds } = this.geometry;
    const x = ((plan.x[index] as number) - bounds.left) * scale - left;
    const y = ((plan.y[index] as number) - bounds.top) * scale - top;
    return { index, x, y, half: this.geometry.radiusOf(index) * scale };
  }

  private look(index: number, status: PackedStatus | undefined): SeatLook {
    const { plan } = this.geometry;
    const code = status?.codeAt(index) ?? 0;
    const category = plan.category[index] as number;
    const key = code === 0 ? 4 + category : code;
    const look = this.looks.get(key) ?? lookOf(this.onlooker, code, this.colourOf(category));
    this.looks.set(key, look);
    return look;
  }

  /** Where there is one category only, nothing has to be told apart: free is the colour of the theme. */
  private colourOf(category: number): string | undefined {
    const { categories } = this.geometry.plan;
    return categories.length > 1 ? categories[category]?.color : undefined;
  }

  private sheetOf({ width, height }: Region): { sheet: SpriteSheet; ctx: CanvasRenderingContext2D } {
    const key = `${width} ${height}`;
    const known = this.sheets.get(key);
    if (known) return known;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    const made = {
      sheet: new SpriteSheet(width, height),
      ctx: canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D,
    };
    this.sheets.set(key, made);
    return made;
  }

  private paintDecorations(ctx: CanvasRenderingContext2D, { left, top, scale }: Region): void {
    const { plan, bounds } = this.geometry;
    const { colours } = this.onlooker;
    const place = (part: { x: number; y: number; rotation: number }): void => {
      ctx.setTransform(scale, 0, 0, scale, -left - bounds.left * scale, -top - bounds.top * scale);
      ctx.translate(part.x * TENTHS, part.y * TENTHS);
      ctx.rotate(radians(part.rotation));
      ctx.scale(TENTHS, TENTHS);
    };
    for (const shape of plan.layout.decorations) {
      place(shape);
      paintShape(ctx, shape, { fill: colours.line, ink: colours.ink });
    }
    for (const section of standingOf(plan)) {
      place(section);
      this.paintStanding(ctx, section);
    }
    const { stage } = plan.layout;
    if (stage !== null) {
      place(stage);
      paintShape(ctx, stage, { fill: colours.stage, ink: colours.stageInk, word: $localize`STAGE` });
    }
    ctx.setTransform(1, 0, 0, 1, 0, 0);
  }

  private paintStanding(ctx: CanvasRenderingContext2D, { width, height, category }: LayoutStanding): void {
    const look = lookOf(this.onlooker, 0, this.colourOf(category));
    ctx.beginPath();
    ctx.roundRect(0, 0, width, height, Math.min(width, height) / 12);
    ctx.fillStyle = look.fill;
    ctx.fill();
    ctx.strokeStyle = look.edge;
    ctx.lineWidth = 6;
    ctx.stroke();
  }
}

/** A view that something stands in: a line before the seat. */
function addPillar(ctx: CanvasRenderingContext2D, { x, y, half }: PaintedSeat): void {
  ctx.moveTo(x - 0.5 * half, y - 1.25 * half);
  ctx.lineTo(x + 0.5 * half, y - 1.25 * half);
}

/** The part of the plan that a region shows, and `more` around it. */
function boxOf({ left, top, width, height, scale }: Region, bounds: Box, more: number): Box {
  return {
    left: bounds.left + left / scale - more,
    top: bounds.top + top / scale - more,
    right: bounds.left + (left + width) / scale + more,
    bottom: bounds.top + (top + height) / scale + more,
  };
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
