import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Api, getSeatMap, Problem, readProblem, SeatMapResponse } from '@modex/web-api-client';
import { countSeats, rowsOf } from '@modex/web-ui';

/** How far the drawing may be behind, in milliseconds; the map of a large house is megabytes and is read less often. */
export const REFRESH_MS = 4000;
export const LARGE_REFRESH_MS = 30_000;
const LARGE = 5000;

/** The seats of a show as they are now; asks again every few seconds while the page is visible. */
@Injectable()
export class HouseWatch {
  private readonly api = inject(Api);
  private readonly page = inject(DOCUMENT);
  private readonly map = signal<SeatMapResponse | undefined>(undefined);
  private showId = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly problem = signal<Problem | undefined>(undefined);
  /** Undefined until the first answer. */
  readonly rows = computed(() => {
    const map = this.map();
    return map && rowsOf(map.seats);
  });
  readonly counts = computed(() => {
    const rows = this.rows();
    return rows && countSeats(rows);
  });

  constructor() {
    const looked = (): void => {
      if (this.page.visibilityState === 'visible') void this.look();
    };
    this.page.addEventListener('visibilitychange', looked);
    inject(DestroyRef).onDestroy(() => {
      this.page.removeEventListener('visibilitychange', looked);
      this.stop();
    });
  }

  /** Watches this show from now on. */
  async watch(showId: string): Promise<void> {
    this.stop();
    this.showId = showId;
    this.map.set(undefined);
    await this.look();
  }

  stop(): void {
    this.showId = '';
    clearTimeout(this.timer);
  }

  /** Reads the seats now. A failure leaves the last ones in view and stands in `problem`. */
  async look(): Promise<void> {
    const showId = this.showId;
    clearTimeout(this.timer);
    if (!showId) return;
    try {
      const map = await this.api.invoke(getSeatMap, { showId });
      if (this.showId !== showId) return;
      if (map.version !== this.map()?.version) this.map.set(map);
      this.problem.set(undefined);
    } catch (error) {
      if (this.showId !== showId) return;
      this.problem.set(readProblem(error));
    }
    this.schedule();
  }

  private schedule(): void {
    const pause = (this.map()?.seats.length ?? 0) > LARGE ? LARGE_REFRESH_MS : REFRESH_MS;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.page.visibilityState === 'visible') void this.look();
    }, pause);
  }
}
