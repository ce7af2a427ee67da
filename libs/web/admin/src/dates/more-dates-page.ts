import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { FieldTree, form, FormField, submit } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { mdiCalendarCheck, mdiCalendarPlus, mdiClose } from '@mdi/js';
import { Api, reading } from '@modex/web-api-client';
import {
  BackLink,
  Control,
  counted,
  Field,
  focusFirstError,
  Heading,
  Icon,
  Notice,
  Page,
  PageStates,
  Skeleton,
  WriteButton,
  WriteGate,
  writeShowTime,
  zoneName,
} from '@modex/web-ui';
import { ShowMaker } from '../create/show-maker';
import { copyOf } from '../create/show-draft';
import { nowIn } from '../details/show-details';
import { readPricedShow } from '../details/priced-show';
import { DateSeries, datesOf, seriesRules } from './date-series';
import { PlannedDate, PlannedDates } from './planned-dates';

/** Puts a show on again at more dates: a list that a series fills, and one show made of each of them. */
@Component({
  imports: [
    BackLink,
    Control,
    Field,
    FormField,
    Heading,
    Icon,
    MatButtonModule,
    MatProgressBarModule,
    Notice,
    Page,
    PageStates,
    RouterLink,
    Skeleton,
    WriteButton,
  ],
  providers: [PlannedDates, ShowMaker, WriteGate],
  templateUrl: './more-dates-page.html',
  styleUrls: ['../details/form-page.scss', './more-dates-page.scss'],
})
export class MoreDatesPage {
  private readonly api = inject(Api);
  protected readonly gate = inject(WriteGate);

  /** The show of the address. */
  readonly showId = input.required<string>();

  protected readonly dates = inject(PlannedDates);
  protected readonly icons = { add: mdiCalendarPlus, made: mdiCalendarCheck, remove: mdiClose };
  protected readonly reading = reading({
    params: () => this.showId(),
    read: (showId) => readPricedShow(this.api, showId),
  });
  protected readonly show = computed(() => this.reading.value()?.show);
  private readonly zone = computed(() => this.show()?.timeZone ?? 'UTC');
  /** A draft is put on again as drafts. */
  protected readonly publish = linkedSignal(() => this.show()?.status !== 'DRAFT');
  private readonly series = signal<DateSeries>({ first: '', repeat: 'once', until: '' });
  protected readonly form: FieldTree<DateSeries> = form(this.series, (path) => seriesRules(path, () => this.zone()));
  protected readonly earliest = computed(() => nowIn(this.zone()));
  protected readonly when = computed(
    () => $localize`By the clocks of the venue: ${zoneName(new Date().toISOString(), this.zone())}:zone:.`,
  );
  protected readonly create = computed(() => {
    const count = this.dates.open().length;
    if (this.gate.busy()) return $localize`Creating…`;
    return this.dates.failed().length > 0
      ? counted(count, $localize`{n, plural, =1 {Try 1 show again} other {Try ${count}:shows: shows again}}`)
      : counted(count, $localize`{n, plural, =1 {Create 1 show} other {Create ${count}:shows: shows}}`);
  });
  protected readonly progress = computed(() => {
    const [made, all] = [this.dates.made().length, this.dates.made().length + this.dates.open().length];
    return { share: (100 * made) / Math.max(1, all), words: $localize`${made}:made: of ${all}:all: shows are made.` };
  });

  /** When a date is, in words. */
  protected written({ time, moments }: PlannedDate): string {
    const startTime = moments?.startTime;
    return startTime ? writeShowTime({ startTime, timeZone: this.zone() }) : time.replace('T', ' ');
  }

  protected removal(date: PlannedDate): string {
    return $localize`Remove ${this.written(date)}:date:`;
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.form, {
      action: async () => {
        const show = this.show();
        if (show !== undefined) await this.dates.add(datesOf(this.series()), show);
        return undefined;
      },
      onInvalid: () => focusFirstError(this.form),
    });
  }

  protected readonly make = async (): Promise<void> => {
    const known = this.reading.value();
    if (known !== undefined) await this.dates.make(copyOf(known), this.publish());
  };
}
