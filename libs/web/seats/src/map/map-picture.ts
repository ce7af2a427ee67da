import { PackedStatus } from '@modex/domain';
import { MapColours } from './map-colours';
import { Frame, OwnSeats } from './map-frame';
import { MapGeometry } from './map-geometry';
import { drawOverlay } from './map-overlay';
import { Placement } from './map-zoom';
import { regionOf, Tile, TILE, TileRange, TileStore } from './tile-store';
import { TilePainter } from './tile-painter';

/** The edges of the small picture of the whole plan: of the one kept, and of the one in the corner (CSS pixels). */
const WHOLE = 360;
const CORNER = 96;

/** In a frame no further tile is begun after so long, in milliseconds. */
const PAINTING_MS = 3;

/** What is shown of a plan. */
export interface Scene {
  readonly geometry: MapGeometry;
  readonly status: PackedStatus | undefined;
  readonly own: OwnSeats;
  readonly pointed: number | undefined;
  readonly isStaff: boolean;
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
  /** Whether it shows this plan at all, as it is or as it was. */
  private hasWhole = false;
  private asked = 0;

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly placement: () => Placement,
    private readonly read: () => MapColours,
  ) {}

  /** Shows this from the next frame on. */
  show(scene: Scene): void {
    const before = this.scene;
    this.scene = scene;
    if (!before || before.geometry !== scene.geometry || before.isStaff !== scene.isStaff) this.paintAnew();
    else if (before.status !== scene.status) this.touch(before.status, scene);
    this.ask();
  }

  /** The colours or the screen have changed. */
  paintAnew(): void {
    this.tiles.clear();
    this.painter = undefined;
    this.colours = undefined;
    this.isWholeStale = true;
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
    this.isWholeStale = true;
    const { plan, bounds, pitch } = geometry;
    if (!before || !status || before.size !== status.size) return this.tiles.clear();
    for (const index of status.differences(before)) {
      this.tiles.touch((plan.x[index] as number) - bounds.left, (plan.y[index] as number) - bounds.top, pitch);
    }
  }

  private draw(): void {
    this.asked = 0;
    const frame = this.frame();
    if (!frame) return;
    const painter = (this.painter ??= this.makePainter(frame));
    const { isMoving } = this.placement();
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    // Under moving fingers each frame has a size of its own, for which nothing is painted.
    const tiles = isMoving ? [] : this.tiles.of(rangeOf(frame));
    const isIncomplete = isMoving || tiles.some((tile) => !tile.isPainted);
    const isWholePainted = this.paintWhole(painter, frame, isIncomplete);
    if (isIncomplete) this.drawBehind(frame);
    else this.clear(frame);
    if (!isWholePainted && !isMoving) this.paintDue(painter, tiles, frame.status);
    for (const tile of tiles) if (tile.isPainted) this.drawTile(frame, tile);
    drawOverlay(this.context, frame);
    this.drawCorner(frame);
    if (!isMoving && (this.isWholeStale || tiles.some((tile) => !tile.isPainted || tile.isStale))) this.ask();
  }

  private makePainter({ geometry, colours, ratio }: Frame): TilePainter {
    return new TilePainter(geometry, { colours, isStaff: this.scene?.isStaff ?? false }, ratio);
  }

  private frame(): Frame | undefined {
    const { scene } = this;
    const { canvas } = this.context;
    const ratio = devicePixelRatio;
    const { width, height } = canvas.getBoundingClientRect();
    const size = [Math.round(width * ratio), Math.round(height * ratio)] as const;
    if (!scene || size[0] === 0 || size[1] === 0) return undefined;
    if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
    if (this.painter !== undefined && this.painter.ratio !== ratio) this.paintAnew();
    const { corner, scale } = this.placement();
    const at = { left: Math.round(corner.x * ratio), top: Math.round(corner.y * ratio), scale: scale * ratio };
    const colours = (this.colours ??= this.read());
    return { ...scene, ...at, colours, width: size[0], height: size[1], ratio };
  }

  private clear({ colours, width, height }: Frame): void {
    this.context.fillStyle = colours.ground;
    this.context.fillRect(0, 0, width, height);
  }

  /** The whole plan is painted first of all, and again when there is nothing else to paint. */
  private paintWhole(painter: TilePainter, { geometry, status }: Frame, isBusy: boolean): boolean {
    if (!this.isWholeStale || (isBusy && this.hasWhole)) return false;
    const { bounds } = geometry;
    const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top];
    const scale = WHOLE / Math.max(width, height);
    this.whole ??= document.createElement('canvas').getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
    const size = { width: Math.max(1, Math.ceil(width * scale)), height: Math.max(1, Math.ceil(height * scale)) };
    if (this.whole.canvas.width !== size.width) this.whole.canvas.width = size.width;
    if (this.whole.canvas.height !== size.height) this.whole.canvas.height = size.height;
    painter.paint(this.whole, { left: 0, top: 0, ...size, scale }, status);
    this.isWholeStale = false;
    this.hasWhole = true;
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
    const size = (TILE * scale) / tile.scale;
    const [x, y] = [left + tile.column * size, top + tile.row * size];
    if (x > width || y > height || x + size < 0 || y + size < 0) return;
    this.context.drawImage(tile.context.canvas, x, y, size, size);
  }

  private paintDue(painter: TilePainter, tiles: readonly Tile[], status: PackedStatus | undefined): void {
    const end = performance.now() + PAINTING_MS;
    const due = [...tiles.filter((tile) => !tile.isPainted), ...tiles.filter((tile) => tile.isPainted && tile.isStale)];
    for (const tile of due) {
      painter.paint(tile.context, regionOf(tile), status);
      tile.isPainted = true;
      tile.isStale = false;
      if (performance.now() >= end) return;
    }
  }

  /** The whole plan in the corner, with what is seen of it, where that is not all. */
  private drawCorner(frame: Frame): void {
    const { geometry, scale, left, top, ratio, colours } = frame;
    const { bounds } = geometry;
    const [width, height] = [(bounds.right - bounds.left) * scale, (bounds.bottom - bounds.top) * scale];
    const isAllSeen = width <= frame.width * 1.1 && height <= frame.height * 1.1;
    if (isAllSeen || !this.whole) return;
    const small = (CORNER * ratio) / Math.max(width, height);
    const [x, y] = [frame.width - width * small - 10 * ratio, 10 * ratio];
    const ctx = this.context;
    ctx.save();
    ctx.beginPath();
    ctx.roundRect(x, y, width * small, height * small, 6 * ratio);
    ctx.fillStyle = colours.ground;
    ctx.fill();
    ctx.clip();
    ctx.drawImage(this.whole.canvas, x, y, width * small, height * small);
    ctx.lineWidth = 2 * ratio;
    ctx.strokeStyle = colours.focus;
    ctx.strokeRect(x - left * small, y - top * small, frame.width * small, frame.height * small);
    ctx.restore();
    ctx.strokeStyle = colours.line;
    ctx.lineWidth = ratio;
    ctx.stroke();
  }
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
