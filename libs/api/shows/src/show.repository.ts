import { PageRequest } from '@modex/api-core';
import { Layout, Show, ShowStatus } from '@modex/domain';

/** What an organiser says of a new show. */
export interface NewShow {
  readonly title: string;
  readonly startTime: Date;
  readonly venue: string | null;
  readonly description: string | null;
  readonly layout: Layout;
}

/** Which shows a visitor looks for; times are inclusive. */
export interface ShowSearch {
  /** Part of the title or the venue, in any case. */
  readonly text?: string;
  readonly from?: Date;
  readonly to?: Date;
}

/**
 * The shows. Every move is one compare-and-set; "now" is the database's clock.
 * A show that is being created has a lease, which its creator extends while it makes the seats.
 */
export abstract class ShowRepository {
  /** Stores the show as CREATING, with its lease. */
  abstract open(show: NewShow, leaseMs: number): Promise<Show>;
  /** @returns false when the lease is over: the show was given up and its seats are being removed */
  abstract extendCreation(showId: string, leaseMs: number): Promise<boolean>;
  /** Puts a fully seated show on sale or among the drafts. @returns undefined when the lease was over */
  abstract complete(showId: string, status: 'DRAFT' | 'ON_SALE'): Promise<Show | undefined>;
  /** Gives a creation up. @returns whether it was still CREATING */
  abstract discard(showId: string): Promise<boolean>;
  /** Gives a creation up whose lease is over. @returns whether this call did it */
  abstract discardExpired(showId: string): Promise<boolean>;
  /** Moves a show on; a cancelled one is also due for the sweep. @returns undefined when its status does not allow it */
  abstract move(showId: string, to: 'ON_SALE' | 'CANCELLED'): Promise<Show | undefined>;

  /** A show of any status, also one that is being created. */
  abstract findById(showId: string): Promise<Show | undefined>;
  abstract findByIds(showIds: readonly string[]): Promise<readonly Show[]>;
  /** Shows on sale that have not started, soonest first, one more than asked for. */
  abstract findBookable(search: ShowSearch, page: PageRequest): Promise<readonly Show[]>;
  /** All finished shows, latest created first, one more than asked for. */
  abstract findAll(page: PageRequest): Promise<readonly Show[]>;
  /** Ids of all shows of any status, oldest first. */
  abstract findAllIds(): Promise<readonly string[]>;

  /** Shows that the sweep must look at: creations past their lease, discarded and cancelled ones not yet cleared. */
  abstract findDue(limit: number): Promise<readonly Show[]>;
  /** Whether the sweep will look at the show once more. */
  abstract isWatched(showId: string): Promise<boolean>;
  /** The show is looked at again after `pauseMs`, or no more once `watchMs` have passed since it became due. */
  abstract swept(showId: string, status: ShowStatus, pause: SweepPause): Promise<void>;
}

/** How long the sweep keeps looking at what ended, in milliseconds. */
export interface SweepPause {
  readonly pauseMs: number;
  readonly watchMs: number;
}
