import { DecimalPipe } from '@angular/common';
import { Component, computed, debounced, inject, input, linkedSignal, resource } from '@angular/core';
import { Api, LayoutResponse, previewLayout, readProblem } from '@modex/web-api-client';
import { HousePlan, HouseRow, Skeleton } from '@modex/web-ui';
import { HouseSize } from './show-draft';

const PAUSE_MS = 300;

/** The house that the API would lay out for a size: drawn and in words. Writes nothing. */
@Component({
  selector: 'mx-house-preview',
  imports: [DecimalPipe, HousePlan, Skeleton],
  templateUrl: './house-preview.html',
  styleUrl: './house-preview.scss',
})
export class HousePreview {
  private readonly api = inject(Api);

  /** Undefined while no valid size is given. */
  readonly size = input.required<HouseSize | undefined>();
  /** What is wrong with the size while it is none. */
  readonly wrong = input('');

  private readonly settled = debounced(this.size, PAUSE_MS);
  protected readonly layout = resource({
    params: () => (this.settled.hasValue() ? this.settled.value() : undefined),
    loader: ({ params }) => this.api.invoke(previewLayout, params),
  });
  /** The last house that was laid out; stays in view while the next one is on its way. */
  protected readonly house = linkedSignal<LayoutResponse | undefined, LayoutResponse | undefined>({
    source: () => (this.layout.hasValue() ? this.layout.value() : undefined),
    computation: (laid, before) => laid ?? before?.value,
  });
  protected readonly none = computed(() => this.size() === undefined);
  protected readonly waiting = computed(() => this.layout.isLoading() || this.settled.isLoading());
  protected readonly problem = computed(() => {
    const error = this.layout.error();
    return error === undefined ? undefined : readProblem(error.cause ?? error);
  });
  protected readonly rows = computed<readonly HouseRow[]>(() =>
    (this.house()?.rows ?? []).map(({ rowNumber, seats }) => ({
      rowNumber,
      seats: new Array<'AVAILABLE'>(seats).fill('AVAILABLE'),
    })),
  );
  /** "Rows A to L, 16 seats each", with the last row where it is shorter. */
  protected readonly words = computed(() => {
    const rows = this.house()?.rows ?? [];
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return '';
    if (rows.length === 1) return `One row, ${first.rowNumber}`;
    const each = `Rows ${first.rowNumber} to ${last.rowNumber}, ${first.seats} ${first.seats === 1 ? 'seat' : 'seats'} each`;
    return last.seats === first.seats ? each : `${each}; the last row has ${last.seats}`;
  });
}
