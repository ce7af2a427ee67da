import { Component, computed, input } from '@angular/core';
import { Quote } from '@modex/domain';
import { groupTickets, money, taxWords } from './price-text';

/** What tickets cost, line by line: those of one kind together, then fees and the total. */
@Component({
  selector: 'mx-price-lines',
  template: `
    <ul>
      @for (line of lines(); track $index) {
        <li>
          <span>
            <bdi>{{ line.words }}</bdi>
            @if (line.more) {
              <small
                ><bdi>{{ line.more }}</bdi></small
              >
            }
            @if (line.proof) {
              <small i18n>Proof at the door</small>
            }
          </span>
          <span class="amount">{{ line.amount }}</span>
        </li>
      }
      <li class="total">
        <span i18n>Total</span>
        <span class="amount">{{ total() }}</span>
      </li>
    </ul>
    @if (tax(); as words) {
      <p>{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--mx-gap-2);
    }

    ul {
      display: grid;
      gap: var(--mx-gap-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      justify-content: space-between;
      gap: var(--mx-gap-4);
      overflow-wrap: anywhere;
    }

    small {
      display: block;
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }

    p {
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }

    .amount {
      flex: none;
      font-variant-numeric: tabular-nums;
    }

    .total {
      padding-top: var(--mx-gap-2);
      border-top: 1px solid var(--mat-sys-outline-variant);
      font-weight: 640;
    }
  `,
})
export class PriceLines {
  readonly price = input.required<Quote>();
  /** What stands below the tickets of one kind: the name of their category, or those of their seats. */
  readonly about = input.required<(category: string, seatIds: readonly string[]) => string>();

  protected readonly lines = computed(() => {
    const { tickets, fees, currency } = this.price();
    const sold = groupTickets(tickets).map(({ count, typeName, proof, category, amount, seatIds }) => {
      const what = typeName || $localize`Ticket`;
      const words = `${count} × ${what}`;
      return { words, more: this.about()(category, seatIds), proof, amount: money(amount, currency) };
    });
    const charged = fees.map(({ name, amount }) => {
      return { words: name, more: '', proof: false, amount: money(amount, currency) };
    });
    return [...sold, ...charged];
  });
  protected readonly total = computed(() => money(this.price().total, this.price().currency));
  protected readonly tax = computed(() => {
    const { tax, taxTotal, currency } = this.price();
    return tax && `${taxWords(tax)}: ${money(taxTotal, currency)}`;
  });
}
