import { Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { AdminShowChangeResponse, AdminShowResponse, Api, listShowChanges, reading } from '@modex/web-api-client';
import { ShowPrices } from '@modex/domain';
import { Notice, writeShowTime } from '@modex/web-ui';
import { giveBackWords, isTimeField, ruleWords } from '../details/show-details';
import { FORM_LABELS } from '../edit/show-edit';
import { CategoryName, categoryNames, priceWords } from '../prices/price-text';
import { PLAIN_CATEGORIES, PricedCategory } from '../prices/prices-draft';

/** The changes of a show: old and new value, by whom and when, latest first. Empty for a show that was never edited. */
@Component({
  selector: 'mx-show-history',
  imports: [MatButtonModule, Notice],
  templateUrl: './show-history.html',
  styleUrl: './show-history.scss',
})
export class ShowHistory {
  private readonly api = inject(Api);

  readonly show = input.required<AdminShowResponse>();
  /** Those of its plan. */
  readonly categories = input<readonly PricedCategory[]>(PLAIN_CATEGORIES);

  /** Only edits are shown here, no other events of the show. */
  protected readonly reading = reading({
    params: () => {
      const { id, version } = this.show();
      return version > 0 ? { showId: id, version } : undefined;
    },
    read: ({ showId }) => this.api.invoke(listShowChanges, { showId }),
  });
  protected readonly told = computed(() => {
    const nameOf = categoryNames(this.categories());
    return (this.reading.value()?.changes ?? []).map((change) => tell(change, this.show().timeZone, nameOf));
  });
}

/** A change in words; times are those of the venue's clocks. */
function tell(change: AdminShowChangeResponse, timeZone: string, nameOf: CategoryName) {
  const { at, by, field, from, to } = change;
  const write = (value: string | null): string => {
    if (field === 'giveBackHours') return giveBackWords(value === null ? null : Number(value));
    if (value === null || value === '') return $localize`nothing`;
    if (field === 'noLoneSeat') return ruleWords(value === 'true');
    return isTimeField(field) ? writeShowTime({ startTime: value, timeZone }) : value;
  };
  const when = writeShowTime({ startTime: at, timeZone }, 'short');
  const values = field === 'prices' ? tellPrices(change, nameOf) : { from: write(from), to: write(to) };
  return {
    at,
    by,
    when,
    what: field === 'planVersion' ? $localize`Version of the plan` : FORM_LABELS[field],
    ...values,
  };
}

/** Of prices, only the lines that are not the same. */
function tellPrices({ from, to }: AdminShowChangeResponse, nameOf: CategoryName) {
  const linesOf = (value: string | null): readonly string[] =>
    priceWords(value === null ? null : (JSON.parse(value) as ShowPrices), nameOf).split('\n');
  const [before, after] = [linesOf(from), linesOf(to)];
  const written = (lines: readonly string[], others: readonly string[]): string =>
    lines.filter((line) => !others.includes(line)).join('\n') || $localize`nothing`;
  return { from: written(before, after), to: written(after, before) };
}
