import { Component, computed, input } from '@angular/core';
import { counted } from '../text/counted';
import { writeNumber } from '../text/locale';
import { NumberPipe } from '../text/number-pipe';

/** How full a plan is: a bar of the free share and the words. `free` of `total` seats. */
@Component({
  selector: 'mx-availability',
  imports: [NumberPipe],
  template: `
    <span class="words"
      ><strong>{{ words() }}</strong>
      @if (free() > 0) {
        <span i18n>of {{ total() | number }}</span>
      }
    </span>
    <span class="bar" aria-hidden="true"><span [style.inline-size.%]="share()"></span></span>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--mx-gap-2);
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }

    strong {
      font-weight: 650;
      color: var(--mat-sys-on-surface);
    }

    .words {
      display: flex;
      gap: 0.3em;
    }

    :host([data-level='few']) strong {
      color: var(--mat-sys-secondary);
    }

    :host([data-level='none']) strong {
      color: var(--mat-sys-error);
    }

    .bar {
      height: 6px;
      border-radius: 3px;
      background: var(--mat-sys-surface-container-highest);
      overflow: hidden;
    }

    .bar span {
      display: block;
      height: 100%;
      border-radius: 3px;
      background: var(--mx-seat-free);
    }

    :host([data-level='few']) .bar span {
      background: var(--mx-brass);
    }

    @media (forced-colors: active) {
      .bar {
        forced-color-adjust: none;
        background: Canvas;
        outline: 1px solid CanvasText;
      }

      :host .bar span {
        background: Highlight;
      }
    }
  `,
  host: { '[attr.data-level]': 'level()' },
})
export class Availability {
  readonly free = input.required<number>();
  readonly total = input.required<number>();

  protected readonly share = computed(() => (this.total() > 0 ? (this.free() / this.total()) * 100 : 0));
  protected readonly level = computed(() => {
    if (this.free() === 0) return 'none';
    return this.share() <= 15 ? 'few' : 'plenty';
  });
  protected readonly words = computed(() => {
    if (this.free() === 0) return $localize`Sold out`;
    return counted(
      this.free(),
      $localize`{n, plural, =1 {1 seat free} other {${writeNumber(this.free())}:seats: seats free}}`,
    );
  });
}
