import { BlockEvent, BlockReason, Seat, SeatCounts, SeatedShow, SeatStatus } from '@modex/domain';

/** A seat that a booking wants, under the lease of the booking. */
export interface SeatLock {
  readonly showId: string;
  readonly seatId: string;
  readonly bookingId: string;
  /** After this moment of the database's clock the seat cannot be locked. */
  readonly leaseUntil: Date;
  /** The version of the plan by which the booking names and prices the seat: one that is what it is since a later one is not free. */
  readonly planVersion: number;
  /** The version of the hold that keeps it; absent: it is sold at once. */
  readonly version?: number | undefined;
}

/**
 * `locked`: the seat is this booking's, also by an earlier lock. `unavailable`: it is not free. `lease-over`: the booking
 * is too late.
 */
export type LockOutcome = 'locked' | 'unavailable' | 'lease-over';

/** Seats of a booking. */
export interface SeatsOfBooking {
  readonly showId: string;
  readonly seatIds: readonly string[];
  readonly bookingId: string;
}

/** Seats that a booking gives back. */
export interface SeatRelease extends SeatsOfBooking {
  /** Only what a hold locked under this version or an earlier one; absent: whatever carries the booking's id. */
  readonly upTo?: number | undefined;
}

/** Seats that staff keep from sale. */
export interface SeatBlock {
  readonly showId: string;
  readonly seatIds: readonly string[];
  /** The version of the plan that they know: what is what it is since a later one stays as it is. */
  readonly planVersion: number;
  /** The user who does. */
  readonly by: string;
  readonly reason: BlockReason;
  readonly words?: string | undefined;
}

/** Blocked seats that go back to the sale. */
export interface BlockRelease extends Omit<SeatBlock, 'reason' | 'words'> {
  /** Only those that stand under this block; absent: whatever is blocked. */
  readonly blockId?: string | undefined;
}

/** What a block, or a release of blocked seats, did. */
export interface BlockAct {
  readonly id: string;
  /** The seats that it changed, in the order of the plan. */
  readonly changed: readonly string[];
  /** When; undefined where it changed nothing. */
  readonly at: Date | undefined;
}

/** A block, and the seats that are not blocked after it: they were held or sold. */
export interface BlockOutcome extends BlockAct {
  readonly missed: readonly string[];
}

/** The booking that has a seat. */
export interface SeatOwner {
  readonly seatId: string;
  readonly status: SeatStatus;
  readonly bookingId: string | undefined;
  /** The block that it stands under. */
  readonly blockId?: string | undefined;
}

/** How many seats of a show have each status but the first. */
export type TakenSeats = Omit<SeatCounts, 'AVAILABLE'>;

/** The seats. Every filter carries the show, which is the shard key. */
export abstract class SeatRepository {
  /** Locks a free seat for a booking in one conditional write; its result is the answer. It becomes BOOKED, or HELD for a hold. */
  abstract lock(seat: SeatLock): Promise<LockOutcome>;
  /** Frees those of the seats that carry this booking's id, and no other. @returns how many it freed */
  abstract release(release: SeatRelease): Promise<number>;
  /** HELD → BOOKED, those that carry this booking's id: it has confirmed. */
  abstract follow(seats: SeatsOfBooking): Promise<void>;

  /**
   * AVAILABLE → BLOCKED, each seat by one conditional write that also notes who, when and why. A seat that is blocked already
   * stays under its block.
   */
  abstract block(block: SeatBlock): Promise<BlockOutcome>;
  /** BLOCKED → AVAILABLE, each by one conditional write that notes who and when; every other seat stays as it is. */
  abstract releaseBlocked(release: BlockRelease): Promise<BlockAct>;
  /** What staff did to the seats of a show, or to one of them: of each seat oldest first. */
  abstract findBlockEvents(showId: string, seatId?: string): Promise<readonly BlockEvent[]>;

  /**
   * Makes the seats at the places `from` (inclusive) to `to` (exclusive) of a show's plan, in the order of their numbers, from
   * 0; twice is the same as once.
   * @returns false when they are not all there: the show was given up meanwhile
   */
  abstract create(show: SeatedShow, from: number, to: number): Promise<boolean>;
  /** Removes all seats of a show that was given up. */
  abstract removeAllOf(showId: string): Promise<void>;

  /** All seats of a show in the order of its plan. */
  abstract findByShow(show: SeatedShow): Promise<readonly Seat[]>;
  /** All seats of a show with their owners, read in small steps. */
  abstract eachOwner(showId: string): AsyncIterable<SeatOwner>;
  /** The owners of these seats as of now. */
  abstract findOwners(showId: string, seatIds: readonly string[]): Promise<readonly SeatOwner[]>;
  /** Counts the seats of each show that are not available; the others follow from the total. @returns the counts by show id */
  abstract countTaken(showIds: readonly string[]): Promise<ReadonlyMap<string, TakenSeats>>;
}
