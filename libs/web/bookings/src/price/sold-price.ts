import { Component, computed, input } from '@angular/core';
import { BookingResponse } from '@modex/web-api-client';
import { lineText, PriceSum } from './price-sum';

/** What a booking cost when it was sold, line by line; nothing where it was free of charge. */
@Component({
  selector: 'mx-sold-price',
  imports: [PriceSum],
  template: `
    @if (booking().price; as price) {
      @if (withLines()) {
        <ul aria-label="Prices" i18n-aria-label>
          @for (line of lines(); track line.seatId) {
            <li>
              <span>
                <bdi>{{ line.name }}</bdi>
                @if (line.type) {
                  · <bdi>{{ line.type }}</bdi>
                }
                @if (line.proof) {
                  {{ ' ' }}<em i18n>(proof at the door)</em>
                }
              </span>
              <span class="price">{{ line.words }}</span>
            </li>
          }
        </ul>
      }
      <mx-price-sum [price]="price" />
    }
  `,
  styles: `
    :host {
      display: block;
      font: var(--mx-text-small);
    }

    ul {
      display: grid;
      gap: 0.15rem;
      margin: 0 0 0.15rem;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      justify-content: space-between;
      gap: var(--mx-gap-3);
    }

    .price {
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class SoldPrice {
  readonly booking = input.required<Pick<BookingResponse, 'price' | 'seats' | 'returnedSeats'>>();
  /** Whether each seat has a line, or the sum is enough. */
  readonly withLines = input(true);

  protected readonly lines = computed(() => {
    const { price, seats, returnedSeats } = this.booking();
    const names = new Map([...seats, ...returnedSeats].map(({ id, name }) => [id, name]));
    return (price?.tickets ?? []).map((ticket) => ({
      ...{ seatId: ticket.seatId, name: names.get(ticket.seatId) ?? '', type: ticket.typeName, proof: ticket.proof },
      words: price === null ? '' : lineText(ticket, price),
    }));
  });
}
