import { Component, computed, input } from '@angular/core';
import { ShowPlan } from '../show-plan';
import { PriceOf } from './seat-words';

/** The categories of a plan: the colour of the free seats of each, its name, and its price where there is one. */
@Component({
  selector: 'mx-category-legend',
  template: `
    @if (isShown()) {
      <ul aria-label="Categories" i18n-aria-label>
        @for (one of categories(); track one.key) {
          <li>
            @if (categories().length > 1) {
              <span class="colour" aria-hidden="true" [style.--mx-category]="one.color"></span>
            }
            @if (one.name) {
              <bdi>{{ one.name }}</bdi>
            } @else {
              <span i18n>Each seat</span>
            }
            @if (one.price; as price) {
              <strong>{{ price }}</strong>
            }
          </li>
        }
      </ul>
    }
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
    }

    li {
      display: flex;
      align-items: center;
      gap: var(--mx-gap-2);
    }

    .colour {
      width: 18px;
      height: 18px;
      border: 2px solid var(--mx-category);
      border-radius: 6px 6px 9px 9px;
      background: color-mix(in srgb, var(--mx-category) 20%, transparent);
    }
  `,
})
export class CategoryLegend {
  readonly plan = input.required<ShowPlan>();
  readonly priceOf = input<PriceOf>();

  /** One category needs no words as long as it has no price. */
  protected readonly isShown = computed(() => this.categories().length > 1 || this.priceOf() !== undefined);
  protected readonly categories = computed(() =>
    this.plan().plan.categories.map((category) => ({ ...category, price: this.priceOf()?.(category.key) })),
  );
}
