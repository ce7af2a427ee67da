import { Component, computed, input } from '@angular/core';
import { mdiCalendarClock, mdiLockClock } from '@mdi/js';
import { ShowResponse } from '@modex/web-api-client';
import { Icon, saleWords } from '@modex/web-ui';

/** Shown beside the seats of a show to come while its sale is not open: when it opens, or that it has closed. */
@Component({
  selector: 'mx-sale-notice',
  imports: [Icon],
  template: `
    <section aria-labelledby="sale-heading">
      <mx-icon [path]="isAhead() ? icons.ahead : icons.closed" />
      <h2 id="sale-heading">{{ words() }}</h2>
      @if (isAhead()) {
        <p i18n>Look at the seats meanwhile. As soon as the sale opens, you can choose here: keep this page open.</p>
      } @else {
        <p i18n>Seats can no longer be booked here. Ask the venue whether there are any at the door.</p>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      justify-items: start;
      gap: var(--mx-gap-3);
      padding: var(--mx-gap-5);
      border-radius: var(--mx-radius);
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface);
    }

    mx-icon {
      font-size: 2rem;
      color: var(--mat-sys-primary);
    }

    h2 {
      overflow-wrap: anywhere;
    }
  `,
})
export class SaleNotice {
  readonly show = input.required<ShowResponse>();

  protected readonly icons = { ahead: mdiCalendarClock, closed: mdiLockClock };
  protected readonly isAhead = computed(() => this.show().salePhase === 'NOT_OPEN');
  protected readonly words = computed(() => saleWords(this.show(), 'long'));
}
