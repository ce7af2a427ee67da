import { Region } from './map-frame';

/** The edge of a tile, in pixels of the screen. */
export const TILE = 256;
/** A tile has a quarter of a megabyte. */
const MOST = 240;
/** So many are ready to be painted on: as many as a phone shows at once. */
const PREPARED = 40;
/** More columns than the largest plan has. */
const COLUMNS = 1 << 16;

/** A square of the picture of a plan at one scale. */
export interface Tile {
  readonly scale: number;
  readonly column: number;
  readonly row: number;
  /** Undefined until it is painted for the first time. */
  context: CanvasRenderingContext2D | undefined;
  /** A seat in it has changed since it was painted. */
  isStale: boolean;
  /** In which frame it was seen last. */
  seen: number;
}

/** Which tiles are seen: from a column and row up to another, both included. */
export interface TileRange {
  readonly scale: number;
  readonly columns: readonly [from: number, to: number];
  readonly rows: readonly [from: number, to: number];
}

/** The tiles that were painted last, of all scales. Those that were seen longest ago make room for the next. */
export class TileStore {
  private readonly scales = new Map<number, Map<number, Tile>>();
  private readonly spare: CanvasRenderingContext2D[] = [];
  private painted = 0;
  private frame = 0;

  /** The tiles of a range; those that are missing are to be painted. */
  of({ scale, columns, rows }: TileRange): readonly Tile[] {
    this.frame++;
    const known = this.scales.get(scale) ?? new Map<number, Tile>();
    this.scales.set(scale, known);
    const found: Tile[] = [];
    for (let row = rows[0]; row <= rows[1]; row++) {
      for (let column = columns[0]; column <= columns[1]; column++) {
        const key = row * COLUMNS + column;
        let tile = known.get(key);
        if (tile === undefined) {
          tile = { scale, column, row, context: undefined, isStale: false, seen: 0 };
          known.set(key, tile);
        }
        tile.seen = this.frame;
        found.push(tile);
      }
    }
    return found;
  }

  /** Those of the nearest other scale, which are drawn, larger or smaller, where there are none yet of this one. */
  others(scale: number): Iterable<Tile> {
    let [nearest, least]: [Map<number, Tile> | undefined, number] = [undefined, Infinity];
    for (const [other, tiles] of this.scales) {
      const far = Math.abs(Math.log(other / scale));
      if (other === scale || far >= least || !hasPainted(tiles)) continue;
      [nearest, least] = [tiles, far];
    }
    return nearest?.values() ?? [];
  }

  /** What a tile is painted on. */
  contextOf(tile: Tile): CanvasRenderingContext2D {
    if (tile.context !== undefined) return tile.context;
    if (this.painted >= MOST) this.makeRoom();
    this.painted++;
    return (tile.context = this.spare.pop() ?? newContext());
  }

  /** Makes something that a later tile is painted on, while nobody waits for it; false where there is enough. */
  prepare(): boolean {
    if (this.spare.length >= PREPARED || this.painted + this.spare.length >= MOST) return false;
    this.spare.push(newContext());
    return true;
  }

  /** A seat has changed at a point of the plan, counted from its corner; `reach`: how far it is drawn around that. */
  touch(x: number, y: number, reach: number): void {
    for (const [scale, tiles] of this.scales) {
      const [from, to] = [
        (at: number) => Math.floor(((at - reach) * scale) / TILE),
        (at: number) => Math.floor(((at + reach) * scale) / TILE),
      ];
      for (let row = from(y); row <= to(y); row++) {
        for (let column = from(x); column <= to(x); column++) {
          const tile = tiles.get(row * COLUMNS + column);
          if (tile !== undefined) tile.isStale = true;
        }
      }
    }
  }

  /** All of it is to be painted anew. */
  clear(): void {
    for (const tiles of this.scales.values()) for (const tile of tiles.values()) this.takeBack(tile);
    this.scales.clear();
  }

  /** The older half goes at once: that is rare, and cheaper than looking for the oldest each time. */
  private makeRoom(): void {
    const seen = [...this.scales.values()].flatMap((tiles) => [...tiles.values()].filter(({ context }) => context));
    seen.sort((one, other) => one.seen - other.seen);
    for (const tile of seen.slice(0, Math.ceil(seen.length / 2))) {
      if (tile.seen === this.frame) break;
      this.takeBack(tile);
    }
    for (const [scale, tiles] of this.scales) {
      for (const [key, { context, seen: at }] of tiles) if (!context && at !== this.frame) tiles.delete(key);
      if (tiles.size === 0) this.scales.delete(scale);
    }
  }

  private takeBack(tile: Tile): void {
    if (tile.context === undefined) return;
    this.spare.push(tile.context);
    tile.context = undefined;
    this.painted--;
  }
}

function hasPainted(tiles: ReadonlyMap<number, Tile>): boolean {
  for (const { context } of tiles.values()) if (context !== undefined) return true;
  return false;
}

function newContext(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = TILE;
  return canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
}

/** The part of the picture that a tile is. */
export function regionOf({ scale, column, row }: Pick<Tile, 'scale' | 'column' | 'row'>): Region {
  return { left: column * TILE, top: row * TILE, width: TILE, height: TILE, scale };
}
