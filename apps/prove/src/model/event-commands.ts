import { BookingRef } from '@modex/api-bookings/protocol';
import { BookingEventKind } from '@modex/domain';
import { Applied, named, write } from './booking-commands';
import { ReadEvent, StoredBooking, StoredEvent, StoreState } from './store-state';

export interface ClaimEvents extends BookingRef {
  readonly due: number;
  readonly leaseMs: number;
}

export interface MarkRead extends BookingRef {
  readonly claims: number;
  /** What is left of the events that were seen. */
  readonly left: readonly StoredEvent[];
  readonly lastSeen: number;
}

export interface ReaderActs {
  readonly reader: string;
  readonly bookingId: string;
  readonly number: number;
  readonly kind: BookingEventKind;
  readonly seats: readonly string[];
}

/** The database commands on what happened to bookings, and the one of a reader who acts on it. */
export const EVENT_COMMANDS = {
  'events.findUnread': (state: StoreState, { limit }: { limit: number }): Applied<readonly StoredBooking[]> => [
    state,
    Object.values(state.bookings)
      .filter(({ eventsDue }) => eventsDue !== undefined && eventsDue <= state.now)
      .sort((a, b) => (a.eventsDue ?? 0) - (b.eventsDue ?? 0) || (a.id < b.id ? -1 : 1))
      .slice(0, limit),
  ],
  'events.claim': (state: StoreState, { due, leaseMs, ...ref }: ClaimEvents): Applied<StoredBooking | null> => {
    const booking = named(state, ref);
    if (booking?.eventsDue !== due) return [state, null];
    const eventClaims = (booking.eventClaims ?? 0) + 1;
    return write(state, { ...booking, eventsDue: state.now + leaseMs, eventClaims });
  },
  /** Keeps what was added since the events were seen. */
  'events.markRead': (
    state: StoreState,
    { claims, left, lastSeen, ...ref }: MarkRead,
  ): Applied<StoredBooking | null> => {
    const booking = named(state, ref);
    if (booking?.eventClaims !== claims) return [state, null];
    const events = [...left, ...(booking.events ?? []).filter(({ number }) => number > lastSeen)];
    return write(state, events.length > 0 ? { ...booking, events } : withoutEvents(booking));
  },
  /** Acts only at the first call. */
  'reader.act': (state: StoreState, { reader, bookingId, ...event }: ReaderActs): Applied<null> => {
    const ofReader = state.read?.[reader] ?? {};
    const before = ofReader[bookingId] ?? [];
    const isKnown = before.some(({ number }) => number === event.number);
    const after: readonly ReadEvent[] = isKnown
      ? before.map((read) => (read.number === event.number ? { ...read, times: 2 } : read))
      : [...before, { ...event, times: 1 }];
    return [{ ...state, read: { ...state.read, [reader]: { ...ofReader, [bookingId]: after } } }, null];
  },
};

function withoutEvents(booking: StoredBooking): StoredBooking {
  return { ...booking, events: undefined, eventsDue: undefined };
}
