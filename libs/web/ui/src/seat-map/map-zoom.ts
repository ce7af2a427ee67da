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

  /** Width of one seat on the screen, in CSS pixels. */
  readonly seatSize = computed(() => Math.min(LARGEST, Math.max(this.fit(), this.chosen() ?? this.fit())));
  readonly zoomed = computed(() => this.seatSize() > this.fit() + 0.5);
  readonly canZoomIn = computed(() => this.seatSize() < LARGEST - 0.5);

  /** Takes the window and the drawing, whose size in units is `width` by `height`. */
  attach(pane: HTMLElement, drawing: SVGElement): void {
    this.pane = pane;
    this.drawing = drawing;
  }

  /** Measures anew after the window or the house changed; keeps a zoom that was chosen. */
  measure(units: { readonly width: number; readonly height: number }): void {
    this.units = units;
    const room = this.pane?.clientWidth ?? 0;
    if (room > 0) this.fit.set(Math.min(LARGEST_FIT, (room * PITCH) / units.width));
    // The window keeps the height of the whole house at all sizes: the page below must not jump while zooming.
    this.pane?.style.setProperty('--fitted', `${(units.height * this.fit()) / PITCH}px`);
    this.resize();
  }

  /** The next size; the first step already makes seats that a thumb can hit. */
  zoomIn(at?: WindowPoint): void {
    this.zoomTo(Math.max(this.seatSize() * STEP, COMFORTABLE), at);
  }

  /** The size before; the whole house where seats would be too small to hit. */
  zoomOut(at?: WindowPoint): void {
    const smaller = this.seatSize() / STEP;
    this.zoomTo(smaller < TAPPABLE ? 0 : smaller, at);
  }

  reset(): void {
    this.chosen.set(undefined);
    this.resize();
  }

  /** Makes a seat `size` pixels wide and keeps the point of the house under `at` where it is (default: the middle). */
  zoomTo(size: number, at: WindowPoint = this.middle()): void {
    const before = this.seatSize();
    const anchor = this.contentPoint(at);
    this.chosen.set(size <= this.fit() ? undefined : size);
    this.resize();
    const ratio = this.seatSize() / before;
    this.scrollTo(anchor.x * ratio - at.x, anchor.y * ratio - at.y);
  }

  /** Shows a size during a gesture without repainting; `settle` makes it real. */
  preview(ratio: number, from: WindowPoint, to: WindowPoint): void {
    if (!this.drawing) return;
    const anchor = this.contentPoint(from);
    const origin = this.drawingOrigin();
    this.drawing.style.willChange = 'transform';
    this.drawing.style.transformOrigin = `${anchor.x - origin.x}px ${anchor.y - origin.y}px`;
    this.drawing.style.transform = `translate(${to.x - from.x}px, ${to.y - from.y}px) scale(${ratio})`;
  }

  settle(ratio: number, from: WindowPoint, to: WindowPoint): void {
    if (!this.drawing) return;
    this.drawing.style.transform = '';
    this.drawing.style.willChange = '';
    this.zoomTo(this.seatSize() * ratio, from);
    this.pane?.scrollBy(from.x - to.x, from.y - to.y);
  }

  private resize(): void {
    if (!this.drawing) return;
    const scale = this.seatSize() / PITCH;
    this.drawing.style.width = `${this.units.width * scale}px`;
    this.drawing.style.height = `${this.units.height * scale}px`;
  }

  private middle(): WindowPoint {
    return { x: (this.pane?.clientWidth ?? 0) / 2, y: (this.pane?.clientHeight ?? 0) / 2 };
  }

  private contentPoint(at: WindowPoint): WindowPoint {
    return { x: at.x + (this.pane?.scrollLeft ?? 0), y: at.y + (this.pane?.scrollTop ?? 0) };
  }

  private drawingOrigin(): WindowPoint {
    if (!this.pane || !this.drawing) return { x: 0, y: 0 };
    const pane = this.pane.getBoundingClientRect();
    const drawing = this.drawing.getBoundingClientRect();
    return this.contentPoint({ x: drawing.x - pane.x, y: drawing.y - pane.y });
  }

  private scrollTo(left: number, top: number): void {
    if (!this.pane) return;
    this.pane.scrollLeft = left;
    this.pane.scrollTop = top;
  }
}
