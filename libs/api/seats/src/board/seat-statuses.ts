/** Seats of a show as they were read. Of two entries of one seat the later counts. */
export interface StatusReading {
  /** Which seat, by the number of its place in the plan. */
  readonly places: readonly number[];
  /** The statuses as codes, in the order of `places`. */
  readonly codes: readonly number[];
  /** The database's clock when the read began; undefined if nothing was found, since then there is no time either. */
  readonly readAt: Date | undefined;
}

/** The statuses of a show's seats as they are stored, in one command each. */
export abstract class SeatStatuses {
  /** All seats that are not free. */
  abstract findTaken(showId: string): Promise<StatusReading>;
  /** The seats that changed at this moment of the database's clock or later; undefined: all that ever changed. */
  abstract findChanged(showId: string, since: Date | undefined): Promise<StatusReading>;
}
