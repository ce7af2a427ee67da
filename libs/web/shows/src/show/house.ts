import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, getSeatMap, getShow, Problem, readProblem, ShowResponse } from '@modex/web-api-client';
import { HeadingFocus, MapSeat, repeatWhileVisible } from '@modex/web-ui';

/** How long a map may be behind while somebody looks at it, and how long the show itself; milliseconds. */
export const REFRESH_MS = 4000;
export const SHOW_REFRESH_MS = 20_000;

/** A show and its seats, kept fresh while the page is visible, as long as seats can be booked. */
@Injectable()
export class House {
  private readonly api = inject(Api);
  private readonly headingFocus = inject(HeadingFocus);
  private readonly repeat = repeatWhileVisible(
    () => this.read(),
    () => REFRESH_MS,
  );
  private version = '';
  private showId = '';
  private resting = false;
  /** When the show was read last, in milliseconds since 1970. */
  private showReadAt = 0;

  readonly show = signal<ShowResponse | undefined>(undefined);
  readonly seats = signal<readonly MapSeat[]>([]);
  readonly problem = signal<Problem | undefined>(undefined);
  /** True while the seats shown may be behind because the last refresh failed. */
  readonly stale = signal(false);
  readonly freeSeats = computed(() => this.seats().filter((seat) => seat.status === 'AVAILABLE').length);
  readonly seatById = computed(() => new Map(this.seats().map((seat) => [seat.id, seat])));

  /** Loads a show with its seats; from then on both refresh themselves. Failures stand in `problem`. */
  async open(showId: string): Promise<void> {
    this.repeat.stop();
    this.showId = showId;
    this.resting = false;
    this.show.set(undefined);
    this.problem.set(undefined);
    try {
      // Together, since a buyer on a phone waits for each round trip; a show that is closed is rarely opened.
      const [show, map] = await Promise.all([
        this.api.invoke(getShow, { showId }),
        this.api.invoke(getSeatMap, { showId }),
      ]);
      if (this.showId !== showId) return;
      this.version = map.version;
      this.seats.set(map.seats);
      this.take(show);
      if (show.bookable) this.repeat.later();
    } catch (error) {
      if (this.showId === showId) this.problem.set(readProblem(error));
    }
  }

  /** Stops refreshing while a booking is under way: its own seats would look like somebody else's. */
  rest(): void {
    this.resting = true;
    this.repeat.stop();
  }

  /** Refreshes now and from then on again. */
  async wake(): Promise<void> {
    this.resting = false;
    await this.repeat.now();
  }

  /** Reads the seats again. A failure leaves them as they are and marks them stale. */
  private async read(): Promise<void> {
    const showId = this.showId;
    try {
      if (this.isShowDue()) await this.readShow(showId);
      if (!this.show()?.bookable) return;
      const map = await this.api.invoke(getSeatMap, { showId });
      if (this.showId !== showId || this.resting) return;
      this.stale.set(false);
      if (map.version !== this.version) this.seats.set(map.seats);
      this.version = map.version;
    } catch (error) {
      const problem = readProblem(error);
      this.stale.set(problem.code !== 'too-many-requests');
    }
  }

  /** The show is read seldom, and at once when its curtain should be up. */
  private isShowDue(): boolean {
    const now = Date.now();
    const start = Date.parse(this.show()?.startTime ?? '');
    return now - this.showReadAt >= SHOW_REFRESH_MS || (this.showReadAt < start && start <= now);
  }

  private async readShow(showId: string): Promise<void> {
    const show = await this.api.invoke(getShow, { showId });
    if (this.showId === showId && !this.resting) this.take(show);
  }

  /** A show that cannot be booked any more takes its seats, and what has the focus there, from the page. */
  private take(show: ShowResponse): void {
    this.headingFocus.keep();
    this.showReadAt = Date.now();
    this.show.set(show);
    if (!show.bookable) this.repeat.stop();
  }
}
