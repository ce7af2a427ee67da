import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AdminShowResponse } from '@modex/web-api-client';
import { categoryNames, priceWords } from '../prices/price-text';
import { PricedCategory } from '../prices/prices-draft';
import { PlanLink } from '../shows/plan-link';

/** In which plan a show is put on, and what its seats cost. */
@Component({
  selector: 'mx-show-prices-part',
  imports: [PlanLink, RouterLink],
  template: `
    <dl>
      @if (show().planName) {
        <div>
          <dt i18n>Plan</dt>
          <dd><mx-plan-link [show]="show()" /></dd>
          @if (switchable()) {
            <dd><a i18n [routerLink]="['/admin/shows', show().id, 'plan']">Switch to another version</a></dd>
          }
        </div>
      }
      <div>
        <dt i18n>Prices</dt>
        <dd>{{ prices() }}</dd>
      </div>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
      gap: var(--mx-gap-4);
      margin: 0;
    }

    dt {
      font: var(--mx-text-label);
    }

    dd {
      margin: 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class ShowPricesPart {
  readonly show = input.required<AdminShowResponse>();
  readonly categories = input.required<readonly PricedCategory[]>();
  /** Whether the show may still be changed. */
  readonly switchable = input(false);

  protected readonly prices = computed(() => priceWords(this.show().prices, categoryNames(this.categories())));
}
