import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { mdiCalendarClock, mdiLanDisconnect, mdiMapMarkerOutline, mdiSeatOutline } from '@mdi/js';
import { Problem } from '@modex/web-api-client';
import { SessionStore } from '@modex/web-account';
import {
  Availability,
  BackLink,
  BlankState,
  Heading,
  HeadingFocus,
  Icon,
  MapSeat,
  Notice,
  Poster,
  SeatLegend,
  SeatMap,
  seatName,
  Skeleton,
  TimePipe,
} from '@modex/web-ui';
import { BookingAttempt } from './booking-attempt';
import { ChoicePanel } from './choice-panel';
import { ClosedSale } from './closed-sale';
import { House } from './house';
import { MAX_SEATS, SeatChoice } from './seat-choice';

/** One show: its seats, what was chosen of them, and the way to a booking. */
@Component({
  imports: [
    Availability,
    BackLink,
    BlankState,
    ChoicePanel,
    ClosedSale,
    Heading,
    Icon,
    MatButtonModule,
    Notice,
    Poster,
    RouterLink,
    SeatLegend,
    SeatMap,
    Skeleton,
    TimePipe,
  ],
  providers: [BookingAttempt, House, SeatChoice],
  templateUrl: './show-page.html',
  styleUrl: './show-page.scss',
})
export class ShowPage {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly title = inject(Title);
  private readonly headingFocus = inject(HeadingFocus);

  /** The show of the address. */
  readonly showId = input.required<string>();

  protected readonly house = inject(House);
  protected readonly choice = inject(SeatChoice);
  protected readonly attempt = inject(BookingAttempt);
  protected readonly max = MAX_SEATS;
  protected readonly icons = {
    when: mdiCalendarClock,
    where: mdiMapMarkerOutline,
    missing: mdiSeatOutline,
    failed: mdiLanDisconnect,
  };
  protected readonly full = signal(false);
  protected readonly missing = computed(() => {
    const code = this.house.problem()?.code;
    return code === 'unknown-show' || code === 'not-found' || code === 'validation-failed';
  });
  protected readonly chosenSeats = computed(() => this.seatsOf(this.choice.chosenIds()));
  protected readonly lostNames = computed(() => this.seatsOf(this.choice.lostIds()).map(seatName).join('; '));
  protected readonly afterLoss = computed(() =>
    this.choice.count() > 0
      ? 'Your other seats are still chosen. Choose a replacement, or book the rest.'
      : 'Choose another seat on the map.',
  );
  protected readonly failure = computed<Problem | undefined>(() => {
    const state = this.attempt.state();
    return state.kind === 'failed' && state.problem.code !== 'seat-taken' ? state.problem : undefined;
  });

  constructor() {
    effect(() => {
      const showId = this.showId();
      untracked(() => {
        this.choice.clear();
        void this.house.open(showId);
      });
    });
    effect(() => {
      const show = this.house.show();
      if (show) this.title.setTitle(`${show.title} · Modex`);
      else if (this.missing()) this.title.setTitle('Show not found · Modex');
    });
    effect(() => {
      const seats = this.house.seats();
      untracked(() => this.choice.reconcile(seats));
    });
    effect(() => {
      if (this.house.show()?.bookable === false) untracked(() => this.choice.clear());
    });
  }

  protected toggle(seatId: string): void {
    if (this.attempt.undecided()) return;
    this.attempt.dismiss();
    this.full.set(false);
    this.choice.toggle(seatId);
  }

  protected async book(): Promise<void> {
    if (this.attempt.busy() || this.choice.count() === 0) return;
    const user = await this.session.signInThen('book', this.choice.count());
    if (!user || this.choice.count() === 0) return;
    const request = { showId: this.showId(), userId: user.userId, seatIds: this.choice.chosenIds() };
    this.house.rest();
    const bookingId = await this.attempt.book(request);
    if (bookingId) await this.router.navigate(['/booked', bookingId]);
    else await this.answerFailure();
  }

  protected retry(): void {
    void this.house.open(this.showId());
  }

  /** What a refusal means for the page; its words come from the table. */
  private async answerFailure(): Promise<void> {
    const state = this.attempt.state();
    if (state.kind !== 'failed') return;
    const { code, seatIds } = state.problem;
    if (code === 'seat-taken') this.choice.lose(seatIds);
    if (code === 'show-not-on-sale' || code === 'unknown-seat') {
      this.headingFocus.expect();
      await this.house.open(this.showId());
    } else if (!this.attempt.undecided()) await this.house.wake();
    if (code === 'unauthenticated' && (await this.session.signInThen('ended', this.choice.count()))) await this.book();
  }

  private seatsOf(ids: readonly string[]): readonly MapSeat[] {
    const seats = this.house.seatById();
    return ids.flatMap((id) => seats.get(id) ?? []);
  }
}
