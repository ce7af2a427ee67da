import { Booking, Entry, Reissue } from '@modex/domain';

/** What is written of the tickets of a booking: all of it, as it is to be. */
export interface TicketChange {
  /** An entry without a time gets that of the database. */
  readonly entries: readonly NewEntry[];
  readonly reissued: readonly Reissue[];
}

export type NewEntry = Omit<Entry, 'at'> & { readonly at?: Date };

/** Who is in with which ticket, and which tickets were issued anew. */
export abstract class TicketRepository {
  /**
   * Writes what became of the tickets, while the booking is CONFIRMED with exactly the seats that were seen, and nothing
   * was written of its tickets since.
   * @returns the booking as it is then; undefined if it was another meanwhile, and nothing was written
   */
  abstract write(seen: Booking, change: TicketChange): Promise<Booking | undefined>;
}
