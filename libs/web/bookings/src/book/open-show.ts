import { computed, effect, inject, Injectable, linkedSignal, signal, untracked } from '@angular/core';
import { isToCome, SalePhase } from '@modex/domain';
import { Api, getShow, reading, ShowDetailsResponse } from '@modex/web-api-client';
import { countStatuses, LiveSeats, planOfShow } from '@modex/web-seats';
import { HeadingFocus, NamedSeat, serverClock } from '@modex/web-ui';

/** How long the show itself may be behind while somebody looks at it, in milliseconds. */
export const SHOW_REFRESH_MS = 20_000;
/** The same when by our clock its sale should have opened, or it should have begun: the API may know a second later. */
export const SOON_MS = 1_000;

/** A show and its seats, kept fresh while the page is visible, until it begins or is cancelled. */
@Injectable()
export class OpenShow {
  private readonly api = inject(Api);
  private readonly headingFocus = inject(HeadingFocus);
  private readonly live = inject(LiveSeats);
  private readonly showId = signal('');

  private readonly reading = reading<string, ShowDetailsResponse>({
    params: () => this.showId() || undefined,
    read: (showId, before) => this.read(showId, before),
    pause: (show) => (show !== undefined && isToCome(show) ? pauseOf(show) : undefined),
  });
  /** The show whose seats are followed: at once, since a customer on a phone waits for each round trip. */
  private readonly followed = computed(() => {
    const show = this.reading.value();
    const isOver = this.reading.problem() !== undefined || (show !== undefined && !isToCome(show));
    return isOver ? undefined : this.showId() || undefined;
  });

  private readonly layout = planOfShow(() => {
    const show = this.reading.value();
    return show !== undefined && isToCome(show) ? show : undefined;
  });
  private readonly isKnown = computed(() => this.live.isKnown() && this.layout.plan() !== undefined);
  /** Undefined until its seats and its plan are known too, if it is to come. */
  readonly show = computed(() => {
    const show = this.reading.value();
    return show && (!isToCome(show) || this.isKnown()) ? show : undefined;
  });
  /** Customers can book: its sale is open. */
  readonly isOpen = computed(() => this.show()?.bookable === true);
  /** The sale opened while somebody was looking. */
  readonly hasOpened = linkedSignal<SalePhase | undefined, boolean>({
    source: () => this.show()?.salePhase,
    computation: (phase, before) => phase === 'OPEN' && before?.source === 'NOT_OPEN',
  });
  readonly plan = this.layout.plan;
  /** What it costs; null where it is free of charge. */
  readonly prices = computed(() => this.show()?.prices ?? null, { equal: isSame });
  /** The status of each seat, in the order of the plan. */
  readonly status = this.live.status;
  /** How many seats one booking may have. */
  readonly maxPerBooking = this.live.maxPerBooking;
  /** How far the seats can be trusted. */
  readonly state = this.live.state;
  /** Why the show, its seats or its plan could not be read. */
  readonly problem = computed(() => this.reading.problem() ?? this.live.problem() ?? this.layout.problem());
  readonly freeSeats = computed(() => countStatuses(this.status(), this.plan()?.size ?? 0).AVAILABLE);

  constructor() {
    effect(() => this.live.showId.set(this.followed()));
    // A signal that nobody reads does not see what was before.
    effect(() => void this.hasOpened());
    effect(() => {
      const told = this.live.showStatus();
      const known = untracked(this.reading.value)?.status;
      if (told !== undefined && known !== undefined && told !== known) untracked(() => void this.reading.refresh());
    });
    effect(() => {
      const told = this.live.planVersion();
      const known = untracked(this.reading.value)?.planVersion;
      // The show has switched to another version of its plan.
      if (told !== undefined && known !== undefined && told !== known) untracked(() => void this.reading.refresh());
    });
  }

  /** Those of the seats that the show has, by their names. */
  seatsOf(seatIds: readonly string[]): readonly NamedSeat[] {
    const plan = this.plan();
    return plan ? seatIds.flatMap((id) => plan.seat(id) ?? []) : [];
  }

  /** Whether the map shows a seat as held. */
  isHeld(seatId: string): boolean {
    const index = this.plan()?.indexOf(seatId) ?? -1;
    return index !== -1 && this.status()?.statusAt(index) === 'HELD';
  }

  /** Another show from now on. */
  open(showId: string): void {
    this.showId.set(showId);
  }

  /** Loads the show and its seats as if for the first time. */
  async reload(): Promise<void> {
    await Promise.all([this.reading.reload(), this.live.reload(), this.layout.reload()]);
  }

  /** Reads the show once more, with its prices; its page stays in view. */
  async refreshShow(): Promise<void> {
    await this.reading.refresh();
  }

  /** Shows the seats as they are now. */
  async refresh(): Promise<void> {
    await this.live.refresh();
  }

  private async read(showId: string, before: ShowDetailsResponse | undefined): Promise<ShowDetailsResponse> {
    const show = await this.api.invoke(getShow, { showId });
    // A show that cannot be booked any more takes its seats, and what has the focus there, from the page.
    if (before) this.headingFocus.keep();
    return show;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The show is read seldom, but at once when its sale should have opened or closed, or it should have begun. */
function pauseOf({ salePhase, saleOpensAt, saleClosesAt, startTime }: ShowDetailsResponse): number {
  const next = { NOT_OPEN: saleOpensAt, OPEN: saleClosesAt, CLOSED: null }[salePhase] ?? startTime;
  return Math.min(Math.max(Date.parse(next) - serverClock.now(), SOON_MS), SHOW_REFRESH_MS);
}
