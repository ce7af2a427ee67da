import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, getSeatMap, getShow, reading, SeatMapResponse, ShowResponse } from '@modex/web-api-client';
import { HeadingFocus, MapSeat } from '@modex/web-ui';

/** How long a map may be behind while somebody looks at it, and how long the show itself; milliseconds. */
export const REFRESH_MS = 4000;
export const SHOW_REFRESH_MS = 20_000;

/** A show with its seats. */
interface ShowWithSeats {
  readonly show: ShowResponse;
  readonly map: SeatMapResponse;
  /** When the show was read last, in milliseconds since 1970. */
  readonly showReadAt: number;
}

const NO_SEATS: readonly MapSeat[] = [];

/** A show and its seats, kept fresh while the page is visible, as long as seats can be booked. */
@Injectable()
export class OpenShow {
  private readonly api = inject(Api);
  private readonly headingFocus = inject(HeadingFocus);
  private readonly showId = signal('');
  private readonly resting = signal(false);

  readonly reading = reading<string, ShowWithSeats>({
    params: () => this.showId() || undefined,
    read: (showId, before) => (before ? this.readAgain(showId, before) : this.readFirst(showId)),
    pause: (known) => (known?.show.bookable && !this.resting() ? REFRESH_MS : undefined),
  });
  readonly show = computed(() => this.reading.value()?.show);
  readonly seats = computed<readonly MapSeat[]>(() => this.reading.value()?.map.seats ?? NO_SEATS);
  /** How many seats one booking may have. */
  readonly maxPerBooking = computed(() => this.reading.value()?.map.maxSeatsPerBooking ?? 0);
  /** True while the seats shown may be behind because the last refresh failed. */
  readonly stale = computed(() => {
    const behind = this.reading.behind();
    return behind !== undefined && behind.code !== 'too-many-requests';
  });
  readonly freeSeats = computed(() => this.seats().filter((seat) => seat.status === 'AVAILABLE').length);
  readonly seatById = computed(() => new Map(this.seats().map((seat) => [seat.id, seat])));

  /** Another show from now on. */
  open(showId: string): void {
    this.resting.set(false);
    this.showId.set(showId);
  }

  /** Loads the show and its seats as if for the first time. */
  async reload(): Promise<void> {
    this.resting.set(false);
    await this.reading.reload();
  }

  /** Stops refreshing while a booking is under way: its own seats would look like somebody else's. */
  rest(): void {
    this.resting.set(true);
    const known = this.reading.value();
    // Also a refresh that is on its way.
    if (known) this.reading.set(known);
  }

  /** Refreshes now and from then on again. */
  async wake(): Promise<void> {
    this.resting.set(false);
    await this.reading.refresh();
  }

  /** Both at once, since a customer on a phone waits for each round trip; closed shows are rarely opened. */
  private async readFirst(showId: string): Promise<ShowWithSeats> {
    const [show, map] = await Promise.all([
      this.api.invoke(getShow, { showId }),
      this.api.invoke(getSeatMap, { showId }),
    ]);
    return { show, map, showReadAt: Date.now() };
  }

  private async readAgain(showId: string, before: ShowWithSeats): Promise<ShowWithSeats> {
    const known = isShowDue(before)
      ? { ...before, show: await this.api.invoke(getShow, { showId }), showReadAt: Date.now() }
      : before;
    const map = known.show.bookable ? await this.api.invoke(getSeatMap, { showId }) : known.map;
    // A show that cannot be booked any more takes its seats, and what has the focus there, from the page.
    if (known !== before) this.headingFocus.keep();
    return { ...known, map: map.version === before.map.version ? { ...map, seats: before.map.seats } : map };
  }
}

/** The show is read seldom, but at once when it should have begun. */
function isShowDue({ show, showReadAt }: ShowWithSeats): boolean {
  const now = Date.now();
  const start = Date.parse(show.startTime);
  return now - showReadAt >= SHOW_REFRESH_MS || (showReadAt < start && start <= now);
}
