import { Injectable, Logger } from '@nestjs/common';
import { BookingService } from '@modex/api-bookings';
import { Sweeper, SweepTask } from '@modex/api-core';
import { SeatRepository } from '@modex/api-seats';
import { ShowRepository } from '@modex/api-shows';
import { Show } from '@modex/domain';

/** Shows looked at in one round. */
const BATCH = 20;
/**
 * A process that slept may send one more batch of seats, or store the intent of a booking that it began before the show
 * was cancelled. After an hour nobody sleeps any more.
 */
const PAUSE = { pauseMs: 5_000, watchMs: 60 * 60 * 1_000 } as const;

/** Removes the seats of shows whose creation was given up, and cancels the bookings of cancelled shows. */
@Injectable()
export class ShowSweep implements SweepTask {
  readonly name = 'shows';
  private readonly logger = new Logger(ShowSweep.name);

  constructor(
    private readonly shows: ShowRepository,
    private readonly seats: SeatRepository,
    private readonly bookings: BookingService,
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
    await this.shows.swept(show.id, 'DISCARDED', PAUSE);
    if (show.status === 'CREATING') this.logger.log(`show ${show.id} was left half created and is removed`);
  }

  /** A booking under way when the show was cancelled may still confirm. */
  private async cancelBookings(show: Show): Promise<void> {
    const cancelled = await this.bookings.cancelAllOf(show.id, undefined);
    if (cancelled > 0) this.logger.log(`cancelled ${cancelled} bookings of show ${show.id}`);
    await this.shows.swept(show.id, 'CANCELLED', cancelled > 0 ? { ...PAUSE, pauseMs: 0 } : PAUSE);
  }
}
