import { Component, computed, input } from '@angular/core';
import { quote } from '@modex/domain';
import { PriceLines } from './price-lines';
import { categoryNames } from './price-text';
import { problemsOf } from './price-rules';
import { PricedCategory, PricesDraft, pricesOf } from './prices-draft';

/** Two tickets of the default type in the first category, as the prices of a form charge them. */
@Component({
  selector: 'mx-price-example',
  imports: [PriceLines],
  template: `
    <h3 i18n>For example: two tickets</h3>
    @if (example(); as price) {
      <mx-price-lines [price]="price" [about]="nameOf()" />
    } @else {
      <p i18n>It is computed as soon as all prices are given.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--mx-gap-3);
      padding: var(--mx-gap-4);
      border-radius: var(--mx-radius-small);
      background: color-mix(in srgb, var(--mat-sys-primary) 7%, transparent);
    }

    h3 {
      margin: 0;
      font: var(--mx-text-label);
    }

    p {
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class PriceExample {
  readonly draft = input.required<PricesDraft>();
  readonly categories = input.required<readonly PricedCategory[]>();

  protected readonly example = computed(() => {
    const prices = pricesOf(this.draft());
    const category = this.categories()[0]?.key;
    if (!prices || category === undefined || problemsOf(this.draft()).length > 0) return undefined;
    return quote(prices, [
      { seatId: '1', category },
      { seatId: '2', category },
    ]);
  });
  protected readonly nameOf = computed(() => categoryNames(this.categories()));
}
