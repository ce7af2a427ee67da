import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiCheckCircleOutline, mdiMinus, mdiPlus } from '@mdi/js';
import { Api, getOffers, OffersResponse, reading } from '@modex/web-api-client';
import { counted, Icon, seatsInWords, WriteButton, writeTime } from '@modex/web-ui';
import { OpenShow } from './open-show';
import { hasSameSeats, SeatChoice } from './seat-choice';
import { SeatHold } from './seat-hold';

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
  private readonly wanted = signal(FIRST_COUNT);
  private readonly offers = reading<{ showId: string; quantity: number }, OffersResponse>({
    params: () =>
      this.isSeen() && this.choice.count() === 0 ? { showId: this.showId(), quantity: this.count() } : undefined,
    read: ({ showId, quantity }) => this.api.invoke(getOffers, { showId, quantity }),
    pause: () => REFRESH_MS,
  });

  protected readonly icons = { fewer: mdiMinus, more: mdiPlus, kept: mdiCheckCircleOutline };
  protected readonly isSeen = signal(false);
  protected readonly count = computed(() => Math.max(1, Math.min(this.wanted(), this.max())));
  protected readonly countInWords = computed(() =>
    counted(this.count(), $localize`{n, plural, =1 {1 seat} other {${this.count()}:seats: seats}}`),
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
    return offers === undefined ? $localize`Side by side, where that is possible.` : hintOf(offers);
  });

  protected step(by: 1 | -1): void {
    this.wanted.set(Math.max(1, Math.min(this.count() + by, this.max())));
  }

  protected readonly choose = async (): Promise<void> => {
    const isChosen = this.kept() !== '' && this.choice.count() === this.count();
    if (this.locked() || isChosen) return;
    await this.hold.chooseBest(this.count());
    // After a refusal what was told as free is no more.
    await this.offers.refresh();
  };
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
