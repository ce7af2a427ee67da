import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { mdiFitToScreenOutline, mdiMinus, mdiPlus } from '@mdi/js';
import { PackedStatus } from '@modex/domain';
import { Icon, Presses, whenRecoloured } from '@modex/web-ui';
import { ShowPlan } from '../show-plan';
import { afterFrame } from './after-frame';
import { readColours } from './map-colours';
import { MapCorner } from './map-corner';
import { MapGeometry } from './map-geometry';
import { listenForPointer, listenForZoom, whenResized, windowPoint } from './map-gestures';
import { asksForFree, movedBy, nextFree } from './map-keys';
import { MapPicture } from './map-picture';
import { forgetWidths } from './map-text';
import { MapZoom, TAPPABLE } from './map-zoom';
import { answerPress, PressAnswer } from './press-answer';
import { SeatGrid } from './seat-cells';
import { SeatMarks } from './seat-marks';
import { SeatsAtHand } from './seats-at-hand';
import { SeatTip } from './seat-tip';
import { PriceOf, seatWords } from './seat-words';

const TAP_ZOOM = 42;
/** How far from a seat that is a mere dot a finger still means it, in CSS pixels. */
const FINGER = 14;
/** A press that met no seat. */
const GROUND = -1;

/**
 * The map of a show: a picture of its plan, from which seats are chosen by click, tap or keyboard.
 *
 * In: the `plan` and the `status` of its seats; the ids `chosen`, `lost` and `mine`, how many may be chosen (`max`), a `label`,
 * `locked` while nothing may be chosen or given back, `priceOf` where categories have prices. With `looking` nothing is
 * booked: any seat can be picked, also a taken one, and a seat keeps saying whether it is free; `max` is of no effect.
 * With `telling` it tells sold, held and blocked seats apart, as staff want it.
 * Out: `toggled` with the id of a free or chosen seat (when looking, of any); `limitReached` when one more than `max` is asked for;
 * `standingPressed` with the key of a section where people stand: its places are chosen by their number, not here.
 * The map changes no choice by itself. It has a few hundred elements, whatever the size of the plan.
 */
@Component({
  selector: 'mx-seat-map',
  imports: [Icon, SeatGrid, SeatTip],
  templateUrl: './seat-map.html',
  styleUrl: './seat-map.scss',
})
export class SeatMap {
  private readonly injector = inject(Injector);
  private isGone = false;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly plan = input.required<ShowPlan>();
  readonly status = input<PackedStatus>();
  readonly chosen = input<ReadonlySet<string>>(new Set());
  readonly lost = input<ReadonlySet<string>>(new Set());
  readonly mine = input<ReadonlySet<string>>(new Set());
  readonly max = input(10);
  readonly label = input($localize`Seats`);
  readonly locked = input(false);
  readonly priceOf = input<PriceOf>();
  readonly looking = input(false, { transform: booleanAttribute });
  readonly telling = input(false, { transform: booleanAttribute });

  readonly toggled = output<string>();
  readonly limitReached = output<void>();
  readonly standingPressed = output<string>();

  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly pane = viewChild.required<ElementRef<HTMLElement>>('pane');
  private readonly sheet = viewChild.required<ElementRef<HTMLElement>>('sheet');
  private readonly corner = viewChild.required<ElementRef<HTMLCanvasElement>>('corner');
  private readonly picture = signal<MapPicture | undefined>(undefined);
  private readonly presses = new Presses();
  /** The seat that was pressed last, or GROUND; undefined after a tap that only zoomed. */
  private pressed: number | undefined;
  /** The picture comes first, and then what assistive technology and keys need. */
  private readonly isDrawn = signal(typeof CanvasRenderingContext2D === 'undefined');

  protected readonly icons = { in: mdiPlus, out: mdiMinus, fit: mdiFitToScreenOutline };
  protected readonly zoom = new MapZoom(() => this.picture()?.ask());
  protected readonly geometry = computed(() => new MapGeometry(this.plan().plan));
  private readonly size = computed(() => {
    const { bounds, pitch } = this.geometry();
    return { width: bounds.right - bounds.left, height: bounds.bottom - bounds.top, pitch };
  });
  private readonly marks = computed(
    () => new SeatMarks(this.plan(), this.status(), { chosen: this.chosen(), lost: this.lost(), mine: this.mine() }),
  );
  protected readonly atHand = new SeatsAtHand({
    ...{ plan: this.plan, geometry: this.geometry, marks: this.marks, isDrawn: this.isDrawn },
    labelOf: (index) => this.labelOf(index),
  });
  protected readonly pointed = signal<number | undefined>(undefined);
  protected readonly news = signal('');
  protected readonly tip = computed(() => {
    const index = this.pointed();
    if (index === undefined) return undefined;
    const [{ x, y }, seat] = [this.middleOf(index), this.zoom.seatSize()];
    const scale = seat / this.geometry().pitch;
    return { text: this.labelOf(index), x: x * scale, y: y * scale, seat };
  });
  /** How the mouse looks over what is under it. */
  protected readonly cursor = computed(() => {
    const index = this.pointed();
    if (index === undefined) return 'default';
    const mark = this.marks().of(index);
    return this.looking() || mark === 'free' || mark === 'chosen' ? 'pointer' : 'not-allowed';
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    destroyed.onDestroy(() => (this.isGone = true));
    afterNextRender(() => {
      const [pane, sheet] = [this.pane().nativeElement, this.sheet().nativeElement];
      this.zoom.attach(pane, sheet);
      this.zoom.measure(this.size());
      destroyed.onDestroy(this.startPicture(pane));
      destroyed.onDestroy(listenForZoom(pane, this.zoom));
      destroyed.onDestroy(
        listenForPointer(pane, {
          press: (event) => this.press(event),
          point: (event) => this.pointed.set(event && this.seatUnder(event)),
        }),
      );
      destroyed.onDestroy(whenResized(pane, () => this.zoom.measure(this.size())));
    });
    effect(() => this.zoom.measure(this.size()));
    effect(() => {
      const [geometry, status, pointed, isStaff] = [this.geometry(), this.status(), this.pointed(), this.telling()];
      this.picture()?.show({ geometry, status, pointed, isStaff, own: this.marks().own });
    });
  }

  private press(event: MouseEvent): void {
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    const index = this.seatUnder(event, isTouch);
    const at = index ?? GROUND;
    const before = this.pressed;
    const isSecond = this.presses.isSecond(event) && (before ?? at) === at;
    this.pressed = at;
    if (index === undefined) return this.pressGround(event, isSecond && before === GROUND);
    // A double-click is one press of its seat; after a tap that only zoomed, its second one meets any seat.
    if (isSecond) return;
    if (isTouch && this.zoom.seatSize() < TAPPABLE) {
      const couldBeMeant = this.zoom.seatSize() >= TAPPABLE / 2;
      // The seat that was meant comes under the finger.
      this.zoom.zoomTo(TAP_ZOOM, windowPoint(this.pane().nativeElement, event), this.middleOf(index));
      // Where seats are mere dots, a tap only zooms in; where they are larger, it also chooses, and the zoom shows which.
      if (!couldBeMeant) {
        this.atHand.active.set(index);
        this.news.set($localize`Zoomed in. Tap a seat to choose it.`);
        this.pressed = undefined;
        return;
      }
    }
    this.showFirst(index, () => {
      this.atHand.active.set(index);
      if (isTouch) this.pointed.set(index);
      this.toggle(index);
    });
  }

  protected steer(event: KeyboardEvent): void {
    const from = this.atHand.active();
    if (from === undefined || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!event.repeat) this.toggle(from);
      return;
    }
    const to = asksForFree(event)
      ? nextFree(this.geometry(), this.marks(), from)
      : movedBy(event, this.geometry(), from);
    if (to !== undefined) {
      event.preventDefault();
      this.goTo(to);
    } else if (asksForFree(event)) this.news.set($localize`No other seat is free.`);
  }

  /** The keyboard is at this seat from now on. */
  private goTo(index: number): void {
    this.atHand.goTo(index);
    const focus = (): void => this.sheet().nativeElement.querySelector<HTMLElement>(`[data-seat="${index}"]`)?.focus();
    focus();
    afterNextRender(focus, { injector: this.injector });
  }

  private startPicture(pane: HTMLElement): () => void {
    const context = typeof CanvasRenderingContext2D === 'undefined' ? null : this.contextOf();
    if (!context) return () => undefined;
    const picture = new MapPicture(context, {
      corner: new MapCorner(this.corner().nativeElement, (point) => this.zoom.center(point)),
      placement: () => this.zoom.placement(),
      colours: () => readColours(this.host.nativeElement),
      drawn: () => afterFrame(() => this.isDrawn.set(true)),
    });
    this.picture.set(picture);
    pane.addEventListener('scroll', picture.ask, { passive: true });
    const resize = (): void => picture.resize(this.canvas().nativeElement.getBoundingClientRect());
    resize();
    const resized = whenResized(pane, resize);
    const repaint = (): void => picture.paintAnew();
    void document.fonts?.ready.then(forgetWidths).then(repaint);
    const recoloured = whenRecoloured(repaint);
    return () => {
      pane.removeEventListener('scroll', picture.ask);
      resized();
      recoloured();
      picture.stop();
    };
  }

  private contextOf(): CanvasRenderingContext2D | null {
    return this.canvas().nativeElement.getContext('2d', { alpha: false });
  }

  /**
   * Shows a press in the picture before anything else is done: rendering the page, and asking the API, take longer than a
   * frame. A press that changes nothing has nothing to be shown.
   */
  private showFirst(index: number, then: () => void): void {
    const picture = this.picture();
    if (!picture || this.answerTo(index).does !== 'toggle') return then();
    picture.press(index, this.marks().of(index) !== 'chosen');
    afterFrame(() => {
      if (this.isGone) return;
      then();
      afterNextRender(() => picture.unpress(index), { injector: this.injector });
    });
  }

  private toggle(index: number): void {
    const { does, news } = this.answerTo(index);
    this.news.set(news);
    if (does === 'toggle') this.toggled.emit(this.plan().idAt(index));
    if (does !== 'askForMore') return;
    this.presses.forget();
    this.limitReached.emit();
  }

  private answerTo(index: number): PressAnswer {
    const [mark, name, label] = [this.marks().of(index), this.plan().nameAt(index), this.labelOf(index)];
    const [max, locked, looking] = [this.max(), this.locked(), this.looking()];
    return answerPress({ mark, name, label, chosen: this.chosen().size, max, locked, looking });
  }

  private labelOf(index: number): string {
    const marks = this.marks();
    return seatWords(this.plan(), index, this.looking() ? marks.plain(index) : marks.of(index), this.priceOf());
  }

  /** The seat whose element was hit, else the nearest one: the gaps between seats belong to their neighbours. */
  private seatUnder(event: MouseEvent, isTouch = false): number | undefined {
    const hit = event.target instanceof Element ? event.target.closest('[data-seat]') : null;
    if (hit) return Number(hit.getAttribute('data-seat'));
    const size = this.zoom.seatSize();
    const reach = isTouch && size < TAPPABLE / 2 ? (FINGER * this.geometry().pitch) / size : 0;
    return this.geometry().seatNear(this.planPoint(event), reach);
  }

  /**
   * Where people stand nobody chooses a place of their own: staff gets the first one, and customers are asked how many.
   * Anywhere else a double tap looks closer.
   */
  private pressGround(event: MouseEvent, isSecond: boolean): void {
    const section = this.geometry().standingAt(this.planPoint(event));
    if (section === undefined) {
      if (isSecond) this.zoom.zoomIn(windowPoint(this.pane().nativeElement, event));
      return;
    }
    if (isSecond) return;
    const [first] = this.geometry().standingSeats(section);
    if (!this.looking()) this.standingPressed.emit(section.key);
    else if (first !== undefined) this.toggle(first);
  }

  /** Where a seat is, counted from the corner of the plan. */
  private middleOf(index: number): { readonly x: number; readonly y: number } {
    const { bounds, plan } = this.geometry();
    return { x: (plan.x[index] as number) - bounds.left, y: (plan.y[index] as number) - bounds.top };
  }

  private planPoint(event: MouseEvent): { readonly x: number; readonly y: number } {
    const { bounds } = this.geometry();
    const { x, y } = this.zoom.pointUnder(windowPoint(this.pane().nativeElement, event));
    return { x: bounds.left + x, y: bounds.top + y };
  }
}
