import { Booking, BookingEvent } from '@modex/domain';

/** A booking with what happened to it and somebody still waits for. */
export interface UnreadEvents {
  readonly booking: Booking;
  /** The first one first. */
  readonly events: readonly BookingEvent[];
  /** From when on they may be handed over, by the database's clock. */
  readonly due: Date;
  /** How often they were claimed: a claim is lost as soon as there is another. */
  readonly claims: number;
}

/** What happened to bookings, and who still waits for it. Each write is one compare-and-set. */
export abstract class BookingEventsRepository {
  /** Bookings whose events are due, the longest due first. */
  abstract findUnread(limit: number): Promise<readonly UnreadEvents[]>;
  /** Nobody else hands them over for so long. @returns them as they are now; undefined when somebody else was first */
  abstract claim(seen: UnreadEvents, leaseMs: number): Promise<UnreadEvents | undefined>;
  /**
   * The reader has acted on the event; one that nobody waits for any more is forgotten.
   * @returns what is unread now; undefined when nothing is, or when the claim was lost and nothing was written
   */
  abstract markRead(
    claimed: UnreadEvents,
    read: { readonly event: BookingEvent; readonly reader: string },
  ): Promise<UnreadEvents | undefined>;
}
