import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCashRegister } from '@mdi/js';
import { Api, cashUp, reading } from '@modex/web-api-client';
import { BackLink, BlankState, Control, Eyebrow, Field, Heading, Page, PageStates, Skeleton } from '@modex/web-ui';
import { money } from '../prices/price-text';
import { MEANS_WORDS } from './means-words';

/** Nights end after midnight: what is taken until then belongs to the evening. In hours. */
const DAY_BEGINS = 4;

/** What each member of staff took on a day, in each way: to be compared with the drawers. By the clocks of this device. */
@Component({
  imports: [BackLink, BlankState, Control, Eyebrow, Field, Heading, Page, PageStates, RouterLink, Skeleton],
  templateUrl: './cash-up-page.html',
  styleUrl: './cash-up-page.scss',
})
export class CashUpPage {
  private readonly api = inject(Api);

  protected readonly icons = { none: mdiCashRegister };
  protected readonly words = MEANS_WORDS;
  protected readonly unknown = $localize`No longer known`;
  /** YYYY-MM-DD. */
  protected readonly day = signal(dayOf(new Date(Date.now() - DAY_BEGINS * 3_600_000)));
  protected readonly reading = reading({
    params: () => periodOf(this.day()),
    read: (period) => this.api.invoke(cashUp, period),
  });
  protected readonly sums = computed(() => this.reading.value()?.sums ?? []);
  /** All that was taken, by currency. */
  protected readonly totals = computed(() => {
    const totals = new Map<string, number>();
    for (const { currency, amount } of this.sums()) totals.set(currency, (totals.get(currency) ?? 0) + amount);
    return [...totals].map(([currency, amount]) => money(amount, currency)).join(', ');
  });

  protected inWords(amount: number, currency: string): string {
    return money(amount, currency);
  }
}

function dayOf(time: Date): string {
  const [year, month, day] = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** From the morning of a day to that of the next, whatever clocks do in between; undefined for what is no day. */
function periodOf(day: string): { readonly from: string; readonly to: string } | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (match === null) return undefined;
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  const [from, to] = [0, 1].map((more) => new Date(year, month - 1, date + more, DAY_BEGINS).toISOString());
  return { from: from as string, to: to as string };
}
