import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Api, getSeatMap, getShow, Problem, readProblem, ShowResponse } from '@modex/web-api-client';
import { MapSeat } from '@modex/web-ui';

/** How long a map may be behind while somebody looks at it. */
export const REFRESH_MS = 4000;

/** A show and its seats, kept fresh while the page is visible. */
@Injectable()
export class House {
  private readonly api = inject(Api);
  private readonly page = inject(DOCUMENT);
  private version = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private showId = '';
  private resting = false;

  readonly show = signal<ShowResponse | undefined>(undefined);
  readonly seats = signal<readonly MapSeat[]>([]);
  readonly problem = signal<Problem | undefined>(undefined);
  /** True while the seats shown may be behind because the last refresh failed. */
  readonly stale = signal(false);
  readonly freeSeats = computed(() => this.seats().filter((seat) => seat.status === 'AVAILABLE').length);
  readonly seatById = computed(() => new Map(this.seats().map((seat) => [seat.id, seat])));

  constructor() {
    const looked = (): void => {
      if (this.page.visibilityState === 'visible') void this.refresh();
    };
    this.page.addEventListener('visibilitychange', looked);
    inject(DestroyRef).onDestroy(() => {
      this.page.removeEventListener('visibilitychange', looked);
      this.showId = '';
      clearTimeout(this.timer);
    });
  }

  /** Loads a show and its seats; from then on the seats refresh themselves. Failures stand in `problem`. */
  async open(showId: string): Promise<void> {
    clearTimeout(this.timer);
    this.showId = showId;
    this.resting = false;
    this.show.set(undefined);
    this.problem.set(undefined);
    try {
      const [show, map] = await Promise.all([
        this.api.invoke(getShow, { showId }),
        this.api.invoke(getSeatMap, { showId }),
      ]);
      if (this.showId !== showId) return;
      this.version = map.version;
      this.seats.set(map.seats);
      this.show.set(show);
      this.schedule();
    } catch (error) {
      if (this.showId === showId) this.problem.set(readProblem(error));
    }
  }

  /** Reads the seats again now. A failure leaves the seats as they are and marks them stale. */
  async refresh(): Promise<void> {
    const showId = this.showId;
    if (!showId || !this.show() || this.resting) return;
    clearTimeout(this.timer);
    try {
      const map = await this.api.invoke(getSeatMap, { showId });
      if (this.showId !== showId || this.resting) return;
      this.stale.set(false);
      if (map.version !== this.version) this.seats.set(map.seats);
      this.version = map.version;
    } catch (error) {
      const problem = readProblem(error);
      this.stale.set(problem.code !== 'too-many-requests');
    }
    this.schedule();
  }

  /** Stops refreshing while a booking is under way: its own seats would look like somebody else's. */
  rest(): void {
    this.resting = true;
    clearTimeout(this.timer);
  }

  /** Refreshes now and from then on again. */
  async wake(): Promise<void> {
    this.resting = false;
    await this.refresh();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (!this.showId || this.resting) return;
    this.timer = setTimeout(() => {
      if (this.page.visibilityState === 'visible') void this.refresh();
      else this.schedule();
    }, REFRESH_MS);
  }
}
