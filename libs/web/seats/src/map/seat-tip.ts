import { Component, input, Signal } from '@angular/core';

/** What a tip says and where: the middle of the seat and its size, in CSS pixels of the drawing. */
export interface Tip {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly seat: number;
}

/**
 * The words of the seat under the mouse. It takes the signal itself, so that moving the mouse renders this small
 * part and not the two thousand seats around it. For the eye only: the seats carry the same words as labels.
 */
@Component({
  selector: 'mx-seat-tip',
  template: `
    @if (tip()(); as shown) {
      <span class="tip" aria-hidden="true" [style.--mx-tip-x.px]="shown.x" [style.top.px]="shown.y - shown.seat * 0.6">
        {{ shown.text }}
      </span>
    }
  `,
  styles: `
    .tip {
      /* Half the width of a long label, which grows with the size of the text: it must not leave the drawing. */
      --half: min(5.625rem, 50%);
      position: absolute;
      left: clamp(var(--half), var(--mx-tip-x), 100% - var(--half));
      translate: -50% -100%;
      padding: 0.3rem 0.65rem;
      border-radius: 999px;
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
      font: var(--mx-text-label);
      white-space: nowrap;
      pointer-events: none;
      z-index: 2;
    }
  `,
})
export class SeatTip {
  readonly tip = input.required<Signal<Tip | undefined>>();
}
