import { Seat, SeatCounts, SeatPlace, SeatStatus, Show } from '@modex/domain';

/** A seat that a booking wants, under the lease of the booking. */
export interface SeatClaim {
  readonly showId: string;
  readonly seatId: string;
  readonly bookingId: string;
  /** After this moment of the database's clock the claim is void. */
  readonly leaseUntil: Date;
}

/** `taken`: the seat is this booking's, also when an earlier take of it was. `not-free`: somebody else has it. `lease-over`: the booking is too late. */
export type ClaimOutcome = 'taken' | 'not-free' | 'lease-over';

/** Seats that a booking gives back. */
export interface SeatRelease {
  readonly showId: string;
  readonly seatIds: readonly string[];
  readonly bookingId: string;
}

/** Which booking stands on a seat. */
export interface SeatOwner {
  readonly seatId: string;
  readonly status: SeatStatus;
  readonly bookingId: string | undefined;
}

/** The seats. Every filter carries the show, which is the shard key. */
export abstract class SeatRepository {
  /** Takes a free seat for a booking in one conditional write; its result is the answer. */
  abstract take(claim: SeatClaim): Promise<ClaimOutcome>;
  /** Frees those of the seats that carry this booking's id, and no other. @returns how many it freed */
  abstract release(release: SeatRelease): Promise<number>;

  /** Makes the seats at the places `from` (inclusive) to `to` (exclusive) of a show's layout. */
  abstract create(show: Show, from: number, to: number): Promise<void>;
  /** Removes all seats of a show that was given up. */
  abstract removeAllOf(showId: string): Promise<void>;

  /** All seats of a show in layout order. */
  abstract findByShow(showId: string): Promise<readonly Seat[]>;
  /** Row and number of seats. */
  abstract findPlaces(showId: string, seatIds: readonly string[]): Promise<readonly SeatPlace[]>;
  /** All seats of a show with their owners, read in small steps. */
  abstract eachOwner(showId: string): AsyncIterable<SeatOwner>;
  /** The owners of these seats as of now. */
  abstract findOwners(showId: string, seatIds: readonly string[]): Promise<readonly SeatOwner[]>;
  /** Counts the seats that are not available; the others follow from the total. */
  abstract countTaken(showId: string): Promise<Omit<SeatCounts, 'AVAILABLE'>>;
}
