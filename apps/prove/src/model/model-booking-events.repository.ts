import { BookingEventsRepository, BookingEventReader, UnreadEvents } from '@modex/api-bookings/protocol';
import { afterReading, Booking, BookingEvent } from '@modex/domain';
import { Send } from './commands';
import { toBooking } from './model-booking.repository';
import { StoredBooking } from './store-state';

/** The port of events in front of the model store, command for command like the real one. */
export class ModelBookingEventsRepository implements BookingEventsRepository {
  constructor(private readonly send: Send) {}

  async findUnread(limit: number): Promise<readonly UnreadEvents[]> {
    return (await this.send('events.findUnread', { limit })).flatMap((stored) => toUnread(stored) ?? []);
  }

  async claim({ booking, due }: UnreadEvents, leaseMs: number): Promise<UnreadEvents | undefined> {
    const { id, userId } = booking;
    return found(await this.send('events.claim', { id, userId, due: due.getTime(), leaseMs }));
  }

  async markRead(
    { booking, events, claims }: UnreadEvents,
    { event, reader }: { readonly event: BookingEvent; readonly reader: string },
  ): Promise<UnreadEvents | undefined> {
    const left = afterReading(events, event, reader).map((one) => ({ ...one, at: one.at.getTime() }));
    const lastSeen = events.at(-1)?.number ?? 0;
    const { id, userId } = booking;
    return found(await this.send('events.markRead', { id, userId, claims, left, lastSeen }));
  }
}

/** A reader that keeps what it got. */
export class ModelReader implements BookingEventReader {
  constructor(
    private readonly send: Send,
    readonly name: string,
  ) {}

  wants(): boolean {
    return true;
  }

  async read({ number, kind, seats }: BookingEvent, { id: bookingId }: Booking): Promise<void> {
    await this.send('reader.act', { reader: this.name, bookingId, number, kind, seats });
  }
}

function found(stored: StoredBooking | null): UnreadEvents | undefined {
  return stored === null ? undefined : toUnread(stored);
}

function toUnread(stored: StoredBooking): UnreadEvents | undefined {
  const { events = [], eventsDue, eventClaims = 0 } = stored;
  if (eventsDue === undefined) return undefined;
  return {
    booking: toBooking(stored),
    events: events.map((event) => ({ ...event, at: new Date(event.at) })),
    due: new Date(eventsDue),
    claims: eventClaims,
  };
}
