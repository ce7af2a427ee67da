import { Region } from './tile-painter';

/** The edge of a tile, in pixels of the screen. */
export const TILE = 256;
/** A tile has a quarter of a megabyte. */
const MOST = 240;

/** A square of the picture of a plan at one scale. */
export interface Tile {
  readonly scale: number;
  readonly column: number;
  readonly row: number;
  /** Undefined until it is painted for the first time. */
  readonly context: CanvasRenderingContext2D;
  isPainted: boolean;
  /** A seat in it has changed since it was painted. */
  isStale: boolean;
}

/** Which tiles are seen: from a column and row up to another, both included. */
export interface TileRange {
  readonly scale: number;
  readonly columns: readonly [from: number, to: number];
  readonly rows: readonly [from: number, to: number];
}

/** The tiles that were painted last, of all scales. The one that was seen longest ago makes room for the next. */
export class TileStore {
  private readonly tiles = new Map<string, Tile>();

  /** The tiles of a range; those that are missing are made, and are to be painted. */
  of({ scale, columns, rows }: TileRange): readonly Tile[] {
    const found: Tile[] = [];
    for (let row = rows[0]; row <= rows[1]; row++) {
      for (let column = columns[0]; column <= columns[1]; column++) found.push(this.tileAt(scale, column, row));
    }
    return found;
  }

  /** Those of the nearest other scale, which are drawn, larger or smaller, where there are none yet of this one. */
  others(scale: number): readonly Tile[] {
    const far = (tile: Tile): number => Math.abs(Math.log(tile.scale / scale));
    const painted = [...this.tiles.values()].filter((tile) => tile.scale !== scale && tile.isPainted);
    const nearest = painted.reduce<Tile | undefined>(
      (best, tile) => (best && far(best) <= far(tile) ? best : tile),
      undefined,
    );
    return painted.filter((tile) => tile.scale === nearest?.scale);
  }

  /** A seat has changed at a point of the plan, counted from its corner; `reach`: how far it is drawn around that. */
  touch(x: number, y: number, reach: number): void {
    for (const [key, tile] of this.tiles) {
      const { left, top, width, height, scale } = regionOf(tile);
      const [dx, dy, around] = [x * scale - left, y * scale - top, reach * scale];
      if (dx < -around || dy < -around || dx > width + around || dy > height + around) continue;
      tile.isStale = true;
      this.tiles.set(key, tile);
    }
  }

  /** All of it is to be painted anew. */
  clear(): void {
    this.tiles.clear();
  }

  private tileAt(scale: number, column: number, row: number): Tile {
    const key = `${scale} ${column} ${row}`;
    const tile = this.tiles.get(key) ?? {
      scale,
      column,
      row,
      context: this.canvas(),
      isPainted: false,
      isStale: false,
    };
    this.tiles.delete(key);
    this.tiles.set(key, tile);
    return tile;
  }

  private canvas(): CanvasRenderingContext2D {
    if (this.tiles.size >= MOST) {
      const [oldest] = this.tiles;
      if (oldest) {
        this.tiles.delete(oldest[0]);
        return oldest[1].context;
      }
    }
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = TILE;
    return canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  }
}

/** The part of the picture that a tile is. */
export function regionOf({ scale, column, row }: Pick<Tile, 'scale' | 'column' | 'row'>): Region {
  return { left: column * TILE, top: row * TILE, width: TILE, height: TILE, scale };
}
