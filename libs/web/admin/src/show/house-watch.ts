import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, getSeatMap, Problem, readProblem, SeatMapResponse } from '@modex/web-api-client';
import { countSeats, repeatWhileVisible, rowsOf } from '@modex/web-ui';

/** How far the drawing may be behind, in milliseconds; the map of a large house is megabytes and is read less often. */
export const REFRESH_MS = 4000;
export const LARGE_REFRESH_MS = 30_000;
const LARGE = 5000;

/** The seats of a show as they are now; asks again every few seconds while the page is visible. */
@Injectable()
export class HouseWatch {
  private readonly api = inject(Api);
  private readonly map = signal<SeatMapResponse | undefined>(undefined);
  private showId = '';
  private readonly repeat = repeatWhileVisible(
    () => this.read(),
    () => this.pause(),
  );

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

  /** Watches this show from now on. */
  async watch(showId: string): Promise<void> {
    this.stop();
    this.showId = showId;
    this.map.set(undefined);
    await this.look();
  }

  stop(): void {
    this.showId = '';
    this.repeat.stop();
  }

  /** Reads the seats now. A failure leaves the last ones in view and stands in `problem`. */
  async look(): Promise<void> {
    if (this.showId) await this.repeat.now();
  }

  private async read(): Promise<void> {
    const showId = this.showId;
    try {
      const map = await this.api.invoke(getSeatMap, { showId });
      if (this.showId !== showId) return;
      if (map.version !== this.map()?.version) this.map.set(map);
      this.problem.set(undefined);
    } catch (error) {
      if (this.showId === showId) this.problem.set(readProblem(error));
    }
  }

  private pause(): number {
    return (this.map()?.seats.length ?? 0) > LARGE ? LARGE_REFRESH_MS : REFRESH_MS;
  }
}
