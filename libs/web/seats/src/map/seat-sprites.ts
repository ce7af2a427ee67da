import { addChair, addSign, SeatLook } from './seat-look';

/** A small picture of a seat, its pixels as a canvas keeps them; 0 where nothing is painted. */
export interface Sprite {
  readonly width: number;
  readonly pixels: Uint32Array;
}

/** From this width on (pixels of the screen) a small seat has the form of a chair; below it is a square. */
export const CHAIR = 6;
/** From this width on there is room for the sign of a seat that is not free. */
const SIGNED = 9;

/**
 * Pictures of small seats. Thousands of them are copied into a picture pixel by pixel, which is many times as fast as a path
 * for each.
 */
export class SeatSprites {
  private readonly known = new Map<SeatLook, Sprite[]>();
  private readonly context = document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;

  /** The picture of a seat of a width, in pixels of the screen. */
  of(look: SeatLook, width: number): Sprite {
    // By the object, not by what it says: thousands are asked for in a frame.
    let sprites = this.known.get(look);
    if (sprites === undefined) this.known.set(look, (sprites = []));
    return (sprites[width] ??= this.paint(look, width));
  }

  private paint(look: SeatLook, width: number): Sprite {
    const { canvas } = this.context;
    canvas.width = canvas.height = width;
    if (width < CHAIR) {
      this.context.fillStyle = look.mark === 'cross' ? look.fill : look.edge;
      this.context.fillRect(0, 0, width, width);
    } else this.paintChair(look, width);
    const { data } = this.context.getImageData(0, 0, width, width);
    return { width, pixels: new Uint32Array(data.buffer.slice(0)) };
  }

  private paintChair(look: SeatLook, width: number): void {
    const line = Math.max(1, width / 13);
    this.context.beginPath();
    addChair(this.context, width / 2, width / 2, (width - line) / 2);
    this.context.fillStyle = look.fill;
    this.context.fill();
    this.context.strokeStyle = look.edge;
    this.context.lineWidth = line;
    if (width >= SIGNED) addSign(this.context, look.mark, { x: width / 2, y: width / 2, half: width / 2 });
    this.context.stroke();
  }
}

/** A picture of pixels that small seats are copied into. */
export class SpriteSheet {
  private readonly pixels: Uint32Array;
  private readonly image: ImageData;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.image = new ImageData(width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  clear(): void {
    this.pixels.fill(0);
  }

  /** Copies a picture with its middle at a point; what lies outside is left out. */
  add({ width, pixels }: Sprite, x: number, y: number): void {
    const [left, top] = [Math.round(x - width / 2), Math.round(y - width / 2)];
    const [from, to] = [Math.max(0, -left), Math.min(width, this.width - left)];
    for (let line = Math.max(0, -top); line < Math.min(width, this.height - top); line++) {
      const [source, target] = [line * width, (top + line) * this.width + left];
      for (let column = from; column < to; column++) {
        const pixel = pixels[source + column] as number;
        if (pixel !== 0) this.pixels[target + column] = pixel;
      }
    }
  }

  writeTo(ctx: CanvasRenderingContext2D): void {
    ctx.putImageData(this.image, 0, 0);
  }
}
