import { brokenOutbox } from './events';
import { placeNumberOf } from '@modex/domain';
import { askedOf, Places, StoredBooking, StoredShow, StoreState } from '../model/store-state';
import { brokenTickets } from './tickets';
import { numbersIn, VERSIONS } from '../model/versions';

/** The rules that must hold in every state of the store. */
export function brokenRules(state: StoreState): readonly string[] {
  return [
    ...ownedByWhoMay(state),
    ...blockedIsNobodys(state),
    ...ownsAll(state),
    ...heldByHolds(state),
    ...oneHold(state),
    ...oneBookingPerKey(state),
    ...withinLimits(state),
    ...completeShows(state),
    ...keepsItsName(state),
    ...oneShowPerKey(state),
    ...brokenTickets(state),
    ...brokenOutbox(state),
  ];
}

/**
 * Rule 1. A booking that ended, or gave the seat back, may still stand on it for a moment, between that move and the
 * release, but only while the sweep is due to look at it.
 */
function ownedByWhoMay({ owners, bookings }: StoreState): readonly string[] {
  return Object.entries(owners).flatMap(([seatId, bookingId]) => {
    const booking = bookings[bookingId];
    if (booking === undefined) return [`rule 1: seat ${seatId} is booked by ${bookingId}, which does not exist`];
    if (!mayCarry(booking).includes(seatId))
      return [`rule 1: seat ${seatId} is booked by ${bookingId}, which did not ask`];
    const isItsOwn = ['HELD', 'CONFIRMED'].includes(booking.status) && booking.seats.includes(seatId);
    if (booking.status === 'PENDING' || isItsOwn || booking.sweepAt !== undefined) return [];
    return [`rule 1: seat ${seatId} is booked by ${bookingId}, which is ${booking.status}, has lost it and is settled`];
  });
}

/** The seats that may carry the booking's id: those that it asked for, also by a change, and those that it gave up. */
function mayCarry(booking: StoredBooking): readonly string[] {
  return [...askedOf(booking), ...(booking.change?.seats ?? []), ...(booking.leaving ?? [])];
}

/** Rule 1: a blocked seat has no booking. */
function blockedIsNobodys({ blocked = {}, owners }: StoreState): readonly string[] {
  return Object.keys(blocked)
    .filter((seatId) => owners[seatId] !== undefined)
    .map((seatId) => `rule 1: seat ${seatId} is blocked and belongs to ${owners[seatId]}`);
}

/** Rule 2; at no instant does a hold name a seat that is not its own either. */
function ownsAll({ owners, bookings }: StoreState): readonly string[] {
  return Object.values(bookings).flatMap(({ id, status, seats }) => {
    if (seats.length === 0) return [`rule 2: booking ${id} is ${status} and has no seat at all`];
    const lost = ['HELD', 'CONFIRMED'].includes(status) ? seats.filter((seatId) => owners[seatId] !== id) : [];
    return lost.map((seatId) => `rule 2: booking ${id} is ${status} without its seat ${seatId}`);
  });
}

/** Rule 6: what is HELD belongs to a hold, or what was one a moment ago; what a hold names is HELD, never BOOKED. */
function heldByHolds({ owners, held, bookings }: StoreState): readonly string[] {
  return Object.entries(owners).flatMap(([seatId, bookingId]) => {
    const { status, heldAt, seats = [] } = bookings[bookingId] ?? {};
    if (held[seatId] === undefined) {
      return status === 'HELD' && seats.includes(seatId) ? [`rule 6: seat ${seatId} is BOOKED for a hold`] : [];
    }
    return status === 'CONFIRMED' && heldAt === undefined
      ? [`rule 6: seat ${seatId} is HELD for a booking that never was a hold`]
      : [];
  });
}

/** A customer has one hold of a show. */
function oneHold({ bookings }: StoreState): readonly string[] {
  const holds = Object.values(bookings).filter(({ status }) => status === 'HELD');
  const customers = holds.map(({ userId, showId }) => `${userId} ${showId}`);
  return new Set(customers).size < customers.length ? ['rule 9: one customer has two holds of a show'] : [];
}

/** Rule 5, where it lives in the index. */
function oneBookingPerKey({ bookings }: StoreState): readonly string[] {
  const keys = Object.values(bookings).flatMap(({ userId, key }) => (key === undefined ? [] : [`${userId} ${key}`]));
  return new Set(keys).size < keys.length ? ['rule 5: two bookings have the same idempotency key'] : [];
}

/** Rule 9: no customer has more seats than the show allows him, whatever his bookings are; what staff booked apart. */
function withinLimits({ shows, bookings, owners }: StoreState): readonly string[] {
  const seatsOf = new Map<string, number>();
  for (const bookingId of Object.values(owners)) {
    const booking = bookings[bookingId];
    if (booking === undefined || booking.bookedBy !== undefined) continue;
    const customer = `${booking.showId} ${booking.userId}`;
    seatsOf.set(customer, (seatsOf.get(customer) ?? 0) + 1);
  }
  return [...seatsOf].flatMap(([customer, count]) => {
    const [showId = '', userId] = customer.split(' ');
    const limit = shows[showId]?.limitPerCustomer ?? Infinity;
    return count > limit ? [`rule 9: ${userId} has ${count} seats of ${showId}, which allows ${limit}`] : [];
  });
}

/** A show that people see has all its seats; of one that was given up and settled nothing is left. */
function completeShows({ shows, made }: StoreState): readonly string[] {
  return Object.values(shows).flatMap((show) => {
    const places = made[show.id] ?? [];
    if (show.planId !== undefined) return notItsPlan(show, places);
    if (isVisible(show)) {
      const whole = places.length === 1 && places[0]?.[0] === 0 && places[0][1] === show.totalSeats;
      return whole ? [] : [`all or nothing: show ${show.id} is ${show.status} without all its seats`];
    }
    if (show.status === 'CREATING' || show.sweepAt !== undefined || places.length === 0) return [];
    return [`all or nothing: seats of the discarded show ${show.id} are left`];
  });
}

/** A show has all the seats of the version that it is in, and others only while a switch is under way or being undone. */
function notItsPlan(
  { id, planVersion = 1, planSwitch, switchDue }: StoredShow,
  made: readonly Places[],
): readonly string[] {
  const isThere = (number: number): boolean => made.some(([from, to]) => from <= number && number < to);
  const missing = numbersIn(planVersion).filter((number) => !isThere(number));
  if (missing.length > 0) return [`rule 10: show ${id} is in version ${planVersion} without its places ${missing}`];
  const count = made.reduce((sum, [from, to]) => sum + to - from, 0);
  const isOver = planSwitch === undefined || planSwitch.state === 'DONE' || switchDue === undefined;
  return isOver && count > numbersIn(planVersion).length
    ? [`rule 10: seats of another version of show ${id} are left`]
    : [];
}

/** Rule 10: a seat that somebody has is called what it was called when he took it. */
function keepsItsName({ shows, bookings, owners, lockedIn = {} }: StoreState): readonly string[] {
  return Object.entries(owners).flatMap(([seatId, bookingId]) => {
    const { planVersion } = shows[bookings[bookingId]?.showId ?? ''] ?? {};
    const [was, is] = [lockedIn[seatId], planVersion].map((version) => VERSIONS[version ?? 0]?.[placeNumberOf(seatId)]);
    if (lockedIn[seatId] === undefined || (was !== undefined && was === is)) return [];
    return [`rule 10: seat ${seatId} was sold as ${was}, and is ${is ?? 'gone'}`];
  });
}

/** One key makes one show, where it lives in the index. */
function oneShowPerKey({ shows }: StoreState): readonly string[] {
  const keys = Object.values(shows).flatMap(({ request }) =>
    request === undefined ? [] : [`${request.userId} ${request.idempotencyKey}`],
  );
  return new Set(keys).size < keys.length ? ['all or nothing: two shows have the same idempotency key'] : [];
}

function isVisible({ status }: StoredShow): boolean {
  return status !== 'CREATING' && status !== 'DISCARDED';
}
