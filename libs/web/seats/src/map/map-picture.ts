import { PackedStatus } from '@modex/domain';
import { MapColours } from './map-colours';
import { Frame, OwnSeats } from './map-frame';
import { MapGeometry } from './map-geometry';
import { MapCorner } from './map-corner';
import { drawOverlay } from './map-overlay';
import { Placement } from './map-zoom';
import { regionOf, Tile, TILE, TileRange, TileStore } from './tile-store';
import { TilePainter } from './tile-painter';

/** The longer edge of the small picture of the whole plan that is kept, in pixels. */
const WHOLE = 360;
/** Of more changed seats than this the small picture is painted as a whole. */
const MOST_PAINTED_OVER = 500;

/** In a frame no further tile is begun that would probably be ready later than this, in milliseconds. */
const PAINTING_MS = 1;

/** Nothing is prepared in an idle time that is shorter, in milliseconds. */
const IDLE_MS = 4;

/** What is shown of a plan. */
export interface Scene {
  readonly geometry: MapGeometry;
  readonly status: PackedStatus | undefined;
  readonly own: OwnSeats;
  readonly pointed: number | undefined;
  readonly isStaff: boolean;
}

/** What a picture asks, and whom it tells. */
export interface PictureSurroundings {
  readonly corner: MapCorner;
  readonly placement: () => Placement;
  readonly colours: () => MapColours;
  /** Called once, when the plan was drawn for the first time. */
  readonly drawn: () => void;
}

/**
 * The picture of a plan in its window. It is put together from kept tiles in each frame; in a frame only as many
 * tiles are painted as there is time for, and until they are there the small picture of the whole plan and the tiles of other sizes are shown in its place.
 */
export class MapPicture {
  private readonly tiles = new TileStore();
  private painter: TilePainter | undefined;
  private scene: Scene | undefined;
  private colours: MapColours | undefined;
  private whole: CanvasRenderingContext2D | undefined;
  private isWholeStale = true;
  /** Seats that have changed since the whole was painted. */
  private changed = new Set<number>();
  /** Whether it shows this plan at all, as it is or as it was. */
  private hasWhole = false;
  /** Seats that were pressed a moment ago: whether they are chosen now, before anybody says so. */
  private readonly pressed = new Map<number, boolean>();
  private size = { width: 0, height: 0 };
  /** How long a tile took to paint lately, in milliseconds. */
  private tileMs = 0;
  private isDrawn = false;
  private wasMoving = false;
  private isIdleAsked = false;
  private asked = 0;

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly surroundings: PictureSurroundings,
  ) {}

  /** Shows this from the next frame on. */
  show(scene: Scene): void {
    const before = this.scene;
    this.scene = scene;
    if (!before || before.geometry !== scene.geometry || before.isStaff !== scene.isStaff) this.paintAnew();
    else if (before.status !== scene.status) this.touch(before.status, scene);
    this.ask();
  }

  /** Shows a seat as chosen or given back from the next frame on, until `unpress`. */
  press(index: number, isChosen: boolean): void {
    this.pressed.set(index, isChosen);
    this.ask();
  }

  /** What belongs to the customer is again what `show` was told. */
  unpress(index: number): void {
    if (this.pressed.delete(index)) this.ask();
  }

  /** The window has another size, in CSS pixels. */
  resize({ width, height }: { readonly width: number; readonly height: number }): void {
    this.size = { width, height };
    this.ask();
  }

  /** The colours or the screen have changed. */
  paintAnew(): void {
    this.tiles.clear();
    this.painter = undefined;
    this.colours = undefined;
    this.isWholeStale = true;
    this.changed.clear();
    this.hasWhole = false;
    this.ask();
  }

  /** Draws in the next frame. */
  readonly ask = (): void => {
    if (this.asked === 0) this.asked = requestAnimationFrame(() => this.draw());
  };

  stop(): void {
    cancelAnimationFrame(this.asked);
    this.asked = -1;
  }

  private touch(before: PackedStatus | undefined, { status, geometry }: Scene): void {
    const { plan, bounds, pitch } = geometry;
    if (!before || !status || before.size !== status.size) {
      this.isWholeStale = true;
      return this.tiles.clear();
    }
    for (const index of status.differences(before)) {
      this.changed.add(index);
      this.tiles.touch((plan.x[index] as number) - bounds.left, (plan.y[index] as number) - bounds.top, pitch);
    }
  }

  private draw(): void {
    this.asked = 0;
    const frame = this.frame();
    if (!frame) return;
    const painter = (this.painter ??= this.makePainter(frame));
    const { isMoving } = frame;
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    // Under moving fingers each frame has a size of its own, for which nothing is painted.
    const tiles = isMoving ? [] : this.tiles.of(rangeOf(frame));
    const isIncomplete = isMoving || tiles.some(({ context }) => !context);
    const isWholePainted = this.paintWhole(painter, frame, isIncomplete);
    if (isIncomplete) this.drawBehind(frame);
    else this.clear(frame);
    // The frame in which fingers let go has enough to do.
    const isPainted = !isWholePainted && !isMoving && !this.wasMoving;
    this.wasMoving = isMoving;
    if (isPainted) this.paintDue(painter, tiles, frame.status);
    for (const tile of tiles) this.drawTile(frame, tile);
    drawOverlay(this.context, frame);
    this.surroundings.corner.show(frame, this.whole?.canvas);
    const isDue =
      this.isWholeStale || this.changed.size > 0 || tiles.some(({ context, isStale }) => !context || isStale);
    if (!isMoving && isDue) this.ask();
    if (!isDue) this.whenIdle();
    if (!this.isDrawn) this.surroundings.drawn();
    this.isDrawn = true;
  }

  private whenIdle(): void {
    if (typeof requestIdleCallback === 'undefined' || this.isIdleAsked) return;
    this.isIdleAsked = true;
    requestIdleCallback((idle) => {
      this.isIdleAsked = false;
      while (idle.timeRemaining() > IDLE_MS && this.tiles.prepare());
    });
  }

  private makePainter({ geometry, colours, ratio }: Frame): TilePainter {
    return new TilePainter(geometry, { colours, isStaff: this.scene?.isStaff ?? false }, ratio);
  }

  private frame(): Frame | undefined {
    const { scene } = this;
    const { canvas } = this.context;
    const ratio = devicePixelRatio;
    const [width, height] = [Math.round(this.size.width * ratio), Math.round(this.size.height * ratio)];
    if (!scene || width === 0 || height === 0) return undefined;
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    if (this.painter !== undefined && this.painter.ratio !== ratio) this.paintAnew();
    const { corner, scale, isMoving } = this.surroundings.placement();
    const at = { left: Math.round(corner.x * ratio), top: Math.round(corner.y * ratio), scale: scale * ratio };
    const colours = (this.colours ??= this.surroundings.colours());
    const own = this.pressed.size === 0 ? scene.own : withPressed(scene.own, this.pressed);
    return { ...scene, ...at, own, colours, width, height, ratio, isMoving };
  }

  private clear({ colours, width, height }: Frame): void {
    this.context.fillStyle = colours.ground;
    this.context.fillRect(0, 0, width, height);
  }

  /** The whole plan is painted first of all, and again when there is nothing else to paint. */
  private paintWhole(painter: TilePainter, { geometry, status }: Frame, isBusy: boolean): boolean {
    if ((!this.isWholeStale && this.changed.size === 0) || (isBusy && this.hasWhole)) return false;
    const { bounds } = geometry;
    const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
    const scale = WHOLE / Math.max(width, height);
    this.whole ??= document.createElement('canvas').getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
    const size = { width: Math.max(1, Math.ceil(width * scale)), height: Math.max(1, Math.ceil(height * scale)) };
    const { canvas } = this.whole;
    if (canvas.width !== size.width) canvas.width = size.width;
    if (canvas.height !== size.height) canvas.height = size.height;
    const region = { left: 0, top: 0, ...size, scale };
    const isFew = !this.isWholeStale && status !== undefined && this.changed.size <= MOST_PAINTED_OVER;
    if (!isFew || !painter.paintOver(this.whole, region, this.changed, status)) {
      painter.paint(this.whole, region, status);
    }
    this.isWholeStale = false;
    this.hasWhole = true;
    this.changed.clear();
    this.surroundings.corner.repaint();
    return true;
  }

  private drawBehind(frame: Frame): void {
    const { geometry, scale, left, top } = frame;
    const { bounds } = geometry;
    this.clear(frame);
    const size = [(bounds.right - bounds.left) * scale, (bounds.bottom - bounds.top) * scale] as const;
    if (this.whole) this.context.drawImage(this.whole.canvas, left, top, ...size);
    for (const tile of this.tiles.others(scale)) this.drawTile(frame, tile);
  }

  private drawTile({ left, top, scale, width, height }: Frame, tile: Tile): void {
    if (tile.context === undefined) return;
    const size = (TILE * scale) / tile.scale;
    const [x, y] = [left + tile.column * size, top + tile.row * size];
    if (x > width || y > height || x + size < 0 || y + size < 0) return;
    this.context.drawImage(tile.context.canvas, x, y, size, size);
  }

  private paintDue(painter: TilePainter, tiles: readonly Tile[], status: PackedStatus | undefined): void {
    const begun = performance.now();
    const due = tiles.filter(({ context }) => !context);
    for (const tile of due.length > 0 ? due : tiles.filter(({ isStale }) => isStale)) {
      const before = performance.now();
      if (before > begun && before + this.tileMs > begun + PAINTING_MS) return;
      painter.paint(this.tiles.contextOf(tile), regionOf(tile), status);
      tile.isStale = false;
      this.tileMs = (3 * this.tileMs + performance.now() - before) / 4;
    }
  }
}

/** What belongs to the customer, with what was pressed a moment ago. */
function withPressed(own: OwnSeats, pressed: ReadonlyMap<number, boolean>): OwnSeats {
  const others = own.chosen.filter((index) => !pressed.has(index));
  return { ...own, chosen: [...others, ...[...pressed.keys()].filter((index) => pressed.get(index))] };
}

/** The tiles that are seen of a frame. */
function rangeOf({ geometry, left, top, scale, width, height }: Frame): TileRange {
  const { bounds } = geometry;
  const seen = (start: number, length: number, extent: number): readonly [number, number] => {
    const last = Math.max(0, Math.ceil((extent * scale) / TILE) - 1);
    const clamp = (at: number): number => Math.min(last, Math.max(0, Math.floor(at / TILE)));
    return [clamp(-start), clamp(length - start)];
  };
  return {
    scale,
    columns: seen(left, width, bounds.right - bounds.left),
    rows: seen(top, height, bounds.bottom - bounds.top),
  };
}
