import { Booking, seatsToGiveBack } from './booking';

/** What can happen to a booking that others may have to act on. */
export const BOOKING_EVENT_KINDS = ['confirmed', 'seats-returned', 'cancelled'] as const;
export type BookingEventKind = (typeof BOOKING_EVENT_KINDS)[number];

/** An event before the write that makes it true. */
export interface BookingDeed {
  readonly kind: BookingEventKind;
  /** The seats that it is about, in lock order. */
  readonly seats: readonly string[];
  /** The seats that the booking has afterwards. */
  readonly left: readonly string[];
  /** The user who did; absent when the system did. */
  readonly by?: string | undefined;
  /** The reason, in the words of the person who did it. */
  readonly reason?: string | undefined;
}

/** A stored event, and the readers that have not acted on it yet. */
export interface BookingEvent extends BookingDeed {
  /** 1, 2, 3 … within its booking: each reader gets them in this order. Booking id and number identify the event. */
  readonly number: number;
  readonly at: Date;
  /** Names of the readers that wait for it. */
  readonly readers: readonly string[];
}

/** The event of a booking that confirms: done by its customer, or by staff who booked for the customer. */
export function confirmation({ seats, userId, bookedBy }: Booking): BookingDeed {
  return { kind: 'confirmed', seats, left: seats, by: bookedBy ?? userId };
}

/** The event of giving seats back; all that the booking has when none is named. */
export function cancellation(
  booking: Booking,
  { seatIds, by, reason }: { readonly seatIds?: readonly string[]; readonly by?: string; readonly reason?: string },
): BookingDeed {
  const seats = seatsToGiveBack(booking, seatIds);
  const left = booking.seats.filter((seatId) => !seats.includes(seatId));
  return { kind: left.length === 0 ? 'cancelled' : 'seats-returned', seats, left, by, reason };
}

/** The next event to hand over, and to which reader: each reader gets the events of a booking in order. */
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

/** The events after the reader has acted on that one; an event that no reader waits for any more is removed. */
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
