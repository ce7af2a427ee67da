import { computed, linkedSignal, Signal } from '@angular/core';
import { ShowPlan } from '../show-plan';
import { boxOf, CellRow, cellsAround } from './map-cells';
import { MapGeometry } from './map-geometry';
import { SeatCells } from './seat-cells';
import { SeatMarks } from './seat-marks';
import { rowWords, whereWords } from './seat-words';

/** What a map knows of its seats. */
export interface KnownSeats {
  readonly plan: Signal<ShowPlan>;
  readonly geometry: Signal<MapGeometry>;
  readonly marks: Signal<SeatMarks>;
  /** The picture is there: it comes before what assistive technology and keys need. */
  readonly isDrawn: Signal<boolean>;
  readonly labelOf: (index: number) => string;
}

/** The seat that the keyboard is at, and those around it, which are elements of the page. */
export class SeatsAtHand {
  /** The seat that the keyboard is at. */
  readonly active = linkedSignal<MapGeometry, number | undefined>({
    source: () => this.known.geometry(),
    computation: ({ rows }) => rows.find((seats) => seats.length > 0)?.[0],
  });
  /** How far the stage is from it, in words. */
  readonly where = computed(() => {
    const active = this.active();
    return active === undefined ? '' : whereWords(this.known.plan(), active);
  });
  /** The seat around which seats are elements. */
  private readonly center = linkedSignal<MapGeometry, number | undefined>({
    source: () => this.known.geometry(),
    computation: () => this.active(),
  });
  private readonly around = computed<readonly CellRow[]>(() => {
    const center = this.center();
    return center === undefined || !this.known.isDrawn() ? [] : cellsAround(this.known.geometry(), center);
  });
  private readonly places = computed(() => {
    const [plan, geometry] = [this.known.plan(), this.known.geometry()];
    return this.around().map(({ row, seats }) => ({
      ...{ row, name: rowWords(plan, row) },
      seats: seats.map((index) => ({
        index,
        column: (plan.plan.inRow[index] as number) + 1,
        ...boxOf(geometry, index),
      })),
    }));
  });
  readonly cells = computed<readonly SeatCells[]>(() => {
    const marks = this.known.marks();
    return this.places().map(({ row, name, seats }) => ({
      ...{ row, name },
      seats: seats.map((seat) => ({ ...seat, mark: marks.of(seat.index), label: this.known.labelOf(seat.index) })),
    }));
  });

  constructor(private readonly known: KnownSeats) {}

  /** The keyboard is at this seat from now on, and the seat is an element. */
  goTo(index: number): void {
    this.active.set(index);
    if (!this.around().some(({ seats }) => seats.includes(index))) this.center.set(index);
  }
}
