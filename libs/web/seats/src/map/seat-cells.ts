import { Component, input } from '@angular/core';
import { SeatMark } from '@modex/web-ui';
import { CellBox } from './map-cells';

/** A seat that is an element: where it is, how it stands, and what it is called. */
export interface SeatCell extends CellBox {
  readonly index: number;
  /** Its column in the grid, from 1. */
  readonly column: number;
  readonly mark: SeatMark;
  readonly label: string;
}

/** The cells of a row of the plan. */
export interface SeatCells {
  readonly row: number;
  readonly name: string;
  readonly seats: readonly SeatCell[];
}

/**
 * The seats of a map that are elements of the page, as a grid without a look of its own. It is rendered only when one of them
 * changes, not when the map is zoomed or pointed at.
 */
@Component({
  selector: 'mx-seat-grid',
  template: `
    @if (rows().length > 0) {
      <div
        role="grid"
        [attr.aria-label]="label()"
        [attr.aria-multiselectable]="!looking()"
        [attr.aria-rowcount]="rowCount()"
      >
        @for (row of rows(); track row.row) {
          <div role="row" [attr.aria-label]="row.name" [attr.aria-rowindex]="row.row + 1">
            @for (seat of row.seats; track seat.index) {
              <div
                role="gridcell"
                class="seat"
                [style.left.%]="seat.left"
                [style.top.%]="seat.top"
                [style.width.%]="seat.width"
                [style.height.%]="seat.height"
                [attr.data-seat]="seat.index"
                [attr.data-mark]="seat.mark"
                [attr.aria-colindex]="seat.column"
                [attr.aria-label]="seat.label"
                [attr.aria-description]="seat.index === active() ? where() : null"
                [attr.aria-selected]="seat.mark === 'chosen'"
                [attr.aria-disabled]="!looking() && seat.mark !== 'free' && seat.mark !== 'chosen' ? true : null"
                [attr.tabindex]="seat.index === active() ? 0 : -1"
              ></div>
            }
          </div>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    [role='grid'] {
      position: absolute;
      inset: 0;
    }

    [role='row'] {
      display: contents;
    }

    /* The seats are painted under these; they are there for names, keys and the focus. */
    .seat {
      position: absolute;
      border-radius: 38% 38% 50% 50%;
      cursor: inherit;
      transition: none !important;

      &:focus-visible {
        outline: 3px solid var(--mx-focus);
        outline-offset: 2px;
      }
    }
  `,
})
export class SeatGrid {
  readonly rows = input.required<readonly SeatCells[]>();
  /** The seat that the keyboard is at. */
  readonly active = input<number>();
  /** How far the stage is from it, in words. */
  readonly where = input('');
  readonly label = input('');
  readonly rowCount = input(0);
  readonly looking = input(false);
}
