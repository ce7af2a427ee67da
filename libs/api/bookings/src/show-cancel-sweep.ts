import { Injectable, Logger } from '@nestjs/common';
import { Budget, Job, Jobs } from '@modex/api-core';
import { ShowRepository } from '@modex/api-shows';
import { Show } from '@modex/domain';
import { BookingCancelService } from './booking-cancel.service';

/** Shows looked at in one round. */
const BATCH = 20;
/**
 * A process that slept may store the intent of a booking that it began before the show was cancelled. No process sleeps
 * longer than an hour.
 */
const PAUSE = { pauseMs: 5_000, watchMs: 60 * 60 * 1_000 } as const;

/** Cancels bookings that were under way when their show was cancelled, since they may still confirm. */
@Injectable()
export class ShowCancelSweep implements Job {
  readonly name = 'sweep of cancelled shows';
  readonly pauseMs = 2_000;
  readonly budgetMs = 10_000;
  private readonly logger = new Logger(ShowCancelSweep.name);

  constructor(
    private readonly shows: ShowRepository,
    private readonly cancels: BookingCancelService,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  async run(budget: Budget): Promise<void> {
    for (const show of await this.shows.findDue(['CANCELLED'], BATCH)) {
      if (budget.isSpent) return;
      await this.cancelBookings(show);
    }
  }

  private async cancelBookings(show: Show): Promise<void> {
    const cancelled = await this.cancels.cancelAllOf(show.id, { reason: show.cancelReason ?? undefined });
    if (cancelled > 0) this.logger.log(`cancelled ${cancelled} bookings of show ${show.id}`);
    await this.shows.swept(show.id, 'CANCELLED', cancelled > 0 ? { ...PAUSE, pauseMs: 0 } : PAUSE);
  }
}
