import { SeatStatus } from '@modex/domain';

/** Seats of a show that have a new status. */
export interface SeatChange {
  readonly showId: string;
  readonly seatIds: readonly string[];
  readonly status: SeatStatus;
  /** Whose seats they are now, or were until now. */
  readonly bookingId: string;
}

/**
 * Who is told of changes as soon as they are known: by the repository right after each write of this process, and by
 * whatever hears of the writes of others. Nobody relies on it: what is not told is found in the database.
 */
export abstract class SeatChanges {
  abstract tell(change: SeatChange): void;
  /** Some seats of a show changed, and nobody knows which: what is in memory is old. */
  abstract doubt(showId: string): void;
}
