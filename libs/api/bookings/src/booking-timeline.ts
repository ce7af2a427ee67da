import { PageRequest } from '@modex/api-core';
import { isToCome, Show } from '@modex/domain';
import { BookingOutline } from './booking.repository';

/** The two lists of my bookings: what is to come, soonest first, and everything else, the latest show first. */
export const BOOKING_TIMES = ['upcoming', 'past'] as const;
export type BookingTime = (typeof BOOKING_TIMES)[number];

/** A booking by when its show starts. */
export interface TimedBooking {
  readonly id: string;
  readonly startTime: Date;
}

/** One of the two lists from the start of the page, one more than asked for. Failed attempts are in neither list. */
export function bookingsByTime(
  outlines: readonly BookingOutline[],
  shows: ReadonlyMap<string, Show>,
  { when, limit, after }: PageRequest & { readonly when: BookingTime },
): readonly TimedBooking[] {
  const order = when === 'upcoming' ? 1 : -1;
  const compare = (a: TimedBooking, b: TimedBooking) =>
    order * (a.startTime.getTime() - b.startTime.getTime() || byId(a, b));
  const start = after === undefined ? undefined : { id: after.id, startTime: after.time };
  return outlines
    .flatMap((outline) => {
      const show = shows.get(outline.showId);
      if (show === undefined) return [];
      const isStanding = outline.status === 'CONFIRMED' || outline.status === 'PENDING';
      if (isStanding && isToCome(show))
        return when === 'upcoming' ? [{ id: outline.id, startTime: show.startTime }] : [];
      return when === 'past' && outline.status !== 'PENDING' ? [{ id: outline.id, startTime: show.startTime }] : [];
    })
    .filter((booking) => start === undefined || compare(start, booking) < 0)
    .sort(compare)
    .slice(0, limit + 1);
}

function byId({ id: one }: TimedBooking, { id: other }: TimedBooking): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
