import { Booking, seatsToGiveBack } from './booking';

/** What happens to a booking and somebody may have to act on. */
export const BOOKING_EVENT_KINDS = ['confirmed', 'seats-returned', 'cancelled'] as const;
export type BookingEventKind = (typeof BOOKING_EVENT_KINDS)[number];

/** What happened, as it is said before the write that makes it true. */
export interface BookingDeed {
  readonly kind: BookingEventKind;
  /** The seats that it is about, in lock order. */
  readonly seats: readonly string[];
  /** The seats that the booking has afterwards. */
  readonly left: readonly string[];
  /** The user who did; absent when the system did. */
  readonly by?: string | undefined;
  /** Why, in the words of whoever did. */
  readonly reason?: string | undefined;
}

/** What happened, by the write that made it true, and who has not acted on it yet. */
export interface BookingEvent extends BookingDeed {
  /** 1, 2, 3 … of its booking: the order in which each reader gets them. With the booking's id it names the event. */
  readonly number: number;
  readonly at: Date;
  /** Names of those who wait for it. */
  readonly readers: readonly string[];
}

/** The deed of a booking that confirms: its customer's, or that of staff who booked for the customer. */
export function confirmation({ seats, userId, bookedBy }: Booking): BookingDeed {
  return { kind: 'confirmed', seats, left: seats, by: bookedBy ?? userId };
}

/** The deed of giving back seats that the booking has; all of them when none is named. */
export function cancellation(
  booking: Booking,
  { seatIds, by, reason }: { readonly seatIds?: readonly string[]; readonly by?: string; readonly reason?: string },
): BookingDeed {
  const seats = seatsToGiveBack(booking, seatIds);
  const left = booking.seats.filter((seatId) => !seats.includes(seatId));
  return { kind: left.length === 0 ? 'cancelled' : 'seats-returned', seats, left, by, reason };
}

/** The next that somebody waits for, and who: each reader gets the events of a booking in their order. */
export function nextUnread(
  events: readonly BookingEvent[],
  isSkipped: (reader: string) => boolean,
): { readonly event: BookingEvent; readonly reader: string } | undefined {
  for (const event of events) {
    const reader = event.readers.find((name) => !isSkipped(name));
    if (reader !== undefined) return { event, reader };
  }
  return undefined;
}

/** The same events once the reader has acted on that one; what nobody waits for any more is forgotten. */
export function afterReading(
  events: readonly BookingEvent[],
  { number }: Pick<BookingEvent, 'number'>,
  reader: string,
): readonly BookingEvent[] {
  return events
    .map((event) =>
      event.number === number ? { ...event, readers: event.readers.filter((name) => name !== reader) } : event,
    )
    .filter(({ readers }) => readers.length > 0);
}
