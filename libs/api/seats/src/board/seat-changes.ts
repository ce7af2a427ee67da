import { SeatStatus } from '@modex/domain';

/** Seats of a show that have a new status. */
export interface SeatChange {
  readonly showId: string;
  readonly seatIds: readonly string[];
  readonly status: SeatStatus;
  /** The booking that has the seats now, or had them until now; for blocked seats the block. */
  readonly bookingId: string;
}

/**
 * Receives notices of changes from the repository, right after each write of this process. Notices only save time: a change
 * without one is found in the database.
 */
export abstract class SeatChanges {
  abstract tell(change: SeatChange): void;
  /** Some seats of a show have changed, but it is not known which: memory is out of date. */
  abstract doubt(showId: string): void;
}
