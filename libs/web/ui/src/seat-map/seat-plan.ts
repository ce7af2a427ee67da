import { Component, computed, input } from '@angular/core';
import { bandsOf, PlanRow, outlinesOf, placeRows } from './plan-rows';
import { MapSeatStatus } from './map-seat';

/** From here on single seats are too many to draw and too small to see: rows become stripes. */
export const DRAWN_SEATS = 3000;
const MOST_BANDS = 90;
const WIDE = 400;
const STAGE = 34;
/** The order in which a stripe fills, from the left. */
const STRIPE: readonly MapSeatStatus[] = ['BOOKED', 'HELD', 'BLOCKED', 'AVAILABLE'];

/**
 * A plan to look at, not to choose from: a small one seat by seat, a large one as stripes of rows (each filled by the
 * shares of its states). `label` says in words what the drawing shows.
 */
@Component({
  selector: 'mx-seat-plan',
  templateUrl: './seat-plan.html',
  styleUrl: './seat-plan.scss',
})
export class SeatPlan {
  readonly rows = input.required<readonly PlanRow[]>();
  readonly label = input.required<string>();

  private readonly total = computed(() => this.rows().reduce((sum, row) => sum + row.seats.length, 0));

  /** Every seat; undefined for a plan too large for it. */
  protected readonly seats = computed(() => {
    if (this.total() > DRAWN_SEATS) return undefined;
    const layout = placeRows(this.rows());
    return { layout, outlines: outlinesOf(layout) };
  });

  /** The stripes of a large plan, in a frame of its own. */
  protected readonly stripes = computed(() => {
    const bands = bandsOf(this.rows(), MOST_BANDS);
    const widest = Math.max(1, ...bands.map((band) => band.widest));
    const pitch = Math.min(16, 300 / bands.length);
    return {
      height: STAGE + bands.length * pitch + 4,
      bands: bands.map((band, index) => ({
        name: band.from === band.to ? band.from : `${band.from}–${band.to}`,
        named: index === 0 || index === bands.length - 1,
        y: STAGE + index * pitch,
        thickness: pitch * 0.8,
        parts: partsOf(band.counts, (band.widest / widest) * (WIDE - 100)),
      })),
    };
  });
}

/** The shares of a stripe `width` wide, centred in the frame. */
function partsOf(counts: Readonly<Record<MapSeatStatus, number>>, width: number) {
  const total = STRIPE.reduce((sum, status) => sum + counts[status], 0);
  let x = (WIDE - width) / 2;
  return STRIPE.filter((status) => counts[status] > 0).map((status) => {
    const part = { status, x, width: (counts[status] / total) * width };
    x += part.width;
    return part;
  });
}
