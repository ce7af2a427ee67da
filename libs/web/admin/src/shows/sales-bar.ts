import { Component, computed, input } from '@angular/core';
import { AdminShowResponse } from '@modex/web-api-client';
import { NumberPipe } from '@modex/web-ui';

/** The seats of a show by state. */
export type Sales = Pick<AdminShowResponse, 'totalSeats' | 'soldSeats' | 'heldSeats' | 'blockedSeats' | 'freeSeats'>;

/** Sold, held and blocked shares of a plan as a bar, with sold and free in numbers. */
@Component({
  selector: 'mx-sales-bar',
  imports: [NumberPipe],
  template: `
    <p>
      <span i18n
        ><strong>{{ sales().soldSeats | number }}</strong> sold</span
      >
      <span i18n>{{ sales().freeSeats | number }} free of {{ sales().totalSeats | number }}</span>
    </p>
    <div class="bar" aria-hidden="true">
      @for (part of parts(); track part.kind) {
        <span [attr.data-kind]="part.kind" [style.inline-size.%]="part.share"></span>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--mx-gap-2);
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
      font-variant-numeric: tabular-nums;
    }

    p {
      display: flex;
      justify-content: space-between;
      gap: var(--mx-gap-3);
    }

    strong {
      font-weight: 700;
      color: var(--mat-sys-on-surface);
    }

    .bar {
      display: flex;
      height: 8px;
      border-radius: 4px;
      background: var(--mat-sys-surface-container-highest);
      overflow: hidden;
    }

    [data-kind='sold'] {
      background: var(--mat-sys-primary);
    }

    [data-kind='held'] {
      background: var(--mx-brass);
    }

    [data-kind='blocked'] {
      background: var(--mat-sys-outline);
    }
  `,
})
export class SalesBar {
  readonly sales = input.required<Sales>();

  protected readonly parts = computed(() => {
    const { totalSeats, soldSeats, heldSeats, blockedSeats } = this.sales();
    const share = (seats: number): number => (totalSeats > 0 ? (seats / totalSeats) * 100 : 0);
    return [
      { kind: 'sold', share: share(soldSeats) },
      { kind: 'held', share: share(heldSeats) },
      { kind: 'blocked', share: share(blockedSeats) },
    ].filter((part) => part.share > 0);
  });
}
