import { Component, computed, debounced, inject, input, linkedSignal } from '@angular/core';
import { Api, LayoutResponse, previewLayout, reading } from '@modex/web-api-client';
import { plainShowPlan, SeatMap, ShowPlan } from '@modex/web-seats';
import { counted, NumberPipe, Skeleton } from '@modex/web-ui';
import { LayoutSize } from './show-draft';

const PAUSE_MS = 300;

/** The plan that the API would lay out for a size: drawn and in words. Writes nothing. */
@Component({
  selector: 'mx-layout-preview',
  imports: [NumberPipe, SeatMap, Skeleton],
  templateUrl: './layout-preview.html',
  styleUrl: './layout-preview.scss',
})
export class LayoutPreview {
  private readonly api = inject(Api);

  /** Undefined while no valid size is given. */
  readonly size = input.required<LayoutSize | undefined>();
  /** What is wrong with the size while it is not valid. */
  readonly wrong = input('');

  private readonly settled = debounced(this.size, PAUSE_MS);
  protected readonly layout = reading({
    params: () => (this.settled.hasValue() ? this.settled.value() : undefined),
    read: (size) => this.api.invoke(previewLayout, size),
  });
  /** The last layout that came; it stays in view until the next one is here. */
  protected readonly shown = linkedSignal<LayoutResponse | undefined, LayoutResponse | undefined>({
    source: this.layout.value,
    computation: (laid, before) => laid ?? before?.value,
  });
  protected readonly none = computed(() => this.size() === undefined);
  protected readonly waiting = computed(() => this.layout.loading() || this.settled.isLoading());
  protected readonly problem = this.layout.problem;
  /** Its seats have no ids yet. */
  protected readonly plan = computed<ShowPlan | undefined>(() => {
    const laid = this.shown();
    const seatsPerRow = laid?.rows[0]?.seats;
    return laid && seatsPerRow ? plainShowPlan({ totalSeats: laid.totalSeats, seatsPerRow }, '') : undefined;
  });
  /** "Rows A to L, 16 seats each", with the last row where it is shorter. */
  protected readonly words = computed(() => {
    const rows = this.shown()?.rows ?? [];
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return '';
    if (rows.length === 1) return $localize`One row, ${first.rowNumber}:row:`;
    const [from, to, seats] = [first.rowNumber, last.rowNumber, first.seats];
    return counted(
      seats,
      last.seats === seats
        ? $localize`{n, plural, =1 {Rows ${from}:from: to ${to}:to:, 1 seat each} other {Rows ${from}:from: to ${to}:to:, ${seats}:seats: seats each}}`
        : $localize`{n, plural, =1 {Rows ${from}:from: to ${to}:to:, 1 seat each; the last row has ${last.seats}:last:} other {Rows ${from}:from: to ${to}:to:, ${seats}:seats: seats each; the last row has ${last.seats}:last:}}`,
    );
  });

  protected labelOf(seats: number): string {
    return counted(
      seats,
      $localize`{n, plural, =1 {1 seat. ${this.words()}:rows:} other {${seats}:seats: seats. ${this.words()}:rows:}}`,
    );
  }
}
