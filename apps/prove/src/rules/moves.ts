import { BOOKING_MOVES, mayMove, SEAT_MOVES, SHOW_MOVES } from '@modex/domain';
import { Command } from '../model/commands';
import { eventMoves } from './events';
import { HOLD_MAX_MS } from '../explore/services';
import { askedOf, canonical, returnedOf, seatStatus, StoredBooking, StoreState } from '../model/store-state';

/** The rules that one command may break, by what it changed. */
export function brokenMoves(before: StoreState, after: StoreState, command: Command): readonly string[] {
  if (before === after) return [];
  return [
    ...bookingMoves(before, after),
    ...eventMoves(before, after),
    ...showMoves(before, after),
    ...seatMoves(before, after, command),
  ];
}

function bookingMoves(before: StoreState, after: StoreState): readonly string[] {
  if (before.bookings === after.bookings) return [];
  return Object.values(before.bookings).flatMap((was) => {
    const is = after.bookings[was.id];
    if (is === undefined) return [`rule 5: booking ${was.id} vanished`];
    const moved = seatsMoved(was, is, after.now);
    if (moved !== undefined) return [`rule 5: booking ${was.id} ${moved}`];
    if (is.leaseUntil !== was.leaseUntil && !mayRenew(was, is, after.now)) {
      return [`rule 8: the lease of booking ${was.id} was renewed`];
    }
    if (is.status === was.status) return [];
    if (!mayMove(BOOKING_MOVES, was.status, is.status)) {
      return [`rule 5: booking ${was.id} went from ${was.status} to ${is.status}`];
    }
    return timely(is, after.now)
      ? []
      : [`rule 3: booking ${was.id} became ${is.status} on the wrong side of its lease`];
  });
}

/**
 * A booking never gains a seat, and loses one only while it is CONFIRMED, by giving it back: each with its moment, once.
 * @returns what is wrong with the change
 */
function seatsMoved(was: StoredBooking, is: StoredBooking, now: number): string | undefined {
  if (is.seats === was.seats && is.returned === was.returned) return undefined;
  if (was.status === 'HELD' && is.status === 'HELD') return otherThanItsChange(was, is, now);
  const [before, given] = [returnedOf(was), returnedOf(is)];
  if (String(askedOf(was)) !== String(askedOf(is))) return `was made for ${askedOf(was)}, and now for ${askedOf(is)}`;
  if (before.some((one, at) => canonical(one) !== canonical(given[at]))) return 'forgot what it gave back';
  if (given.slice(before.length).some(({ at }) => at !== now)) return 'gave a seat back at another time than now';
  const changed = given.length > before.length;
  return changed && (was.status !== 'CONFIRMED' || is.status !== 'CONFIRMED')
    ? `lost seats while ${is.status}`
    : undefined;
}

/** A hold becomes the very seats of the change that was under way, while it lasts. */
function otherThanItsChange(was: StoredBooking, is: StoredBooking, now: number): string | undefined {
  if (String(is.seats) !== String(was.change?.seats)) return `was to become ${was.change?.seats}, and is ${is.seats}`;
  return now < was.leaseUntil ? undefined : 'was changed after its end';
}

/** The lease of a hold begins anew when it is made, and later while it lasts; never shorter, never beyond its longest life. */
function mayRenew(was: StoredBooking, is: StoredBooking, now: number): boolean {
  const isHeld = is.status === 'HELD' && now < was.leaseUntil;
  const isMade = was.status === 'PENDING' || is.leaseUntil > was.leaseUntil;
  return isHeld && isMade && is.leaseUntil <= is.createdAt + HOLD_MAX_MS;
}

/** Held and confirmed while the lease lasts, expired once it is over: in every instant exactly one of them is possible. */
function timely({ status, leaseUntil }: StoredBooking, now: number): boolean {
  if (status === 'HELD' || status === 'CONFIRMED') return now < leaseUntil;
  return status !== 'EXPIRED' || now >= leaseUntil;
}

function showMoves(before: StoreState, after: StoreState): readonly string[] {
  return Object.values(before.shows).flatMap((was) => {
    const is = after.shows[was.id]?.status;
    if (is === was.status || (is !== undefined && mayMove(SHOW_MOVES, was.status, is))) return [];
    return [`all or nothing: show ${was.id} went from ${was.status} to ${is ?? 'nothing'}`];
  });
}

/** What staff do to seats; what is removed with its show is no longer there to be moved. */
const STAFF: readonly string[] = [
  ...['seats.block', 'seats.releaseBlocked', 'seats.removeAllOf'],
  ...['seats.setAside', 'seats.putBack', 'seats.putAllBack', 'seats.removeAside', 'seats.rename'],
];

/** Each seat goes as the table of moves says, and at the hands of whom it says. */
function seatMoves(before: StoreState, after: StoreState, { name, args }: Command): readonly string[] {
  if (before.owners === after.owners && before.held === after.held && before.blocked === after.blocked) return [];
  const booking = name.startsWith('seats.') && 'bookingId' in args ? args.bookingId : undefined;
  const seats = new Set([before, after].flatMap(({ owners, blocked = {} }) => [owners, blocked].flatMap(Object.keys)));
  return [...seats].flatMap((seatId) => {
    const [was, is] = [before.owners[seatId], after.owners[seatId]];
    const [from, to] = [seatStatus(before, seatId), seatStatus(after, seatId)];
    if (is === was && from === to) return [];
    const mover = SEAT_MOVES[from][to];
    if (mover === 'staff' && STAFF.includes(name)) return [];
    const may = (mover === 'any-booking' && booking === is) || (mover === 'its-booking' && booking === was);
    return may ? [] : [`rule 2: seat ${seatId} went from ${was ?? 'nobody'} to ${is ?? 'nobody'} by ${name}`];
  });
}
