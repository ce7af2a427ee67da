import { Component, computed, input } from '@angular/core';
import { BookedShowResponse, ChangedField, ShowChangeResponse } from '@modex/web-api-client';
import { writeShowTime } from '@modex/web-ui';

/** The words for each field; fields that do not matter to a customer who has booked are left out. */
const FIELD_WORDS: Readonly<Record<ChangedField, string | undefined>> = {
  title: $localize`The title`,
  startTime: $localize`When it starts`,
  timeZone: $localize`The time zone`,
  durationMinutes: $localize`How many minutes it lasts`,
  venue: $localize`Where it is`,
  description: undefined,
  houseRules: undefined,
  gettingThere: undefined,
  saleOpensAt: undefined,
  saleClosesAt: undefined,
  limitPerCustomer: undefined,
  noLoneSeat: undefined,
  giveBackHours: undefined,
  prices: undefined,
  planVersion: undefined,
};

/** A changed field in words. */
interface ToldChange {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** What has changed about a show since it was booked: each field as it was then and as it is now. */
@Component({
  selector: 'mx-show-changes',
  template: `
    <ul>
      @for (change of told(); track change.what) {
        @if (change.from) {
          <li i18n>
            {{ change.what }}:
            <s
              ><span class="mx-visually-hidden">was </span><bdi>{{ change.from }}</bdi></s
            ><strong
              ><span class="mx-visually-hidden">, now </span><bdi>{{ change.to }}</bdi></strong
            >
          </li>
        } @else {
          <li i18n>
            {{ change.what }}:
            <strong
              ><span class="mx-visually-hidden">now </span><bdi>{{ change.to }}</bdi></strong
            >
          </li>
        }
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
      overflow-wrap: anywhere;
    }
  `,
})
export class ShowChanges {
  readonly show = input.required<BookedShowResponse>();

  protected readonly told = computed(() => changesOf(this.show()));
}

/** The changes that are told to a customer. */
export function changesOf(show: BookedShowResponse): readonly ToldChange[] {
  return show.changes.flatMap((change) => {
    const what = FIELD_WORDS[change.field];
    return what === undefined ? [] : [{ what, ...valuesOf(change, show.timeZone) }];
  });
}

function valuesOf({ field, from, to }: ShowChangeResponse, timeZone: string): Omit<ToldChange, 'what'> {
  const write = (value: string | null): string => {
    if (value === null) return '';
    return field === 'startTime' ? writeShowTime({ startTime: value, timeZone }) : value;
  };
  return { from: write(from), to: write(to) || $localize`not said` };
}
