import {
  afterNextRender,
  Component,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Point } from '@modex/domain';
import { Background, CanvasLayers } from '../paint/canvas-layers';
import { whenRecoloured } from '@modex/web-ui';
import { Look, readLook } from '../paint/look';
import { panned } from '../paint/view';
import { Gesture, GestureMarks, PointerAt } from '../tools/gesture';
import { gestureOf, Panning } from '../tools/gestures';
import { Editor } from './editor';

/** Presses nearer than this to each other (pixels, milliseconds) are counted together. */
const [NEAR, SOON_MS] = [6, 450];

/** The plan that is edited, on canvases: the same few elements for any number of places. */
@Component({
  selector: 'mx-plan-canvas',
  template: `
    <canvas #plan></canvas>
    <canvas #moving></canvas>
    <canvas #marks></canvas>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      overflow: hidden;
      border-radius: var(--mx-radius-small);
      background: var(--mat-sys-surface-container-lowest);
      box-shadow: inset 0 0 0 1px var(--mat-sys-outline-variant);
      touch-action: none;
      user-select: none;
    }

    :host([data-tool='pan']) {
      cursor: grab;
    }

    :host([data-tool='select']) {
      cursor: default;
    }

    :host {
      cursor: crosshair;
    }

    canvas {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      pointer-events: none;
      transform-origin: 0 0;
    }
  `,
  host: {
    tabindex: '0',
    role: 'application',
    'aria-label': $localize`The plan. Arrow keys move what is selected; the list of objects beside it has every seat.`,
    '[attr.data-tool]': 'editor.tool()',
    '(pointerdown)': 'press($event)',
    '(pointermove)': 'follow($event)',
    '(pointerup)': 'release($event, true)',
    '(pointercancel)': 'release($event, false)',
    '(contextmenu)': '$event.preventDefault()',
  },
})
export class PlanCanvas {
  readonly background = input<Background>();

  protected readonly editor = inject(Editor);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly plan = viewChild.required<ElementRef<HTMLCanvasElement>>('plan');
  private readonly moving = viewChild.required<ElementRef<HTMLCanvasElement>>('moving');
  private readonly marksCanvas = viewChild.required<ElementRef<HTMLCanvasElement>>('marks');
  private readonly marks = new GestureMarks();
  private readonly look = signal<Look | undefined>(undefined);
  private layers: CanvasLayers | undefined;
  private frame = 0;
  private gesture: Gesture | undefined;
  private readonly pointers = new Map<number, Point>();
  private pressed = { x: 0, y: 0, time: 0, count: 0 };

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => this.open(destroyed));
    effect(() => {
      this.scene();
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.paint());
    });
    destroyed.onDestroy(() => {
      cancelAnimationFrame(this.frame);
      this.layers?.stop();
    });
  }

  private open(destroyed: DestroyRef): void {
    this.layers = new CanvasLayers(
      this.plan().nativeElement,
      this.moving().nativeElement,
      this.marksCanvas().nativeElement,
    );
    this.look.set(readLook(this.host));
    destroyed.onDestroy(whenRecoloured(() => this.look.set(readLook(this.host))));
    const wheel = (event: WheelEvent): void => this.turn(event);
    this.host.addEventListener('wheel', wheel, { passive: false });
    this.measure();
    if (typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(() => this.measure());
    watch.observe(this.host);
    destroyed.onDestroy(() => watch.disconnect());
  }

  private measure(): void {
    const size = { width: this.host.clientWidth, height: this.host.clientHeight };
    this.editor.resize(size);
  }

  private scene() {
    const look = this.look();
    const { drag, band, guides, outline } = this.marks;
    return (
      look && {
        drawing: this.editor.shown(),
        selection: this.editor.selection(),
        view: this.editor.view(),
        size: this.editor.size(),
        look,
        background: this.background(),
        ...{ drag: drag(), band: band(), guides: guides(), outline: outline(), corner: this.editor.corner() },
      }
    );
  }

  private paint(): void {
    const scene = this.scene();
    if (scene) this.layers?.paint(scene);
  }

  protected press(event: PointerEvent): void {
    this.host.focus({ preventScroll: true });
    this.host.setPointerCapture?.(event.pointerId);
    const at = this.pointerAt(event);
    this.pointers.set(event.pointerId, at);
    if (this.pointers.size === 2) {
      // A second finger zooms; what the first one began is taken back.
      this.gesture?.end(false);
      this.gesture = undefined;
    } else if (event.button === 1 || this.editor.lookedAt() !== undefined) {
      event.preventDefault();
      this.gesture = new Panning(this.editor, at);
    } else if (event.button === 0) this.gesture = gestureOf(this.editor, this.marks, at, this.count(event, at));
  }

  protected follow(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (before === undefined) return;
    const at = this.pointerAt(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, at);
    if (other) this.pinch(before, at, other);
    else this.gesture?.move(at);
  }

  protected release(event: PointerEvent, isDone: boolean): void {
    if (!this.pointers.delete(event.pointerId)) return;
    this.gesture?.end(isDone);
    this.gesture = undefined;
  }

  private pinch(before: Point, now: Point, other: Point): void {
    const [old, fresh] = [distance(before, other), distance(now, other)];
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.editor.view.update((view) => panned(view, (now.x - before.x) / 2, (now.y - before.y) / 2));
    if (old > 0) this.editor.zoom(fresh / old, middle);
  }

  private turn(event: WheelEvent): void {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) this.editor.zoom(Math.exp(-event.deltaY / 300), this.pointerAt(event));
    else this.editor.view.update((view) => panned(view, -event.deltaX, -event.deltaY));
  }

  private count(event: PointerEvent, at: Point): number {
    const isAgain = distance(this.pressed, at) < NEAR && event.timeStamp - this.pressed.time < SOON_MS;
    const count = isAgain ? this.pressed.count + 1 : 1;
    this.pressed = { x: at.x, y: at.y, time: event.timeStamp, count };
    return count;
  }

  private pointerAt(event: MouseEvent): PointerAt {
    const { x, y } = this.host.getBoundingClientRect();
    return { x: event.clientX - x, y: event.clientY - y, isAdding: event.shiftKey };
  }
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
