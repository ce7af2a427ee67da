import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { mdiCalendarClock, mdiMapMarkerOutline, mdiSeatOutline } from '@mdi/js';
import { BookingResponse, Problem } from '@modex/web-api-client';
import { SignIn } from '@modex/web-account';
import { LiveSeats } from '@modex/web-seats';
import {
  Availability,
  BackLink,
  BlankState,
  counted,
  Heading,
  HeadingFocus,
  Icon,
  Live,
  MapSeat,
  Notice,
  PageHead,
  PageStates,
  Poster,
  SEAT_MARKS,
  SeatLegend,
  SeatMap,
  ShowTimePipe,
  Skeleton,
  WriteGate,
} from '@modex/web-ui';
import { BookingAttempt } from './booking-attempt';
import { ChoicePanel } from './choice-panel';
import { ClosedSale } from './closed-sale';
import { OpenShow } from './open-show';
import { BookingRequest } from './kept-attempt';
import { MySeats } from './my-seats';
import { SeatChoice } from './seat-choice';

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
    Live,
    MatButtonModule,
    Notice,
    PageStates,
    Poster,
    RouterLink,
    SeatLegend,
    SeatMap,
    ShowTimePipe,
    Skeleton,
  ],
  providers: [BookingAttempt, LiveSeats, OpenShow, MySeats, SeatChoice, WriteGate],
  templateUrl: './show-page.html',
  styleUrl: './show-page.scss',
})
export class ShowPage {
  private readonly router = inject(Router);
  private readonly door = inject(SignIn);
  private readonly head = inject(PageHead);
  private readonly headingFocus = inject(HeadingFocus);

  /** The show of the address. */
  readonly showId = input.required<string>();

  protected readonly openShow = inject(OpenShow);
  protected readonly choice = inject(SeatChoice);
  protected readonly attempt = inject(BookingAttempt);
  protected readonly mySeats = inject(MySeats);
  private readonly gate = inject(WriteGate);
  protected readonly max = computed(() =>
    Math.min(this.openShow.maxPerBooking(), this.openShow.show()?.limitPerCustomer ?? Infinity),
  );
  protected readonly icons = {
    when: mdiCalendarClock,
    where: mdiMapMarkerOutline,
    missing: mdiSeatOutline,
  };
  protected readonly full = signal(false);
  protected readonly mostSeats = computed(() =>
    counted(
      this.max(),
      $localize`{n, plural, =1 {1 seat is the most} other {${this.max()}:seats: seats are the most}}`,
    ),
  );
  /** The legend leaves out marks that no seat has. */
  protected readonly marks = computed(() =>
    SEAT_MARKS.filter((mark) => mark !== 'mine' || this.mySeats.seatIds().size > 0),
  );
  protected readonly missing = computed(() => {
    const code = this.openShow.problem()?.code;
    return code === 'unknown-show' || code === 'not-found' || code === 'validation-failed';
  });
  protected readonly chosenSeats = computed(() => this.seatsOf(this.choice.chosenIds()));
  protected readonly lostNames = computed(() =>
    this.seatsOf(this.choice.lostIds())
      .map(({ name }) => name)
      .join('; '),
  );
  protected readonly afterLoss = computed(() =>
    this.choice.count() > 0
      ? $localize`Your other seats are still chosen. Choose a replacement, or book the rest.`
      : $localize`Choose another seat on the map.`,
  );
  protected readonly failure = computed<Problem | undefined>(() => {
    const state = this.attempt.state();
    return state.kind === 'failed' && state.problem.code !== 'seat-taken' ? state.problem : undefined;
  });

  constructor() {
    effect(() => {
      const showId = this.showId();
      untracked(() => this.open(showId));
    });
    effect(() => {
      const show = this.openShow.show();
      if (show) this.head.name(show.title, show.description);
      else if (this.missing()) this.head.name($localize`Show not found`);
    });
    effect(() => {
      const seats = this.openShow.seats();
      if (!this.attempt.undecided()) untracked(() => this.choice.reconcile(seats));
    });
    effect(() => {
      if (this.openShow.show()?.bookable === false) untracked(() => this.choice.clear());
    });
  }

  protected toggle(seatId: string): void {
    if (this.attempt.undecided()) return;
    this.attempt.dismiss();
    this.full.set(false);
    this.choice.toggle(seatId, this.max());
  }

  protected async book(): Promise<void> {
    if (this.choice.count() === 0) return;
    const user = await this.door.signInThen('book', this.choice.count());
    if (!user || this.choice.count() === 0) return;
    await this.ask({ showId: this.showId(), userId: user.userId, seatIds: this.choice.chosenIds() });
  }

  /** The API's message for this refusal already contains the number. */
  protected namesNumber({ code, detail }: Problem): boolean {
    return code === 'too-many-seats' && detail !== '';
  }

  protected namesOf({ seats }: BookingResponse): string {
    return seats.map(({ name }) => name).join('; ');
  }

  protected retry(): void {
    void this.openShow.reload();
  }

  /** Begins with what an earlier visit to this show left: a choice, or a booking whose answer never came. */
  private open(showId: string): void {
    const unanswered = this.attempt.findUnanswered(showId);
    this.choice.open(showId, unanswered?.seatIds);
    this.mySeats.open(showId);
    this.openShow.open(showId);
    if (unanswered && this.attempt.busy()) void this.gate.pass(() => this.ask(unanswered));
  }

  private async ask(request: BookingRequest): Promise<void> {
    this.openShow.rest();
    const bookingId = await this.attempt.book(request);
    if (!bookingId) return this.answerFailure();
    this.choice.forgetLater();
    await this.router.navigate(['/booked', bookingId]);
  }

  /** What a refusal means for the page; its words come from the table. */
  private async answerFailure(): Promise<void> {
    const state = this.attempt.state();
    if (state.kind !== 'failed') return;
    const { code, seatIds } = state.problem;
    if (code === 'seat-taken') this.choice.lose(seatIds);
    if (code === 'show-not-on-sale' || code === 'unknown-seat') {
      this.headingFocus.expect();
      await this.openShow.reload();
    } else if (!this.attempt.undecided()) await this.openShow.wake();
    if (code === 'unauthenticated' && (await this.door.signInThen('ended', this.choice.count()))) await this.book();
  }

  private seatsOf(ids: readonly string[]): readonly MapSeat[] {
    const seats = this.openShow.seatById();
    return ids.flatMap((id) => seats.get(id) ?? []);
  }
}
