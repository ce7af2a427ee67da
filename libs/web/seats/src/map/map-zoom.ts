import { computed, signal } from '@angular/core';

/** A seat this wide (CSS pixels) can be hit with a thumb. */
export const TAPPABLE = 24;
const COMFORTABLE = 28;
const LARGEST_FIT = 38;
const LARGEST = 64;
const STEP = 1.6;
/** What is free on the left of the plan, for the letters of its rows; CSS pixels. */
const LETTERS = 28;
/** The height of the window at most and at least, and of what is free under the plan for the buttons; CSS pixels. */
const TALLEST = 960;
const LOWEST = 320;
const FOOT = 64;

/** A point on the screen, relative to the visible window of the map, in CSS pixels. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

/** A plan as the zoom sees it: its size and the distance of two neighbours in it, in the same units. */
export interface Zoomed {
  readonly width: number;
  readonly height: number;
  readonly pitch: number;
}

/** Where the plan lies in the window: its upper left corner and the CSS pixels of a unit of it. */
export interface Placement {
  readonly corner: WindowPoint;
  readonly scale: number;
  /** Fingers move it: it is another picture in each frame. */
  readonly isMoving: boolean;
}

interface Held {
  /** The point of the plan that was taken hold of, counted from the corner of the plan. */
  readonly point: WindowPoint;
  readonly ratio: number;
  readonly to: WindowPoint;
}

/**
 * Zoom of the map: the plan lies on a sheet of a given size inside a scrolling window, so panning is the browser's own
 * scrolling. What is seen is painted under the window, wherever the sheet is.
 */
export class MapZoom {
  private readonly fit = signal(TAPPABLE);
  private readonly chosen = signal<number | undefined>(undefined);
  private pane: HTMLElement | undefined;
  private sheet: HTMLElement | undefined;
  private plan: Zoomed = { width: 1, height: 1, pitch: 1 };
  private held: Held | undefined;
  /** Where the sheet begins in the window while nothing is scrolled. */
  private origin: WindowPoint = { x: 0, y: 0 };

  /** Width of one seat on the screen, in CSS pixels. */
  readonly seatSize = computed(() => this.within(this.chosen() ?? this.fit()));
  readonly zoomed = computed(() => this.seatSize() > this.fit() + 0.5);
  readonly canZoomIn = computed(() => this.seatSize() < LARGEST - 0.5);

  /** @param moved is called whenever the plan lies elsewhere than before */
  constructor(private readonly moved: () => void) {}

  /** Takes the window and the sheet in it. */
  attach(pane: HTMLElement, sheet: HTMLElement): void {
    this.pane = pane;
    this.sheet = sheet;
  }

  /** Measures anew after the window or the plan changed; keeps a zoom that was chosen. */
  measure(plan: Zoomed): void {
    this.plan = plan;
    const { width, height, pitch } = plan;
    const room = (this.pane?.clientWidth ?? 0) - LETTERS;
    const tall = Math.max(LOWEST, Math.min(TALLEST, innerHeight * 0.8)) - FOOT;
    if (room > 0) this.fit.set(Math.min(LARGEST_FIT, (room * pitch) / width, (tall * pitch) / height));
    // The window keeps the height of the whole plan at all sizes: the page below must not jump while zooming.
    this.pane?.style.setProperty('--fitted', `${(height * this.fit()) / pitch}px`);
    this.pane?.style.setProperty('--spare', `${Math.max(0, (room - (width * this.fit()) / pitch) / 2)}px`);
    this.resize();
  }

  /** Where the plan lies in the window now. */
  placement(): Placement {
    const { held } = this;
    const corner = this.corner();
    if (!held) return { corner, scale: this.scale(), isMoving: false };
    const scale = this.within(this.seatSize() * held.ratio) / this.plan.pitch;
    const moved = { x: held.to.x - held.point.x * scale, y: held.to.y - held.point.y * scale };
    return { corner: moved, scale, isMoving: true };
  }

  /** The point of the plan under a point of the window, counted from its corner. Ask while no fingers move it. */
  pointUnder(at: WindowPoint): WindowPoint {
    const corner = this.corner();
    return { x: (at.x - corner.x) / this.scale(), y: (at.y - corner.y) / this.scale() };
  }

  /** The next size; the first step already makes seats that a thumb can hit. */
  zoomIn(at?: WindowPoint): void {
    this.zoomTo(Math.max(this.seatSize() * STEP, COMFORTABLE), at);
  }

  /** The previous size, or the whole plan where seats would be too small to hit. */
  zoomOut(at?: WindowPoint): void {
    const smaller = this.seatSize() / STEP;
    this.zoomTo(smaller < TAPPABLE ? 0 : smaller, at);
  }

  reset(): void {
    this.chosen.set(undefined);
    this.resize();
  }

  /** Makes a seat `size` pixels wide; `held`, a point of the plan, is then at `at`: by default what is there now, in the middle. */
  zoomTo(size: number, at: WindowPoint = this.middle(), held = this.pointUnder(at)): void {
    this.setSize(size);
    this.bring(held, at);
  }

  /** Scrolls until a point of the plan, counted from its corner, stands in the middle, as far as the window can. */
  center(point: WindowPoint): void {
    this.bring(point, this.middle());
  }

  /** Takes hold of the plan at a point of the window: it stays under the fingers until `settle`. */
  hold(at: WindowPoint): void {
    this.held = { point: this.pointUnder(at), ratio: 1, to: at };
  }

  /** Shows a size during a gesture: `ratio` to the size before, the held point at `to`. */
  preview(ratio: number, to: WindowPoint): void {
    if (!this.held) return;
    this.held = { ...this.held, ratio, to };
    this.moved();
  }

  /** Makes the size of the gesture real. */
  settle(ratio: number, to: WindowPoint): void {
    if (!this.held) return;
    const { point } = this.held;
    this.held = undefined;
    this.setSize(this.seatSize() * ratio);
    this.bring(point, to);
  }

  private setSize(size: number): void {
    this.chosen.set(size <= this.fit() ? undefined : size);
    this.resize();
  }

  private within(size: number): number {
    return Math.min(LARGEST, Math.max(this.fit(), size));
  }

  /** Pixels for a unit of the plan. */
  private scale(): number {
    return this.seatSize() / this.plan.pitch;
  }

  private resize(): void {
    if (!this.sheet) return;
    this.sheet.style.width = `${this.plan.width * this.scale()}px`;
    this.sheet.style.height = `${this.plan.height * this.scale()}px`;
    this.findOrigin();
    this.moved();
  }

  private middle(): WindowPoint {
    return { x: (this.pane?.clientWidth ?? 0) / 2, y: (this.pane?.clientHeight ?? 0) / 2 };
  }

  /** Scrolls until a point of the plan stands at a point of the window, as far as the window can. */
  private bring(point: WindowPoint, to: WindowPoint): void {
    const corner = this.corner();
    if (!this.pane) return;
    this.pane.scrollLeft += corner.x + point.x * this.scale() - to.x;
    this.pane.scrollTop += corner.y + point.y * this.scale() - to.y;
    this.moved();
  }

  /** Where the sheet begins in the window; what is scrolled out of it is negative. */
  private corner(): WindowPoint {
    const { pane, origin } = this;
    return pane ? { x: origin.x - pane.scrollLeft, y: origin.y - pane.scrollTop } : origin;
  }

  /** Measured when sizes change, since a frame has no time for it. */
  private findOrigin(): void {
    if (!this.pane || !this.sheet) return;
    const pane = this.pane.getBoundingClientRect();
    const sheet = this.sheet.getBoundingClientRect();
    this.origin = { x: sheet.x - pane.x + this.pane.scrollLeft, y: sheet.y - pane.y + this.pane.scrollTop };
  }
}
