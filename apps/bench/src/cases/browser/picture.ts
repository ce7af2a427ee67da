import type { Page } from '@playwright/test';
import type { Point } from './phone';

/** What the page tells of its picture, and how that is looked at. */
interface Told {
  /** When the first seat was seen, in milliseconds since the page was asked for; 0: not yet. */
  firstSeat: number;
  /** From the moment a finger left the screen until the picture had changed there, in milliseconds; 0: not yet. */
  tap: number;
  canvas(): HTMLCanvasElement | null;
  /** The pixels around a point of the window, as far as `reach` on all sides, in CSS pixels. */
  pixels(canvas: HTMLCanvasElement, x: number, y: number, reach: number): Uint8ClampedArray;
  /** Looks after each frame, until it is done. */
  afterFrames(isDone: () => boolean): void;
}

declare global {
  var told: Told;
}

/** Runs in the page, before everything else. */
function prepare(): void {
  globalThis.told = {
    firstSeat: 0,
    tap: 0,
    canvas: () => document.querySelector('mx-seat-map .window > canvas'),
    pixels: (canvas, x, y, reach) => {
      const box = canvas.getBoundingClientRect();
      const scale = canvas.width / box.width;
      const [left, top, edge] = [x - box.x - reach, y - box.y - reach, 2 * reach].map((at) => Math.round(at * scale));
      const image = canvas.getContext('2d')?.getImageData(left ?? 0, top ?? 0, edge ?? 1, edge ?? 1);
      return image?.data ?? new Uint8ClampedArray();
    },
    afterFrames: (isDone) => {
      const channel = new MessageChannel();
      const next = (): void => void requestAnimationFrame(() => channel.port2.postMessage(''));
      channel.port1.onmessage = () => (isDone() ? channel.port1.close() : next());
      next();
    },
  };
}

/** Runs in the page after that: seats are what is in the middle of the picture and does not look like its ground. */
function lookForSeats(): void {
  globalThis.told.afterFrames(() => {
    const { canvas: find, pixels } = globalThis.told;
    const canvas = find();
    if (canvas === null || canvas.width === 0) return false;
    const box = canvas.getBoundingClientRect();
    const [red, green, blue] = pixels(canvas, box.x + 4, box.bottom - 4, 1);
    const middle = pixels(canvas, box.x + box.width / 2, box.y + box.height * 0.4, 16);
    const isGround = (at: number): boolean => middle[at] === red && middle[at + 1] === green && middle[at + 2] === blue;
    const isBlack = red === 0 && green === 0 && blue === 0;
    if (isBlack || Array.from({ length: middle.length / 4 }, (_, at) => at).every((at) => isGround(4 * at)))
      return false;
    globalThis.told.firstSeat = performance.now();
    return true;
  });
}

/** Runs in the page: when the next finger has left the screen, looks at the picture at a point until it has changed. */
function watchTap({ x, y }: Point): void {
  const SEAT = 12;
  const { canvas: find, pixels, afterFrames } = globalThis.told;
  const canvas = find();
  if (canvas === null) return;
  const before = pixels(canvas, x, y, SEAT);
  globalThis.told.tap = 0;
  const begin = ({ timeStamp }: PointerEvent): void =>
    afterFrames(() => {
      if (pixels(canvas, x, y, SEAT).every((value, at) => value === before[at])) return false;
      globalThis.told.tap = performance.now() - timeStamp;
      return true;
    });
  addEventListener('pointerup', begin, { capture: true, once: true });
}

/** A page that does the least: a picture that shows its only seat at once, and its colour in the next frame. */
const BLANK = `<!doctype html><meta name=viewport content="width=device-width"><style>
  mx-seat-map { display: block; position: relative; height: 590px } canvas { position: absolute; width: 360px; height: 590px }
  .pane { position: absolute; inset: 0; overflow: auto }
  </style><mx-seat-map><div class=window><canvas></canvas><div class=pane><div style="width:3000px;height:3000px"></div>
  </div></div></mx-seat-map><script>
  const canvas = document.querySelector('canvas'), pane = document.querySelector('.pane'), context = canvas.getContext('2d', { alpha: false });
  let isOn = false;
  canvas.width = 360 * devicePixelRatio; canvas.height = 590 * devicePixelRatio;
  const draw = () => {
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.fillStyle = '#eee'; context.fillRect(0, 0, 360, 590);
    context.fillStyle = isOn ? '#c00' : '#0a0'; context.fillRect(50 - pane.scrollLeft, 100 - pane.scrollTop, 250, 250);
  };
  const ask = () => requestAnimationFrame(draw);
  ask(); pane.addEventListener('scroll', ask); pane.addEventListener('touchmove', ask);
  pane.addEventListener('click', () => { isOn = !isOn; ask(); });
  </script>`;

/** The picture of a seat map in a page, or of the page that does the least. */
export class Picture {
  private constructor(private readonly page: Page) {}

  static async openShow(page: Page, address: string): Promise<Picture> {
    await page.addInitScript(prepare);
    await page.addInitScript(lookForSeats);
    await page.goto(address);
    await page.waitForFunction(() => globalThis.told.firstSeat > 0);
    return new Picture(page);
  }

  /** @param origin of Modex: both pages come from the same server's address */
  static async openBlank(page: Page, origin: string): Promise<Picture> {
    await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: BLANK }));
    return Picture.openShow(page, `${origin}/blank`);
  }

  async firstSeatMs(): Promise<number> {
    return this.page.evaluate(() => globalThis.told.firstSeat);
  }

  /** Brings the map below the head of the page. */
  async bringUp(): Promise<void> {
    await this.page.evaluate(() => {
      const map = document.querySelector('mx-seat-map');
      if (map) scrollBy(0, map.getBoundingClientRect().top - 72);
    });
  }

  /** The middle of the map as far as nothing lies over it. */
  async middle(): Promise<Point> {
    return this.page.evaluate(() => {
      const box = document.querySelector('mx-seat-map')?.getBoundingClientRect() ?? new DOMRect();
      return { x: Math.round(box.x + box.width / 2), y: Math.round(Math.max(box.y, 0) + 230) };
    });
  }

  /** How long the picture took to show a press at a point. */
  async tapMs(at: Point, press: (at: Point) => Promise<void>): Promise<number> {
    await this.page.evaluate(watchTap, at);
    await press(at);
    await this.page.waitForFunction(() => globalThis.told.tap > 0);
    return this.page.evaluate(() => globalThis.told.tap);
  }

  async mark(name: string): Promise<void> {
    await this.page.evaluate((given) => void performance.mark(given), name);
  }
}
