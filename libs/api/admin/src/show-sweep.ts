import { Injectable, Logger } from '@nestjs/common';
import { BookingService } from '@modex/api-bookings';
import { Settings, Sweeper, SweepTask } from '@modex/api-core';
import { SeatRepository } from '@modex/api-seats';
import { ShowRepository } from '@modex/api-shows';
import { Show } from '@modex/domain';

/** Shows looked at in one round. */
const BATCH = 20;
const PAUSE_MS = 5_000;
/** A stalled creator may send one more batch of seats when it wakes; after an hour nobody sleeps any more. */
const DISCARDED_WATCH_MS = 60 * 60 * 1_000;

/** Removes the seats of shows whose creation was given up, and cancels the bookings of cancelled shows. */
@Injectable()
export class ShowSweep implements SweepTask {
  readonly name = 'shows';
  private readonly logger = new Logger(ShowSweep.name);

  constructor(
    private readonly shows: ShowRepository,
    private readonly seats: SeatRepository,
    private readonly bookings: BookingService,
    private readonly settings: Settings,
    sweeper: Sweeper,
  ) {
    sweeper.add(this);
  }

  async sweep(): Promise<void> {
    for (const show of await this.shows.findDue(BATCH)) await this.settle(show);
  }

  private async settle(show: Show): Promise<void> {
    if (show.status === 'CANCELLED') return this.cancelBookings(show);
    if (show.status === 'CREATING' && !(await this.shows.discardExpired(show.id))) return;
    await this.seats.removeAllOf(show.id);
    await this.shows.swept(show.id, 'DISCARDED', { pauseMs: PAUSE_MS, watchMs: DISCARDED_WATCH_MS });
    if (show.status === 'CREATING') this.logger.log(`show ${show.id} was left half created and is removed`);
  }

  /** A booking under way when the show was cancelled may still confirm; it does so within its lease. */
  private async cancelBookings(show: Show): Promise<void> {
    const cancelled = await this.bookings.cancelAllOf(show.id, undefined);
    if (cancelled > 0) this.logger.log(`cancelled ${cancelled} bookings of show ${show.id}`);
    const watchMs = (this.settings.leaseSeconds + 10) * 1_000;
    await this.shows.swept(show.id, 'CANCELLED', { pauseMs: cancelled > 0 ? 0 : PAUSE_MS, watchMs });
  }
}
