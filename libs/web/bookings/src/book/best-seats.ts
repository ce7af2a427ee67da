import { Component, computed, ElementRef, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiCheckCircleOutline, mdiMinus, mdiPlus } from '@mdi/js';
import { Api, getOffers, OffersResponse, reading } from '@modex/web-api-client';
import { moneyText } from '@modex/domain';
import { priceWriter, ShowPlan } from '@modex/web-seats';
import { counted, Icon, LOCALE, seatsInWords, WriteButton, writeTime } from '@modex/web-ui';
import { BestWish } from './hold-calls';
import { OpenShow } from './open-show';
import { hasSameSeats, SeatChoice } from './seat-choice';
import { SeatHold } from './seat-hold';
import { Tickets } from './tickets';

/** How long a look at what is free may be out of date, in milliseconds. */
const REFRESH_MS = 20_000;
const FIRST_COUNT = 2;

/**
 * Asks how many seats somebody wants, and has the API choose and keep the best of them. What is possible is read as soon as
 * somebody turns to it, and only while nothing is chosen: the seats that the customer has are not free for a look. Whatever
 * is chosen is replaced, and the words say so.
 */
@Component({
  selector: 'mx-best-seats',
  imports: [Icon, MatButtonModule, WriteButton],
  templateUrl: './best-seats.html',
  styleUrl: './best-seats.scss',
  host: { '(focusin)': 'isSeen.set(true)', '(click)': 'isSeen.set(true)' },
})
export class BestSeats {
  readonly showId = input.required<string>();
  /** How many seats somebody may have. */
  readonly max = input.required<number>();
  /** Nothing may be chosen. */
  readonly locked = input(false);

  private readonly api = inject(Api);
  private readonly openShow = inject(OpenShow);
  private readonly choice = inject(SeatChoice);
  private readonly hold = inject(SeatHold);
  private readonly tickets = inject(Tickets);
  private readonly wanted = signal(FIRST_COUNT);
  private readonly wish = computed<BestWish>(() => ({
    quantity: this.count(),
    ...(this.section() === '' ? {} : { section: this.section() }),
    ...(this.category() === '' ? {} : { category: this.category() }),
  }));
  private readonly offers = reading<{ showId: string; wish: BestWish }, OffersResponse>({
    params: () =>
      this.isSeen() && this.choice.count() === 0 ? { showId: this.showId(), wish: this.wish() } : undefined,
    read: ({ showId, wish }) => this.api.invoke(getOffers, { showId, ...wish }),
    pause: () => REFRESH_MS,
  });

  /** Key of the section to look in; empty: any. */
  readonly section = linkedSignal<ShowPlan | undefined, string>({ source: this.openShow.plan, computation: () => '' });
  /** Key of the category to look among; empty: any. */
  protected readonly category = linkedSignal<ShowPlan | undefined, string>({
    source: this.openShow.plan,
    computation: () => '',
  });
  protected readonly sections = computed(() => this.openShow.plan()?.plan.layout.sections ?? []);
  protected readonly categories = computed(() => {
    const priceOf = priceWriter(this.openShow.prices());
    const all = this.openShow.plan()?.plan.categories ?? [];
    return all.map(({ key, name }) => ({ key, words: [name, priceOf?.(key)].filter(Boolean).join(', ') }));
  });
  protected readonly isStanding = computed(
    () => this.sections().find(({ key }) => key === this.section())?.kind === 'standing',
  );
  protected readonly heading = computed(() =>
    this.isStanding() ? $localize`How many places?` : $localize`How many seats?`,
  );
  protected readonly stepLabels = computed(() =>
    this.isStanding()
      ? { fewer: $localize`One place fewer`, more: $localize`One place more` }
      : { fewer: $localize`One seat fewer`, more: $localize`One seat more` },
  );
  protected readonly anyCategory = computed(() =>
    this.openShow.prices() === null ? $localize`Any category` : $localize`Any price`,
  );
  private readonly chooser = viewChild.required<ElementRef<HTMLElement>>('chooser');
  protected readonly icons = { fewer: mdiMinus, more: mdiPlus, kept: mdiCheckCircleOutline };
  protected readonly isSeen = signal(false);
  protected readonly count = computed(() => Math.max(1, Math.min(this.wanted(), this.max())));
  protected readonly countInWords = computed(() =>
    this.isStanding()
      ? counted(this.count(), $localize`{n, plural, =1 {1 place} other {${this.count()}:places: places}}`)
      : counted(this.count(), $localize`{n, plural, =1 {1 seat} other {${this.count()}:seats: seats}}`),
  );
  /** What is kept as it was chosen; empty as soon as the customer changes it. */
  protected readonly kept = computed(() => {
    const [hold, best] = [this.hold.hold(), this.hold.best()];
    if (hold === undefined || best.length === 0 || !hasSameSeats(hold.seatIds, best)) return '';
    if (!hasSameSeats(this.choice.chosenIds(), best)) return '';
    const seats = this.openShow.seatsOf(best);
    const until = writeTime(new Date(hold.endsAt).toISOString(), 'time');
    return counted(
      seats.length,
      $localize`{n, plural, =1 {${seatsInWords(seats)}:seats: is kept for you until ${until}:time:.} other {${seatsInWords(seats)}:seats: are kept for you until ${until}:time:.}}`,
    );
  });
  protected readonly hint = computed(() => {
    if (this.choice.count() > 0) return $localize`This replaces the seats you have chosen.`;
    const offers = this.offers.value();
    if (offers !== undefined)
      return [hintOf(offers), this.priceOfOffer(offers)].filter((part) => part !== '').join(' ');
    return this.isStanding()
      ? $localize`The places have no seats: stand where you like.`
      : $localize`Side by side, where that is possible.`;
  });

  /** Turns to a section where people stand, as if the customer had chosen it here. */
  turnTo(section: string): void {
    this.category.set('');
    this.section.set(section);
    this.isSeen.set(true);
    this.chooser().nativeElement.querySelector<HTMLElement>('.choose')?.focus();
    this.chooser().nativeElement.scrollIntoView?.({ block: 'nearest' });
  }

  protected step(by: 1 | -1): void {
    this.wanted.set(Math.max(1, Math.min(this.count() + by, this.max())));
  }

  protected readonly choose = async (): Promise<void> => {
    const isChosen = this.kept() !== '' && JSON.stringify(this.hold.bestWish()) === JSON.stringify(this.wish());
    if (this.locked() || isChosen) return;
    await this.hold.chooseBest(this.wish());
    // After a refusal what was told as free is no more.
    await this.offers.refresh();
  };

  /** What the offered seats cost for whoever chooses no ticket type. */
  private priceOfOffer({ offers: [best] }: OffersResponse): string {
    const price = best && this.tickets.quoteOf(best.seats.map(({ id }) => id));
    if (price === undefined) return '';
    const total = moneyText({ amount: price.total, currency: price.currency }, LOCALE);
    return $localize`Together ${total}:price:.`;
  }
}

function hintOf({ offers: [best], largest }: OffersResponse): string {
  if (best !== undefined) {
    const seats = seatsInWords(best.seats);
    return best.together
      ? $localize`Free now: ${seats}:seats:.`
      : $localize`Free now, in two rows, one behind the other: ${seats}:seats:.`;
  }
  if (largest === 0) return $localize`No seat is free at the moment.`;
  return counted(
    largest,
    $localize`{n, plural, =1 {Single seats only are free now.} other {At most ${largest}:seats: can still sit together.}}`,
  );
}
