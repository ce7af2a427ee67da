import { Injectable } from '@nestjs/common';
import { isStorageFault, Job, Jobs, Viewer } from '@modex/api-core';
import { StatusBoards } from '@modex/api-seats';
import { DomainError } from '@modex/domain';
import { ShowService } from '../show.service';
import { SeatFeed, ShownSeats } from './seat-feed';

/** The shows with viewers; each is read again as soon as its board is too old. */
@Injectable()
export class SeatFeeds implements Job {
  readonly name = 'live seats';
  // Far more often than anything is read: a board that somebody else read meanwhile is old at another moment.
  readonly pauseMs = 250;
  readonly budgetMs = 2_000;
  private readonly feeds = new Map<string, SeatFeed>();

  constructor(
    private readonly shows: ShowService,
    private readonly boards: StatusBoards,
    jobs: Jobs,
  ) {
    jobs.add(this);
  }

  /** Lets a viewer watch a show. @param since the version of the statuses that the viewer has */
  join(viewer: Viewer, seats: ShownSeats, since: string | undefined): void {
    const { id } = seats.show;
    const feed = this.feeds.get(id) ?? new SeatFeed(() => this.feeds.delete(id));
    this.feeds.set(id, feed);
    feed.join(viewer, seats, since);
  }

  async run(): Promise<void> {
    await Promise.all([...this.feeds].map(([showId, feed]) => this.look(showId, feed)));
  }

  private async look(showId: string, feed: SeatFeed): Promise<void> {
    try {
      await this.refresh(showId, feed);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'unknown-show') return feed.end();
      // While the database is away, the last state stays.
      if (!isStorageFault(error)) throw error;
    }
  }

  private async refresh(showId: string, feed: SeatFeed): Promise<void> {
    const { recent } = feed;
    if (recent !== undefined && this.boards.recent(recent) !== undefined) return;
    const show = await this.shows.findPublic(showId);
    feed.show({ show, board: await this.boards.read(show) });
  }
}
