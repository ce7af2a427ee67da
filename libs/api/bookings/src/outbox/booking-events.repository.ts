import { Booking, BookingEvent } from '@modex/domain';

/** A booking with the events that readers still wait for. */
export interface UnreadEvents {
  readonly booking: Booking;
  /** The first one first. */
  readonly events: readonly BookingEvent[];
  /** From when on they may be handed over, by the database's clock. */
  readonly due: Date;
  /** How often they were claimed: a claim is lost as soon as another one is made. */
  readonly claims: number;
}

/** The events of bookings, and the readers that still wait for them. Each write is one compare-and-set. */
export abstract class BookingEventsRepository {
  /** Bookings whose events are due, the longest due first. */
  abstract findUnread(limit: number): Promise<readonly UnreadEvents[]>;
  /** Claims the events, so that nobody else hands them over for a while. @returns them now; undefined if another was first */
  abstract claim(seen: UnreadEvents, leaseMs: number): Promise<UnreadEvents | undefined>;
  /**
   * Notes that the reader has acted on the event; an event that no reader waits for any more is removed.
   * @returns what is still unread; undefined if nothing is, or if the claim was lost and nothing was written
   */
  abstract markRead(
    claimed: UnreadEvents,
    read: { readonly event: BookingEvent; readonly reader: string },
  ): Promise<UnreadEvents | undefined>;
}
