import { MARKS, PackedStatus } from '@modex/domain';
import { DecorationPainter } from './decoration-painter';
import { Region } from './map-frame';
import { Box, MapGeometry } from './map-geometry';
import { addChair, addSign, addWheelchair, categoryColour, lookOf, Onlooker, SeatLook } from './seat-look';
import { CHAIR, SeatSprites, SpriteSheet } from './seat-sprites';

/** Up to this width (CSS pixels) seats are copied from small pictures: they all look the same. */
const SMALL = 18;
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
  private readonly decorations: DecorationPainter;
  private readonly sheets = new Map<string, { sheet: SpriteSheet; ctx: CanvasRenderingContext2D }>();

  /** @param ratio pixels of the screen for a CSS pixel */
  constructor(
    private readonly geometry: MapGeometry,
    private readonly onlooker: Onlooker,
    readonly ratio: number,
  ) {
    this.decorations = new DecorationPainter(geometry, onlooker);
  }

  paint(ctx: CanvasRenderingContext2D, region: Region, status: PackedStatus | undefined): void {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = this.onlooker.colours.ground;
    ctx.fillRect(0, 0, region.width, region.height);
    this.decorations.paint(ctx, region);
    const { pitch } = this.geometry;
    const indexes = this.geometry.seatsIn(boxOf(region, this.geometry.bounds, pitch / 2));
    if (2 * 0.42 * pitch * region.scale <= SMALL * this.ratio) this.copySeats(ctx, region, indexes, status);
    else this.drawSeats(ctx, region, indexes, status);
  }

  /** Some seats of a region are painted over what they were; false where they are too large for that. */
  paintOver(ctx: CanvasRenderingContext2D, region: Region, indexes: Iterable<number>, status: PackedStatus): boolean {
    if (2 * 0.42 * this.geometry.pitch * region.scale >= CHAIR) return false;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    for (const index of indexes) {
      const { x, y, half } = this.seatOn(region, index);
      const { mark, fill, edge } = this.look(index, status);
      const width = Math.max(1, Math.round(2 * half));
      ctx.fillStyle = mark === 'cross' ? fill : edge;
      ctx.fillRect(Math.round(x - width / 2), Math.round(y - width / 2), width, width);
    }
    return true;
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
    const [scale, left, top] = [
      region.scale,
      bounds.left * region.scale + region.left,
      bounds.top * region.scale + region.top,
    ];
    for (const index of indexes) {
      const width = Math.max(1, Math.round(2 * this.geometry.radiusOf(index) * scale));
      const [x, y] = [(plan.x[index] as number) * scale - left, (plan.y[index] as number) * scale - top];
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
    let set = 0;
    for (const seat of seats) {
      if (2 * seat.half < NUMBERED * this.ratio || this.has(seat, MARKS.wheelchair)) continue;
      const { label } = this.geometry.plan.at(seat.index);
      const size = Math.round(seat.half * (label.length > 2 ? 0.72 : 0.9));
      // A font is read anew each time that it is set.
      if (size !== set) ctx.font = `600 ${size}px "Inter Variable", system-ui, sans-serif`;
      set = size;
      if (label.length > 3) ctx.fillText(label, seat.x, seat.y + size * 0.04, 1.7 * seat.half);
      else ctx.fillText(label, seat.x, seat.y + size * 0.04);
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
    const known = this.looks.get(key);
    if (known !== undefined) return known;
    const look = lookOf(this.onlooker, code, this.colourOf(category));
    this.looks.set(key, look);
    return look;
  }

  private colourOf(category: number): string | undefined {
    return categoryColour(this.geometry.plan, category);
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
