import { Frame } from './map-frame';
import { PlanPoint } from './map-geometry';

/** The longer edge of the small picture, in CSS pixels. */
const EDGE = 96;

/** What is seen of the plan: shares of it, from 0 to 1. */
interface Seen {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The whole plan in the corner, with what is seen of it, where that is not all. Pressing it, and dragging on it, brings what
 * is pressed to the middle. It is for pointers alone: keys move over the seats, and the map follows them.
 */
export class MapCorner {
  private readonly context: CanvasRenderingContext2D | null;
  private geometry: Frame['geometry'] | undefined;
  private isStale = true;
  private drawn = '';

  /** @param go brings a point of the plan, counted from its corner, to the middle of the window */
  constructor(
    private readonly element: HTMLCanvasElement,
    private readonly go: (point: PlanPoint) => void,
  ) {
    this.context = element.getContext('2d', { alpha: false });
    element.addEventListener('pointerdown', this.begin);
    element.addEventListener('pointermove', this.follow);
    // A press here means no seat below.
    element.addEventListener('click', (event) => event.stopPropagation());
  }

  /** The picture of the whole plan has changed. */
  repaint(): void {
    this.isStale = true;
  }

  /** Shows what a frame shows of the plan. @param whole the picture of all of it; undefined: there is none yet */
  show(frame: Frame, whole: HTMLCanvasElement | undefined): void {
    this.geometry = frame.geometry;
    const seen = seenOf(frame);
    const isAll = seen.right - seen.left >= 0.9 && seen.bottom - seen.top >= 0.9;
    if (this.element.hidden !== (isAll || !whole)) this.element.hidden = isAll || !whole;
    if (this.element.hidden || !whole) return;
    const drawn = Object.values(seen)
      .map((share) => Math.round(share * EDGE))
      .join();
    if (drawn === this.drawn && !this.isStale) return;
    this.draw(frame, whole, seen);
    this.drawn = drawn;
    this.isStale = false;
  }

  private draw({ ratio, colours }: Frame, whole: HTMLCanvasElement, seen: Seen): void {
    const { context: ctx, element } = this;
    if (!ctx) return;
    const box = this.box();
    const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
    if (element.width !== width || element.height !== height) {
      [element.width, element.height] = [width, height];
      element.style.width = `${box.width}px`;
      element.style.height = `${box.height}px`;
    }
    ctx.drawImage(whole, 0, 0, width, height);
    ctx.lineWidth = 2 * ratio;
    ctx.strokeStyle = colours.focus;
    const [left, top] = [seen.left * width + ratio, seen.top * height + ratio];
    ctx.strokeRect(left, top, seen.right * width - ratio - left, seen.bottom * height - ratio - top);
  }

  private box(): { readonly width: number; readonly height: number } {
    if (!this.geometry) return { width: 0, height: 0 };
    const { left, top, right, bottom } = this.geometry.bounds;
    const scale = EDGE / Math.max(right - left, bottom - top);
    return { width: (right - left) * scale, height: (bottom - top) * scale };
  }

  private readonly begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    this.follow(event);
  };

  private readonly follow = (event: PointerEvent): void => {
    if (!this.geometry || !this.element.hasPointerCapture(event.pointerId)) return;
    const box = this.element.getBoundingClientRect();
    const { left, top, right, bottom } = this.geometry.bounds;
    const [x, y] = [(event.clientX - box.x) / box.width, (event.clientY - box.y) / box.height];
    this.go({ x: x * (right - left), y: y * (bottom - top) });
  };
}

function seenOf({ geometry, scale, left, top, width, height }: Frame): Seen {
  const { bounds } = geometry;
  const [whole, tall] = [(bounds.right - bounds.left) * scale, (bounds.bottom - bounds.top) * scale];
  const share = (at: number): number => Math.min(1, Math.max(0, at));
  return {
    left: share(-left / whole),
    top: share(-top / tall),
    right: share((width - left) / whole),
    bottom: share((height - top) / tall),
  };
}
