import { Injectable, Logger } from '@nestjs/common';
import { Budget, Job, Jobs } from '@modex/api-core';
import { SeatRepository } from '@modex/api-seats';
import { Show, ShowStatus } from '@modex/domain';
import { ShowRepository } from './show.repository';

/** Shows looked at in one round. */
const BATCH = 20;
const UNFINISHED: readonly ShowStatus[] = ['CREATING', 'DISCARDED'];
/** A process that slept may send one more batch of seats. No process sleeps longer than an hour. */
const PAUSE = { pauseMs: 5_000, watchMs: 60 * 60 * 1_000 } as const;

/** Removes the seats of shows whose creation was given up, and of drafts that were deleted. */
@Injectable()
export class ShowCreationSweep implements Job {
  readonly name = 'sweep of creations';
  readonly pauseMs = 2_000;
  readonly budgetMs = 10_000;
  private readonly logger = new Logger(ShowCreationSweep.name);

  constructor(
    private readonly shows: ShowRepository,
    private readonly seats: SeatRepository,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  async run(budget: Budget): Promise<void> {
    for (const show of await this.shows.findDue(UNFINISHED, BATCH)) {
      if (budget.isSpent) return;
      await this.settle(show);
    }
  }

  private async settle(show: Show): Promise<void> {
    if (show.status === 'CREATING' && !(await this.shows.discardExpired(show.id))) return;
    await this.seats.removeAllOf(show.id);
    await this.shows.swept(show.id, 'DISCARDED', PAUSE);
    if (show.status === 'CREATING') this.logger.log(`show ${show.id} was left half created and is removed`);
  }
}
