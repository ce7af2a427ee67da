import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { mdiCalendarClock, mdiFormatListBulleted, mdiMapMarkerOutline, mdiSeatOutline } from '@mdi/js';
import { isToCome } from '@modex/domain';
import { BookingResponse, Problem } from '@modex/web-api-client';
import { SessionStore, SignIn } from '@modex/web-account';
import { CategoryLegend, isUnknownShow, LiveSeats, priceWriter, SeatList, SeatMap } from '@modex/web-seats';
import {
  Availability,
  BackLink,
  BlankState,
  counted,
  Heading,
  HeadingFocus,
  Icon,
  Live,
  Notice,
  PageHead,
  PageStates,
  Poster,
  SEAT_MARKS,
  SeatLegend,
  ShowTimePipe,
  Skeleton,
  WriteGate,
} from '@modex/web-ui';
import { BestSeats } from './best-seats';
import { BookingAttempt } from './booking-attempt';
import { ChoicePanel } from './choice-panel';
import { ClosedSale } from './closed-sale';
import { OpenShow } from './open-show';
import { HoldNotice } from './hold-notice';
import { BookingRequest, Guest } from './kept-attempt';
import { MySeats } from './my-seats';
import { hasSameSeats, SeatChoice } from './seat-choice';
import { PriceNotice } from './price-notice';
import { SaleNotice } from './sale-notice';
import { SeatHold } from './seat-hold';
import { ShowTexts } from '../texts/show-texts';
import { Tickets } from './tickets';

/** One show: its seats, what was chosen of them, and the way to a booking. */
@Component({
  imports: [
    Availability,
    BackLink,
    BestSeats,
    BlankState,
    CategoryLegend,
    ChoicePanel,
    ClosedSale,
    Heading,
    HoldNotice,
    Icon,
    Live,
    MatButtonModule,
    Notice,
    PageStates,
    Poster,
    PriceNotice,
    RouterLink,
    SaleNotice,
    SeatLegend,
    SeatList,
    SeatMap,
    ShowTexts,
    ShowTimePipe,
    Skeleton,
  ],
  providers: [BookingAttempt, LiveSeats, OpenShow, MySeats, SeatChoice, SeatHold, Tickets, WriteGate],
  templateUrl: './show-page.html',
  styleUrl: './show-page.scss',
})
export class ShowPage {
  private readonly router = inject(Router);
  private readonly door = inject(SignIn);
  private readonly session = inject(SessionStore);
  private readonly head = inject(PageHead);
  private readonly headingFocus = inject(HeadingFocus);

  /** The show of the address. */
  readonly showId = input.required<string>();

  private readonly bestSeats = viewChild(BestSeats);
  protected readonly openShow = inject(OpenShow);
  protected readonly choice = inject(SeatChoice);
  protected readonly hold = inject(SeatHold);
  protected readonly attempt = inject(BookingAttempt);
  protected readonly mySeats = inject(MySeats);
  private readonly tickets = inject(Tickets);
  /** Writes what a category costs; undefined where the show is free of charge. */
  protected readonly priceOf = computed(() => priceWriter(this.openShow.prices()));
  private readonly gate = inject(WriteGate);
  /** What an anonymous guest has said, until the API knows it. */
  private guest: Guest | null = null;
  private seenHeld: readonly string[] = [];
  protected readonly max = computed(() =>
    Math.min(this.openShow.maxPerBooking(), this.openShow.show()?.limitPerCustomer ?? Infinity),
  );
  protected readonly icons = {
    when: mdiCalendarClock,
    where: mdiMapMarkerOutline,
    missing: mdiSeatOutline,
    list: mdiFormatListBulleted,
  };
  protected readonly isToCome = isToCome;
  protected readonly full = signal(false);
  /** Whether the seats are listed beside the map. */
  protected readonly listed = signal(false);
  protected readonly mostSeats = computed(() =>
    counted(
      this.max(),
      $localize`{n, plural, =1 {1 seat is the most} other {${this.max()}:seats: seats are the most}}`,
    ),
  );
  /** The legend leaves out marks that no seat has, or can have. */
  protected readonly marks = computed(() =>
    SEAT_MARKS.filter((mark) => {
      if (mark === 'mine') return this.mySeats.seatIds().size > 0;
      return mark === 'free' || mark === 'taken' || this.canBook();
    }),
  );
  protected readonly missing = computed(() => isUnknownShow(this.openShow.problem()));
  /** The choice must not change: it is being booked, or made by the API, or the sale is not open. */
  protected readonly locked = computed(
    () => this.attempt.undecided() || this.hold.choosing() || !this.openShow.isOpen(),
  );
  /** What is kept may be booked until it ends, though the sale has closed meanwhile. */
  protected readonly canBook = computed(
    () => this.openShow.isOpen() || this.hold.hold() !== undefined || this.attempt.undecided(),
  );
  protected readonly chosenSeats = computed(() => this.openShow.seatsOf(this.choice.chosenIds()));
  protected readonly lostNames = computed(() =>
    this.openShow
      .seatsOf(this.choice.lostIds())
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
    return state.kind === 'failed' ? state.problem : undefined;
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
      const show = this.openShow.show();
      if (show !== undefined && !isToCome(show)) untracked(() => this.choice.clear());
    });
    effect(() => this.hold.rest(this.attempt.undecided()));
    effect(() => {
      const kept = this.hold.hold()?.seatIds ?? [];
      const held = kept.filter((id) => this.openShow.isHeld(id));
      untracked(() => this.lookIfGone(kept, held));
    });
  }

  /** Asks how many places somebody wants where people stand. */
  protected askHowMany(section: string): void {
    this.bestSeats()?.turnTo(section);
  }

  protected toggle(seatId: string): void {
    if (this.locked()) return;
    this.attempt.dismiss();
    this.full.set(false);
    this.choice.toggle(seatId, this.max());
    void this.hold.follow();
  }

  protected async book(): Promise<void> {
    if (this.attempt.undecided()) return this.askAgain();
    const wanted = this.choice.chosenIds();
    if (wanted.length === 0 || !(await this.isSomebody())) return;
    await this.hold.settled();
    const [hold, person] = [this.hold.hold(), this.session.person()];
    // Only what the button said is booked; what has become of the others stands on the page.
    if (!hold || !person || !hasSameSeats(hold.seatIds, wanted)) return;
    const { holdId, seatIds } = hold;
    const [tickets, total] = [this.tickets.wanted(), this.tickets.total()];
    const asked = { showId: this.showId(), userId: person.userId, holdId, seatIds, tickets, total };
    await this.ask({ ...asked, guest: this.guest });
  }

  /** The API's message for these refusals says more than the table's. */
  protected isPrecise({ code, detail }: Problem): boolean {
    return (code === 'too-many-seats' || code === 'validation-failed') && detail !== '';
  }

  protected namesOf({ seats }: BookingResponse): string {
    return seats.map(({ name }) => name).join('; ');
  }

  protected retry(): void {
    void this.openShow.reload();
  }

  /** Begins with what is kept of this show, or with a booking whose answer never came. */
  private open(showId: string): void {
    const unanswered = this.attempt.findUnanswered(showId);
    this.choice.clear();
    if (unanswered) this.choice.become(unanswered.seatIds);
    this.tickets.open(showId, unanswered?.tickets);
    this.hold.rest(unanswered !== undefined);
    this.hold.open(showId);
    this.mySeats.open(showId);
    this.openShow.open(showId);
    if (unanswered && this.attempt.busy()) void this.gate.pass(() => this.ask(unanswered));
  }

  /** A seat of the hold that was HELD on the map and is no more: another tab or an admin has ended the hold. */
  private lookIfGone(kept: readonly string[], held: readonly string[]): void {
    if (this.seenHeld.some((id) => kept.includes(id) && !held.includes(id))) void this.hold.look();
    this.seenHeld = held;
  }

  /** Somebody with a name, or an anonymous guest who says it now. */
  private async isSomebody(): Promise<boolean> {
    if (this.session.user() || this.guest) return true;
    const user = await this.door.signInThen('book', this.choice.count());
    if (user && !this.session.user()) this.guest = { name: user.name, email: user.email };
    return user !== undefined;
  }

  private async askAgain(): Promise<void> {
    const request = this.attempt.findUnanswered(this.showId());
    if (request) await this.ask(request);
  }

  private async ask(request: BookingRequest): Promise<void> {
    const bookingId = await this.attempt.book(request);
    if (!bookingId) return this.answerFailure();
    this.tickets.forget();
    if (request.guest) this.session.learnName(request.guest.name, request.guest.email);
    await this.router.navigate(['/booked', bookingId]);
  }

  /** What a refusal means for the page; its words come from the table. */
  private async answerFailure(): Promise<void> {
    const state = this.attempt.state();
    if (state.kind !== 'failed' || this.attempt.undecided()) return;
    const { code } = state.problem;
    if (code === 'validation-failed') this.guest = null;
    if (code === 'price-changed') await this.openShow.refreshShow();
    if (code === 'show-not-on-sale' || code === 'unknown-seat') {
      this.headingFocus.expect();
      await this.openShow.reload();
    }
    this.hold.rest(false);
    if (code === 'unauthenticated') {
      if (await this.door.signInThen('ended', this.choice.count())) await this.book();
    } else await this.hold.look();
    // The end of the hold is told with what comes next.
    if (this.hold.problem()?.code === code) this.attempt.dismiss();
  }
}
