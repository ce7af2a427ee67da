import { SharedCache } from '@modex/api-core';
import { OVERLAP_MS } from './live-board';
import { SeatStatuses, StatusReading } from './seat-statuses';
import { readReading, writeReading } from './status-reading';

/** How long the reading of all seats of a show may be used, in milliseconds. */
const LIFE_MS = 5_000;

/**
 * Statuses as they are stored; of several processes that need all seats of a show, one reads them for the others. What has
 * changed since is read from the database each time, so that the answer is never older than without the cache.
 */
export class SharedSeatStatuses extends SeatStatuses {
  constructor(
    private readonly stored: SeatStatuses,
    private readonly cache: SharedCache,
  ) {
    super();
  }

  async findTaken(showId: string): Promise<StatusReading> {
    let read: StatusReading | undefined;
    const shared = await this.cache.use({ group: 'seats', name: showId, lifeMs: LIFE_MS }, async () => {
      read = await this.stored.findTaken(showId);
      return writeReading(read);
    });
    return read ?? this.withChanges(showId, readReading((shared as { bytes: Buffer }).bytes));
  }

  findChanged(showId: string, since: Date | undefined): Promise<StatusReading> {
    return this.stored.findChanged(showId, since);
  }

  private async withChanges(showId: string, kept: StatusReading & { readAt: Date }): Promise<StatusReading> {
    const changed = await this.stored.findChanged(showId, new Date(kept.readAt.getTime() - OVERLAP_MS));
    return {
      places: [...kept.places, ...changed.places],
      codes: [...kept.codes, ...changed.codes],
      readAt: changed.readAt ?? kept.readAt,
    };
  }
}
