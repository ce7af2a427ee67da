import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Api, getShow, reading, ShowResponse } from '@modex/web-api-client';
import { countStatuses, LiveSeats, planOfShow, ShowPlan } from '@modex/web-seats';
import { HeadingFocus, NamedSeat, serverClock } from '@modex/web-ui';

/** How long the show itself may be behind while somebody looks at it, in milliseconds. */
export const SHOW_REFRESH_MS = 20_000;

/** A show and its seats, kept fresh while the page is visible, as long as seats can be booked. */
@Injectable()
export class OpenShow {
  private readonly api = inject(Api);
  private readonly headingFocus = inject(HeadingFocus);
  private readonly live = inject(LiveSeats);
  private readonly showId = signal('');

  private readonly reading = reading<string, ShowResponse>({
    params: () => this.showId() || undefined,
    read: (showId, before) => this.read(showId, before),
    pause: (show) => (show?.bookable ? pauseOf(show) : undefined),
  });
  /** The show whose seats are followed: at once, since a customer on a phone waits for each round trip. */
  private readonly followed = computed(() => {
    const isClosed = this.reading.problem() !== undefined || this.reading.value()?.bookable === false;
    return isClosed ? undefined : this.showId() || undefined;
  });

  /** Undefined until its seats are known too, if they can be booked. */
  readonly show = computed(() => {
    const show = this.reading.value();
    return show && (!show.bookable || this.live.isKnown()) ? show : undefined;
  });
  /** What its plan is made of; the same as long as that is. */
  private readonly drawnAs = computed(() => this.reading.value(), { equal: hasSamePlan });
  readonly plan = computed<ShowPlan | undefined>(() => {
    const show = this.drawnAs();
    return show && planOfShow(show);
  });
  /** The status of each seat, in the order of the plan. */
  readonly status = this.live.status;
  /** How many seats one booking may have. */
  readonly maxPerBooking = this.live.maxPerBooking;
  /** How far the seats can be trusted. */
  readonly state = this.live.state;
  /** Why the show or its seats could not be read. */
  readonly problem = computed(() => this.reading.problem() ?? this.live.problem());
  readonly freeSeats = computed(() => countStatuses(this.status(), this.plan()?.size ?? 0).AVAILABLE);

  constructor() {
    effect(() => this.live.showId.set(this.followed()));
    effect(() => {
      const told = this.live.showStatus();
      const known = untracked(this.reading.value)?.status;
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
    await Promise.all([this.reading.reload(), this.live.reload()]);
  }

  /** Shows the seats as they are now. */
  async refresh(): Promise<void> {
    await this.live.refresh();
  }

  private async read(showId: string, before: ShowResponse | undefined): Promise<ShowResponse> {
    const show = await this.api.invoke(getShow, { showId });
    // A show that cannot be booked any more takes its seats, and what has the focus there, from the page.
    if (before) this.headingFocus.keep();
    return show;
  }
}

function hasSamePlan(one: ShowResponse | undefined, other: ShowResponse | undefined): boolean {
  const fields = ['totalSeats', 'seatsPerRow', 'seatPrefix'] as const;
  return fields.every((field) => one?.[field] === other?.[field]);
}

/** The show is read seldom, but at once when it should have begun. */
function pauseOf({ startTime }: ShowResponse): number {
  const untilStart = Date.parse(startTime) - serverClock.now();
  return untilStart > 0 ? Math.min(untilStart, SHOW_REFRESH_MS) : SHOW_REFRESH_MS;
}
