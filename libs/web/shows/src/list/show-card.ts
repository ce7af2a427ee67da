import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ShowResponse } from '@modex/web-api-client';
import { moneyText, priceOf } from '@modex/domain';
import { Availability, DateBlock, LOCALE, Poster, saleWords, ShowTimePipe } from '@modex/web-ui';

/** One show as a poster that leads to its seats. */
@Component({
  selector: 'mx-show-card',
  imports: [Availability, DateBlock, Poster, RouterLink, ShowTimePipe],
  template: `
    <a [routerLink]="['/shows', show().id]">
      <mx-poster [title]="show().title">
        <div class="face" [class.long]="show().title.length > 60">
          <mx-date-block [show]="show()" />
          @if (soldOut()) {
            <span i18n class="stamp">Sold out</span>
          }
          <h2>
            <bdi>{{ show().title }}</bdi>
          </h2>
        </div>
      </mx-poster>
      <div class="facts">
        <p class="when">
          <span>{{ show() | mxShowTime: 'time' }}</span>
          @if (show().venue) {
            <span class="venue"
              ><bdi>{{ show().venue }}</bdi></span
            >
          }
        </p>
        <p class="price">{{ price() }}</p>
        @if (sale()) {
          <p class="sale">{{ sale() }}</p>
        } @else {
          <mx-availability [free]="show().freeSeats" [total]="show().totalSeats" />
        }
      </div>
    </a>
  `,
  styleUrl: './show-card.scss',
})
export class ShowCard {
  readonly show = input.required<ShowResponse>();

  /** What a seat costs for whoever chooses no ticket type: "from €12.00". */
  protected readonly price = computed(() => {
    const { prices } = this.show();
    const amounts = prices?.categories.map(({ category }) => priceOf(prices, category)) ?? [];
    const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
    if (prices === null || most <= 0) return $localize`free of charge`;
    const words = moneyText({ amount: least, currency: prices.currency }, LOCALE);
    return least === most ? words : $localize`from ${words}:price:`;
  });
  /** Why nobody can book yet, or any more; empty while the sale is open. */
  protected readonly sale = computed(() => saleWords(this.show()));
  protected readonly soldOut = computed(() => this.show().freeSeats === 0);
}
