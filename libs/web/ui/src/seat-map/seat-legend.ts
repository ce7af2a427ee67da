import { Component, input } from '@angular/core';
import { SEAT_MARK_WORDS, SEAT_MARKS, SeatMark } from './map-seat';
import { SEAT_SHAPES } from './seat-shapes';

/** The key to the map: each mark's shape with its word. `marks`: which ones to explain. */
@Component({
  selector: 'mx-seat-legend',
  template: `
    <ul aria-label="What the marks mean" i18n-aria-label>
      @for (mark of marks(); track mark) {
        <li>
          <svg viewBox="-12 -12 24 24" aria-hidden="true" [attr.data-mark]="mark"><path [attr.d]="shapes[mark]" /></svg>
          {{ words[mark] }}
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--mx-gap-2) var(--mx-gap-5);
      margin: 0;
      padding: 0;
      list-style: none;
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }

    li {
      display: flex;
      align-items: center;
      gap: var(--mx-gap-2);
    }

    svg {
      width: 24px;
      height: 24px;
      stroke-width: 1.5;
      stroke-linejoin: round;
      fill-rule: evenodd;
    }

    [data-mark='free'] {
      fill: var(--mx-seat-free-fill);
      stroke: var(--mx-seat-free);
    }

    [data-mark='chosen'] {
      fill: var(--mx-seat-chosen);
      stroke: var(--mx-seat-chosen);
    }

    [data-mark='mine'] {
      fill: var(--mx-seat-chosen-mark);
      stroke: var(--mx-seat-chosen);
    }

    [data-mark='taken'] {
      fill: var(--mx-seat-taken-fill);
      stroke: var(--mx-seat-taken);
      stroke-linecap: round;
    }

    [data-mark='lost'] {
      fill: var(--mx-seat-lost);
      stroke: var(--mx-seat-lost);
    }

    @media (forced-colors: active) {
      [data-mark] {
        fill: Canvas;
        stroke: CanvasText;
      }

      [data-mark='chosen'] {
        fill: Highlight;
      }

      [data-mark='taken'] {
        stroke: GrayText;
      }
    }
  `,
})
export class SeatLegend {
  readonly marks = input<readonly SeatMark[]>(SEAT_MARKS.filter((mark) => mark !== 'mine'));

  protected readonly shapes = SEAT_SHAPES;
  protected readonly words = SEAT_MARK_WORDS;
}
