import { Component, computed, input } from '@angular/core';
import { moneyText, Quote } from '@modex/domain';
import { LOCALE } from '@modex/web-ui';

/** What of a price is summed up, as the site computes it and as a booking has it. */
export type PriceToSum = Pick<Quote, 'currency' | 'fees' | 'tax' | 'total' | 'taxTotal'>;

/** A percentage as people read it. @param part in hundredths of a percent */
function percentText(part: number): string {
  return new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 2 }).format(part / 10_000);
}

/** An amount as it stands in its line: without a tax that comes on top and has a line of its own. */
export function lineText(
  { amount, tax }: { readonly amount: number; readonly tax: number },
  price: Pick<Quote, 'currency' | 'tax'>,
): string {
  const shown = price.tax?.included === false ? amount - tax : amount;
  return moneyText({ amount: shown, currency: price.currency }, LOCALE);
}

/** Fees, tax and total of a price, below its tickets. */
@Component({
  selector: 'mx-price-sum',
  template: `
    <dl>
      @for (fee of fees(); track fee.key) {
        <div>
          <dt>
            <bdi>{{ fee.name }}</bdi>
          </dt>
          <dd>{{ fee.words }}</dd>
        </div>
      }
      @if (added(); as tax) {
        <div>
          <dt>
            + <bdi>{{ tax.name }}</bdi>
          </dt>
          <dd>{{ tax.words }}</dd>
        </div>
      }
      <div class="total">
        <dt i18n>Total</dt>
        <dd>{{ total() }}</dd>
      </div>
    </dl>
    @if (included(); as words) {
      <p>{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      font: var(--mx-text-small);
    }

    dl {
      display: grid;
      gap: 0.15rem;
      margin: 0;
    }

    div {
      display: flex;
      justify-content: space-between;
      gap: var(--mx-gap-3);
    }

    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }

    .total {
      font-size: 1rem;
      font-weight: 700;
    }

    p {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class PriceSum {
  readonly price = input.required<PriceToSum>();

  protected readonly fees = computed(() => {
    const price = this.price();
    return price.fees.map((fee) => ({ key: fee.key, name: fee.name, words: lineText(fee, price) }));
  });
  protected readonly total = computed(() => this.written(this.price().total));
  /** A tax that comes on top of what the lines say. */
  protected readonly added = computed(() => {
    const { tax, taxTotal } = this.price();
    if (tax === null || tax.included) return undefined;
    return { name: `${percentText(tax.percent)} ${tax.name}`, words: this.written(taxTotal) };
  });
  /** The tax that the lines have in them already, in words. */
  protected readonly included = computed(() => {
    const { tax, taxTotal } = this.price();
    if (tax === null || !tax.included) return undefined;
    const name = `${percentText(tax.percent)} ${tax.name}`;
    return $localize`includes ${name}:tax: ${this.written(taxTotal)}:amount:`;
  });

  private written(amount: number): string {
    return moneyText({ amount, currency: this.price().currency }, LOCALE);
  }
}
