import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, getSeatMap, reading, SeatMapResponse } from '@modex/web-api-client';
import { countSeats, rowsOf } from '@modex/web-ui';

/** How far the drawing may be behind, in milliseconds; the map of a large show is megabytes and is read less often. */
export const REFRESH_MS = 4000;
export const LARGE_REFRESH_MS = 30_000;
const LARGE = 5000;

/** The seats of a show as they are now; asks again every few seconds while the page is visible. */
@Injectable()
export class LiveSeats {
  private readonly api = inject(Api);

  /** The show that is watched. */
  readonly showId = signal<string | undefined>(undefined);
  /** The last seats stay in view where they cannot be read. */
  readonly reading = reading<string, SeatMapResponse>({
    params: this.showId,
    read: async (showId, before) => {
      const map = await this.api.invoke(getSeatMap, { showId });
      return before?.version === map.version ? before : map;
    },
    pause: (map) => (map && map.seats.length > LARGE ? LARGE_REFRESH_MS : REFRESH_MS),
  });
  readonly problem = computed(() => this.reading.problem() ?? this.reading.behind());
  /** Undefined until the first answer. */
  readonly rows = computed(() => {
    const map = this.reading.value();
    return map && rowsOf(map.seats);
  });
  readonly counts = computed(() => {
    const rows = this.rows();
    return rows && countSeats(rows);
  });
}
