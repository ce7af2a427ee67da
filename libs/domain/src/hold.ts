/** A change of a hold that is under way: the hold gets exactly these seats, or keeps its old ones. */
export interface HoldChange {
  readonly id: string;
  /** The seats that the hold is to have, in lock order. */
  readonly seats: readonly string[];
  /** After this moment of the database's clock the change locks nothing more and is undone. */
  readonly until: Date;
}

/** The additional fields of a booking that is or was HELD. */
export interface Hold {
  /** When its customer had all its seats. */
  readonly heldAt: Date;
  /** When its hold was made, changed or extended last, by the database's clock. */
  readonly writtenAt: Date;
  /** 0, and one more with every change that begins. Each seat stores the version under which it was locked. */
  readonly version: number;
  /** The change under way. */
  readonly change?: HoldChange;
  /** Seats that may still carry the booking's id though it does not name them any more. */
  readonly leaving: readonly string[];
  /** How many seats it may have, where the show has a limit per customer. */
  readonly atMost?: number;
}
