import { Component, computed, input } from '@angular/core';
import { Money, moneyText } from '@modex/domain';
import { Problem } from '@modex/web-api-client';
import { LOCALE, Notice } from '@modex/web-ui';

/** Says what the seats cost now, and what they cost when the customer saw it. */
@Component({
  selector: 'mx-price-notice',
  imports: [Notice],
  template: `
    <mx-notice tone="warning" [headline]="problem().headline">
      <p>{{ totals() }}</p>
      <p i18n>Nothing was booked. Your seats are still kept: book them at the new price, or give them back.</p>
    </mx-notice>
  `,
})
export class PriceNotice {
  /** `price-changed`, with both totals. */
  readonly problem = input.required<Problem>();

  protected readonly totals = computed(() => {
    const { total, seenTotal } = this.problem();
    if (total === undefined || seenTotal === undefined) return this.problem().nextStep;
    return $localize`It was ${written(seenTotal)}:before:, and is ${written(total)}:now: now.`;
  });
}

function written(money: Money): string {
  return money.amount === 0 ? $localize`free of charge` : moneyText(money, LOCALE);
}
