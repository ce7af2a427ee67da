import { Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { AdminShowChangeResponse, AdminShowResponse, Api, listShowChanges, reading } from '@modex/web-api-client';
import { moneyText, ShowPrices } from '@modex/domain';
import { LOCALE, Notice, writeShowTime } from '@modex/web-ui';
import { DETAIL_LABELS, ruleWords } from '../details/show-details';

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

  /** Only edits are shown here, no other events of the show. */
  protected readonly reading = reading({
    params: () => {
      const { id, version } = this.show();
      return version > 0 ? { showId: id, version } : undefined;
    },
    read: ({ showId }) => this.api.invoke(listShowChanges, { showId }),
  });
  protected readonly told = computed(() =>
    (this.reading.value()?.changes ?? []).map((change) => tell(change, this.show().timeZone)),
  );
}

/** The full prices, as the API writes those of a change. */
function pricesText(value: string): string {
  const { currency, categories } = JSON.parse(value) as ShowPrices;
  return categories.map(({ amount }) => moneyText({ amount, currency }, LOCALE)).join(', ');
}

/** A change in words; times are those of the venue's clocks. */
function tell({ at, by, field, from, to }: AdminShowChangeResponse, timeZone: string) {
  const write = (value: string | null): string => {
    if (value === null || value === '') return $localize`nothing`;
    if (field === 'noLoneSeat') return ruleWords(value === 'true');
    if (field === 'prices') return pricesText(value);
    return field === 'startTime' ? writeShowTime({ startTime: value, timeZone }) : value;
  };
  const when = writeShowTime({ startTime: at, timeZone }, 'short');
  return {
    at,
    by,
    when,
    what: field === 'prices' ? $localize`Prices` : DETAIL_LABELS[field],
    from: write(from),
    to: write(to),
  };
}
