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
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { mdiFitToScreenOutline, mdiMinus, mdiPlus } from '@mdi/js';
import { PackedStatus } from '@modex/domain';
import { Icon, Presses, whenRecoloured } from '@modex/web-ui';
import { ShowPlan } from '../show-plan';
import { boxOf, CellRow, cellsAround, moveFrom, SeatMove } from './map-cells';
import { readColours } from './map-colours';
import { MapGeometry } from './map-geometry';
import { listenForZoom, whenResized, windowPoint } from './map-gestures';
import { MapPicture } from './map-picture';
import { MapZoom, TAPPABLE } from './map-zoom';
import { SeatMarks } from './seat-marks';
import { SeatTip } from './seat-tip';
import { PriceOf, rowWords, seatWords, whereWords } from './seat-words';

const TAP_ZOOM = 42;

const MOVES: Readonly<Record<string, SeatMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'rowStart',
  End: 'rowEnd',
};

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
  imports: [Icon, SeatTip],
  templateUrl: './seat-map.html',
  styleUrl: './seat-map.scss',
})
export class SeatMap {
  private readonly injector = inject(Injector);
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
  private readonly picture = signal<MapPicture | undefined>(undefined);
  private readonly presses = new Presses();
  private pressed: number | undefined;

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
  /** The seat that the keyboard is at. */
  protected readonly active = linkedSignal<MapGeometry, number | undefined>({
    source: this.geometry,
    computation: ({ rows }) => rows.find((seats) => seats.length > 0)?.[0],
  });
  /** The seat around which seats are elements. */
  private readonly center = linkedSignal<MapGeometry, number | undefined>({
    source: this.geometry,
    computation: () => this.active(),
  });
  private readonly around = computed<readonly CellRow[]>(() => {
    const center = this.center();
    return center === undefined ? [] : cellsAround(this.geometry(), center);
  });
  private readonly places = computed(() =>
    this.around().map(({ row, seats }) => ({
      row,
      name: rowWords(this.plan(), row),
      seats: seats.map((index) => ({
        index,
        column: (this.plan().plan.inRow[index] as number) + 1,
        ...boxOf(this.geometry(), index),
      })),
    })),
  );
  protected readonly cells = computed(() => {
    const marks = this.marks();
    return this.places().map(({ row, name, seats }) => ({
      ...{ row, name },
      seats: seats.map((seat) => {
        const mark = marks.of(seat.index);
        return { ...seat, mark, label: this.labelOf(seat.index) };
      }),
    }));
  });
  protected readonly where = computed(() => {
    const active = this.active();
    return active === undefined ? '' : whereWords(this.plan(), active);
  });
  protected readonly pointed = signal<number | undefined>(undefined);
  protected readonly news = signal('');
  protected readonly tip = computed(() => {
    const index = this.pointed();
    if (index === undefined) return undefined;
    const { bounds, pitch, plan } = this.geometry();
    const scale = this.zoom.seatSize() / pitch;
    return {
      text: this.labelOf(index),
      x: ((plan.x[index] as number) - bounds.left) * scale,
      y: ((plan.y[index] as number) - bounds.top) * scale,
      seat: this.zoom.seatSize(),
    };
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
    afterNextRender(() => {
      const [pane, sheet] = [this.pane().nativeElement, this.sheet().nativeElement];
      this.zoom.attach(pane, sheet);
      this.zoom.measure(this.size());
      destroyed.onDestroy(this.startPicture(pane));
      destroyed.onDestroy(listenForZoom(pane, this.zoom));
      destroyed.onDestroy(whenResized(pane, () => this.zoom.measure(this.size())));
    });
    effect(() => this.zoom.measure(this.size()));
    effect(() => {
      const [geometry, status, pointed, isStaff] = [this.geometry(), this.status(), this.pointed(), this.telling()];
      this.picture()?.show({ geometry, status, pointed, isStaff, own: this.marks().own });
    });
  }

  protected point(event: PointerEvent): void {
    if (event.pointerType !== 'touch') this.pointed.set(this.seatUnder(event));
  }

  protected press(event: MouseEvent): void {
    const index = this.seatUnder(event);
    if (index === undefined) return this.pressStanding(event);
    if (this.isSecondPress(event, index)) return;
    this.active.set(index);
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (isTouch) this.pointed.set(index);
    if (isTouch && this.zoom.seatSize() < TAPPABLE) {
      const couldBeMeant = this.zoom.seatSize() >= TAPPABLE / 2;
      this.zoom.zoomTo(TAP_ZOOM, windowPoint(this.pane().nativeElement, event));
      // Where seats are mere dots, a tap only zooms in; where they are larger, it also chooses, and the zoom shows which.
      if (!couldBeMeant) {
        this.news.set($localize`Zoomed in. Tap a seat to choose it.`);
        this.pressed = undefined;
        return;
      }
    }
    this.toggle(index);
  }

  protected steer(event: KeyboardEvent): void {
    const from = this.active();
    if (from === undefined || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!event.repeat) this.toggle(from);
      return;
    }
    const to = event.key === 'n' && !event.ctrlKey ? this.nextFree(from) : this.moved(event, from);
    if (to === undefined) return;
    event.preventDefault();
    this.goTo(to);
  }

  private moved(event: KeyboardEvent, from: number): number | undefined {
    const move = event.ctrlKey ? cornerMove(event.key) : MOVES[event.key];
    return move && moveFrom(this.geometry(), from, move);
  }

  /** The next free seat in the order of the plan, from the front again after the last one. */
  private nextFree(from: number): number {
    const size = this.plan().size;
    const [{ plan, rows }, marks] = [this.geometry(), this.marks()];
    for (let away = 1; away < size; away++) {
      const index = (from + away) % size;
      if (marks.of(index) === 'free' && rows[plan.row[index] as number]?.length) return index;
    }
    this.news.set($localize`No other seat is free.`);
    return from;
  }

  /** The keyboard is at this seat from now on. */
  private goTo(index: number): void {
    this.active.set(index);
    if (!this.around().some(({ seats }) => seats.includes(index))) this.center.set(index);
    const focus = (): void => this.sheet().nativeElement.querySelector<HTMLElement>(`[data-seat="${index}"]`)?.focus();
    focus();
    afterNextRender(focus, { injector: this.injector });
  }

  private startPicture(pane: HTMLElement): () => void {
    const context = typeof CanvasRenderingContext2D === 'undefined' ? null : this.contextOf();
    if (!context) return () => undefined;
    const picture = new MapPicture(
      context,
      () => this.zoom.placement(),
      () => readColours(this.host.nativeElement),
    );
    this.picture.set(picture);
    pane.addEventListener('scroll', picture.ask, { passive: true });
    const repaint = (): void => picture.paintAnew();
    void document.fonts?.ready.then(repaint);
    const stopped = whenRecoloured(repaint);
    return () => {
      pane.removeEventListener('scroll', picture.ask);
      stopped();
      picture.stop();
    };
  }

  private contextOf(): CanvasRenderingContext2D | null {
    return this.canvas().nativeElement.getContext('2d', { alpha: false });
  }

  /** A double-click is one press of its seat; after a tap that only zoomed, its second one meets any seat. */
  private isSecondPress(event: MouseEvent, index: number): boolean {
    const sameSeat = (this.pressed ?? index) === index;
    this.pressed = index;
    return this.presses.isSecond(event) && sameSeat;
  }

  private toggle(index: number): void {
    const mark = this.marks().of(index);
    const seat = this.plan().seatAt(index);
    const refused = this.refusal(index);
    if (refused !== undefined) this.news.set(refused);
    else if (this.looking()) this.news.set($localize`${this.labelOf(index)}:seat:. Picked.`);
    else if (mark === 'free' && this.chosen().size >= this.max()) return this.refuseMore();
    else if (mark === 'free') {
      this.news.set(
        $localize`${seat.name}:seat: chosen. ${this.chosen().size + 1}:seats: of ${this.max()}:most: seats.`,
      );
    } else {
      this.news.set(
        $localize`${seat.name}:seat: given back. ${this.chosen().size - 1}:seats: of ${this.max()}:most: seats.`,
      );
    }
    if (refused === undefined) this.toggled.emit(seat.id);
  }

  /** Why the seat can be neither chosen nor given back. */
  private refusal(index: number): string | undefined {
    const mark = this.marks().of(index);
    if (this.looking()) return undefined;
    if (this.locked()) return $localize`The choice cannot be changed at the moment.`;
    if (mark === 'mine') return $localize`${this.labelOf(index)}:seat:. You booked it before.`;
    if (mark === 'taken' || mark === 'lost')
      return $localize`${this.labelOf(index)}:seat:. Please choose another seat.`;
    return undefined;
  }

  private refuseMore(): void {
    this.news.set(
      $localize`You have ${this.max()}:most: seats, the most for one booking. Give one back to choose another.`,
    );
    this.presses.forget();
    this.limitReached.emit();
  }

  private labelOf(index: number): string {
    const marks = this.marks();
    return seatWords(this.plan(), index, this.looking() ? marks.plain(index) : marks.of(index), this.priceOf());
  }

  /** The seat whose element was hit, else the nearest one: the gaps between seats belong to their neighbours. */
  private seatUnder(event: MouseEvent): number | undefined {
    const hit = event.target instanceof Element ? event.target.closest('[data-seat]') : null;
    return hit ? Number(hit.getAttribute('data-seat')) : this.geometry().seatNear(this.planPoint(event));
  }

  /** Where people stand nobody chooses a place of their own: staff gets the first one, and customers are asked how many. */
  private pressStanding(event: MouseEvent): void {
    const section = this.geometry().standingAt(this.planPoint(event));
    if (section === undefined) return;
    const [first] = this.geometry().standingSeats(section);
    if (!this.looking()) this.standingPressed.emit(section.key);
    else if (first !== undefined) this.toggle(first);
  }

  private planPoint(event: MouseEvent): { readonly x: number; readonly y: number } {
    const { bounds } = this.geometry();
    const { x, y } = this.zoom.pointUnder(windowPoint(this.pane().nativeElement, event));
    return { x: bounds.left + x, y: bounds.top + y };
  }
}

function cornerMove(key: string): SeatMove | undefined {
  if (key === 'Home') return 'first';
  return key === 'End' ? 'last' : undefined;
}
