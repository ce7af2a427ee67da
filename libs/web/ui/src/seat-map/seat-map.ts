import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { mdiFitToScreenOutline, mdiMinus, mdiPlus } from '@mdi/js';
import { Icon } from '../frame/icon';
import { listenForZoom, whenResized, windowPoint } from './map-gestures';
import { CustomerSeats, MapSeat, markOf, seatLabel, SeatMark } from './map-seat';
import { MapZoom, TAPPABLE } from './map-zoom';
import { moveFrom, PITCH, PlacedSeat, placeSeats, seatAt, SeatMove } from './seat-layout';
import { numberOutline } from './seat-digits';
import { SEAT_SHAPES } from './seat-shapes';
import { SeatTip } from './seat-tip';
import { Presses } from '../press/presses';

/** From this size on (CSS pixels) a seat has room for its number. */
const NUMBERED = 27;
const TAP_ZOOM = 42;
const NOBODY: CustomerSeats = { chosen: new Set(), lost: new Set(), mine: new Set() };

const MOVES: Readonly<Record<string, SeatMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'rowStart',
  End: 'rowEnd',
};

/**
 * The map of a plan: every seat with its label and mark, chosen by click, tap or keyboard.
 *
 * In: `seats` in any order, each with its place in the plan, the ids `chosen`, `lost` and `mine`, how many may be chosen (`max`), a `label` for the grid,
 * `locked` while nothing may be chosen or given back. With `looking` nothing is booked: any seat can be picked, also a
 * taken one, and a seat keeps saying whether it is free; `max` is of no effect.
 * Out: `toggled` with the id of a free or chosen seat (when looking, of any); `limitReached` when one more than `max` is asked for.
 * The map changes no choice by itself. One drawing, one listener per event, one stop of the tab key.
 */
@Component({
  selector: 'mx-seat-map',
  imports: [Icon, SeatTip],
  templateUrl: './seat-map.html',
  styleUrl: './seat-map.scss',
})
export class SeatMap {
  readonly seats = input.required<readonly MapSeat[]>();
  readonly chosen = input<ReadonlySet<string>>(new Set());
  readonly lost = input<ReadonlySet<string>>(new Set());
  readonly mine = input<ReadonlySet<string>>(new Set());
  readonly max = input(10);
  readonly label = input($localize`Seats`);
  readonly locked = input(false);
  readonly looking = input(false, { transform: booleanAttribute });

  readonly toggled = output<string>();
  readonly limitReached = output<void>();

  private readonly pane = viewChild.required<ElementRef<HTMLElement>>('pane');
  private readonly drawing = viewChild.required<ElementRef<SVGSVGElement>>('drawing');
  /** The seats as first seen: places never change with states, so a refresh does not place the plan anew. */
  private readonly places = computed(() => this.seats(), { equal: sameSeats });

  private readonly presses = new Presses();
  private pressed: PlacedSeat | undefined;

  protected readonly zoom = new MapZoom();
  protected readonly layout = computed(() => placeSeats(this.places()));
  protected readonly icons = { in: mdiPlus, out: mdiMinus, fit: mdiFitToScreenOutline };
  protected readonly numbered = computed(() => this.zoom.seatSize() >= NUMBERED);
  /** What each seat shows, by index: made anew only when a state changes. */
  protected readonly cells = computed(() => {
    const customer = { chosen: this.chosen(), lost: this.lost(), mine: this.mine() };
    const looking = this.looking();
    return this.seats().map((seat) => {
      const mark = markOf(seat, customer);
      return cellOf(seat, mark, looking ? markOf(seat, NOBODY) : mark);
    });
  });
  /** The numbers of the free seats, one outline for each row; none where they would be too small to read. */
  protected readonly numbers = computed(() => {
    if (!this.numbered()) return [];
    const free = (placed: PlacedSeat): boolean => this.cells()[placed.index]?.mark === 'free';
    const write = ({ seat, x, y }: PlacedSeat): string => numberOutline(seat.seatNumber, x, y);
    return this.layout().rows.map((row) => row.seats.filter(free).map(write).join(''));
  });
  protected readonly active = linkedSignal({ source: this.layout, computation: (layout) => layout.rows[0]?.seats[0] });
  protected readonly pointed = signal<PlacedSeat | undefined>(undefined);
  protected readonly news = signal('');
  protected readonly tip = computed(() => {
    const placed = this.pointed();
    if (!placed) return undefined;
    const scale = this.zoom.seatSize() / PITCH;
    return { text: this.labelOf(placed), x: placed.x * scale, y: placed.y * scale, seat: this.zoom.seatSize() };
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const pane = this.pane().nativeElement;
      this.zoom.attach(pane, this.drawing().nativeElement);
      this.zoom.measure(this.layout());
      destroyed.onDestroy(listenForZoom(pane, this.zoom));
      destroyed.onDestroy(whenResized(pane, () => this.zoom.measure(this.layout())));
    });
    effect(() => this.zoom.measure(this.layout()));
  }

  protected labelOf(placed: PlacedSeat): string {
    return this.cells()[placed.index]?.label ?? '';
  }

  protected point(event: PointerEvent): void {
    this.pointed.set(event.pointerType === 'touch' ? undefined : this.seatUnder(event));
  }

  protected press(event: MouseEvent): void {
    const placed = this.seatUnder(event);
    if (!placed || this.isSecondPress(event, placed)) return;
    this.active.set(placed);
    if (this.tooSmallToHit(event)) {
      const couldBeMeant = this.zoom.seatSize() >= TAPPABLE / 2;
      this.zoom.zoomTo(TAP_ZOOM, windowPoint(this.pane().nativeElement, event));
      // Where seats are mere dots, a tap only zooms in; where they are larger, it also chooses, and the zoom shows which.
      if (!couldBeMeant) {
        this.news.set($localize`Zoomed in. Tap a seat to choose it.`);
        this.pressed = undefined;
        return;
      }
    }
    this.toggle(placed);
  }

  protected steer(event: KeyboardEvent): void {
    const placed = this.active();
    if (!placed || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!event.repeat) this.toggle(placed);
      return;
    }
    const move = event.ctrlKey ? cornerMove(event.key) : MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const next = moveFrom(this.layout(), placed, move);
    this.active.set(next);
    this.drawing().nativeElement.querySelector<SVGElement>(`[data-seat="${next.index}"]`)?.focus();
  }

  /** A double-click is one press of its seat; after a tap that only zoomed, its second one meets any seat. */
  private isSecondPress(event: MouseEvent, placed: PlacedSeat): boolean {
    const sameSeat = (this.pressed ?? placed) === placed;
    this.pressed = placed;
    return this.presses.isSecond(event) && sameSeat;
  }

  private toggle(placed: PlacedSeat): void {
    const seat = this.seatOf(placed);
    const mark = this.cells()[placed.index]?.mark ?? 'taken';
    if (this.looking()) {
      this.news.set($localize`${this.labelOf(placed)}:seat:. Picked.`);
      this.toggled.emit(seat.id);
      return;
    }
    if (this.locked()) {
      this.news.set($localize`The choice cannot be changed at the moment.`);
      return;
    }
    if (mark === 'mine') {
      this.news.set($localize`${seatLabel(seat, mark)}:seat:. You booked it before.`);
      return;
    }
    if (mark === 'taken' || mark === 'lost') {
      this.news.set($localize`${seatLabel(seat, mark)}:seat:. Please choose another seat.`);
      return;
    }
    if (mark === 'free' && this.chosen().size >= this.max()) {
      this.news.set(
        $localize`You have ${this.max()}:most: seats, the most for one booking. Give one back to choose another.`,
      );
      this.presses.forget();
      this.limitReached.emit();
      return;
    }
    this.news.set(mark === 'free' ? this.toldOfChoice(seat) : this.toldOfReturn(seat));
    this.toggled.emit(seat.id);
  }

  private toldOfChoice({ name }: MapSeat): string {
    return $localize`${name}:seat: chosen. ${this.chosen().size + 1}:seats: of ${this.max()}:most: seats.`;
  }

  private toldOfReturn({ name }: MapSeat): string {
    return $localize`${name}:seat: given back. ${this.chosen().size - 1}:seats: of ${this.max()}:most: seats.`;
  }

  private seatOf(placed: PlacedSeat): MapSeat {
    return this.seats()[placed.index] ?? placed.seat;
  }

  private tooSmallToHit(event: MouseEvent): boolean {
    return event instanceof PointerEvent && event.pointerType === 'touch' && this.zoom.seatSize() < TAPPABLE;
  }

  /** The seat whose mark was hit, else the nearest one: the gaps between marks belong to their neighbours. */
  private seatUnder(event: MouseEvent): PlacedSeat | undefined {
    const hit = event.target instanceof Element ? event.target.closest('[data-seat]') : null;
    if (hit) return this.layout().seats[Number(hit.getAttribute('data-seat'))];
    const box = this.drawing().nativeElement.getBoundingClientRect();
    const scale = PITCH / this.zoom.seatSize();
    return seatAt(this.layout(), (event.clientX - box.x) * scale, (event.clientY - box.y) * scale);
  }
}

/** What is drawn of a seat by `mark`, and said of it by `said`. */
function cellOf(seat: MapSeat, mark: SeatMark, said: SeatMark): { mark: SeatMark; label: string; outline: string } {
  return { mark, label: seatLabel(seat, said), outline: SEAT_SHAPES[mark] };
}

function cornerMove(key: string): SeatMove | undefined {
  if (key === 'Home') return 'first';
  return key === 'End' ? 'last' : undefined;
}

function sameSeats(one: readonly MapSeat[], other: readonly MapSeat[]): boolean {
  return one.length === other.length && one.every((seat, index) => seat.id === other[index]?.id);
}
