import { StoredShow, StoreState } from '../model/store-state';

/** The rules that must hold in every state of the store. */
export function brokenRules(state: StoreState): readonly string[] {
  return [...ownedByWhoMay(state), ...confirmedOwnsAll(state), ...oneBookingPerKey(state), ...completeShows(state)];
}

/**
 * Rule 1. A booking that ended may still stand on a seat for a moment, between its last move and the release, but
 * only while the sweep is due to look at it.
 */
function ownedByWhoMay({ owners, bookings }: StoreState): readonly string[] {
  return Object.entries(owners).flatMap(([seatId, bookingId]) => {
    const booking = bookings[bookingId];
    if (booking === undefined) return [`rule 1: seat ${seatId} is booked by ${bookingId}, which does not exist`];
    if (!booking.seats.includes(seatId)) return [`rule 1: seat ${seatId} is booked by ${bookingId}, which did not ask`];
    if (booking.status === 'PENDING' || booking.status === 'CONFIRMED' || booking.sweepAt !== undefined) return [];
    return [`rule 1: seat ${seatId} is booked by ${bookingId}, which is ${booking.status} and settled`];
  });
}

/** Rule 2. */
function confirmedOwnsAll({ owners, bookings }: StoreState): readonly string[] {
  return Object.values(bookings).flatMap(({ id, status, seats }) => {
    const lost = status === 'CONFIRMED' ? seats.filter((seatId) => owners[seatId] !== id) : [];
    return lost.map((seatId) => `rule 2: booking ${id} is CONFIRMED without its seat ${seatId}`);
  });
}

/** Rule 5, where it lives in the index. */
function oneBookingPerKey({ bookings }: StoreState): readonly string[] {
  const keys = Object.values(bookings).flatMap(({ userId, key }) => (key === undefined ? [] : [`${userId} ${key}`]));
  return new Set(keys).size < keys.length ? ['rule 5: two bookings have the same idempotency key'] : [];
}

/** A show that people see has all its seats; of one that was given up and settled nothing is left. */
function completeShows({ shows, made }: StoreState): readonly string[] {
  return Object.values(shows).flatMap((show) => {
    const places = made[show.id] ?? [];
    if (isVisible(show)) {
      const whole = places.length === 1 && places[0]?.[0] === 0 && places[0][1] === show.totalSeats;
      return whole ? [] : [`all or nothing: show ${show.id} is ${show.status} without all its seats`];
    }
    if (show.status === 'CREATING' || show.sweepAt !== undefined || places.length === 0) return [];
    return [`all or nothing: seats of the discarded show ${show.id} are left`];
  });
}

function isVisible({ status }: StoredShow): boolean {
  return status !== 'CREATING' && status !== 'DISCARDED';
}
