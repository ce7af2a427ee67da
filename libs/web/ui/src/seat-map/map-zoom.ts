import { computed, signal } from '@angular/core';
import { PITCH } from './seat-layout';

/** A seat this wide (CSS pixels) can be hit with a thumb. */
export const TAPPABLE = 24;
const COMFORTABLE = 28;
const LARGEST_FIT = 38;
const LARGEST = 64;
const STEP = 1.6;

/** A point on the screen, relative to the visible window of the map, in CSS pixels. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

/** A point of the plan, in units of its layout. */
interface PlanPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Zoom of the map: the drawing is one element of a given width inside a scrolling window, so panning is the
 * browser's own scrolling and costs no script at all. Only a change of size repaints.
 */
export class MapZoom {
  private readonly fit = signal(TAPPABLE);
  private readonly chosen = signal<number | undefined>(undefined);
  private pane: HTMLElement | undefined;
  private drawing: SVGElement | undefined;
  private units = { width: 1, height: 1 };
  private held: { readonly from: WindowPoint; readonly point: PlanPoint } | undefined;

  /** Width of one seat on the screen, in CSS pixels. */
  readonly seatSize = computed(() => this.within(this.chosen() ?? this.fit()));
  readonly zoomed = computed(() => this.seatSize() > this.fit() + 0.5);
  readonly canZoomIn = computed(() => this.seatSize() < LARGEST - 0.5);

  /** Takes the window and the drawing, whose size in units is `width` by `height`. */
  attach(pane: HTMLElement, drawing: SVGElement): void {
    this.pane = pane;
    this.drawing = drawing;
  }

  /** Measures anew after the window or the plan changed; keeps a zoom that was chosen. */
  measure(units: { readonly width: number; readonly height: number }): void {
    this.units = units;
    const room = this.pane?.clientWidth ?? 0;
    if (room > 0) this.fit.set(Math.min(LARGEST_FIT, (room * PITCH) / units.width));
    // The window keeps the height of the whole plan at all sizes: the page below must not jump while zooming.
    this.pane?.style.setProperty('--fitted', `${(units.height * this.fit()) / PITCH}px`);
    this.pane?.style.setProperty('--spare', `${Math.max(0, (room - (units.width * this.fit()) / PITCH) / 2)}px`);
    this.resize();
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

  /** Makes a seat `size` pixels wide and keeps the point of the plan under `at` where it is (default: the middle). */
  zoomTo(size: number, at: WindowPoint = this.middle()): void {
    const held = this.pointUnder(at);
    this.setSize(size);
    this.bring(held, at);
  }

  /** Takes hold of the plan at a point of the window: it stays under the fingers until `settle`. */
  hold(at: WindowPoint): void {
    this.held = { from: at, point: this.pointUnder(at) };
  }

  /** Shows a size during a gesture without repainting: `ratio` to the size now, the held point at `to`. */
  preview(ratio: number, to: WindowPoint): void {
    if (!this.drawing || !this.held) return;
    const { from, point } = this.held;
    const shown = this.within(this.seatSize() * ratio) / this.seatSize();
    this.drawing.style.willChange = 'transform';
    this.drawing.style.transformOrigin = `${point.x * this.scale()}px ${point.y * this.scale()}px`;
    this.drawing.style.transform = `translate(${to.x - from.x}px, ${to.y - from.y}px) scale(${shown})`;
  }

  /** Makes the size of the gesture real. */
  settle(ratio: number, to: WindowPoint): void {
    if (!this.drawing || !this.held) return;
    const { point } = this.held;
    this.held = undefined;
    this.drawing.style.transform = '';
    this.drawing.style.willChange = '';
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
    return this.seatSize() / PITCH;
  }

  private resize(): void {
    if (!this.drawing) return;
    this.drawing.style.width = `${this.units.width * this.scale()}px`;
    this.drawing.style.height = `${this.units.height * this.scale()}px`;
  }

  private middle(): WindowPoint {
    return { x: (this.pane?.clientWidth ?? 0) / 2, y: (this.pane?.clientHeight ?? 0) / 2 };
  }

  /** The point of the plan under a point of the window. Ask while no gesture moves the drawing. */
  private pointUnder(at: WindowPoint): PlanPoint {
    const corner = this.corner();
    return { x: (at.x - corner.x) / this.scale(), y: (at.y - corner.y) / this.scale() };
  }

  /** Scrolls until a point of the plan stands at a point of the window, as far as the window can. */
  private bring(point: PlanPoint, to: WindowPoint): void {
    const corner = this.corner();
    if (!this.pane) return;
    this.pane.scrollLeft += corner.x + point.x * this.scale() - to.x;
    this.pane.scrollTop += corner.y + point.y * this.scale() - to.y;
  }

  /** Where the drawing begins in the window; what is scrolled out of it is negative. */
  private corner(): WindowPoint {
    if (!this.pane || !this.drawing) return { x: 0, y: 0 };
    const pane = this.pane.getBoundingClientRect();
    const drawing = this.drawing.getBoundingClientRect();
    return { x: drawing.x - pane.x, y: drawing.y - pane.y };
  }
}
