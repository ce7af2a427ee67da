import { Outcome } from '../explore/outcome';
import { ProcessSpec } from '../explore/scenario';
import { returnedOf, StoredBooking, StoreState } from '../model/store-state';

/** Rule 11: one person is in with a ticket, with its valid issue, and nobody with a seat that was given back. */
export function brokenTickets({ bookings, shows }: StoreState): readonly string[] {
  return Object.values(bookings).flatMap((booking) => {
    const { id, showId, tickets } = booking;
    if (tickets === undefined) return [];
    const seats = tickets.entries.map(({ seatId }) => seatId);
    const outdated = tickets.entries.filter(({ seatId, issue }) => issue !== validIssue(booking, seatId));
    const isOff = shows[showId]?.status === 'CANCELLED';
    const gone = isOff ? [] : seats.filter((seatId) => !isTheirs(booking, seatId));
    return [
      ...(new Set(seats).size < seats.length ? [`rule 11: two are in with one ticket of booking ${id}`] : []),
      ...outdated.map(({ seatId }) => `rule 11: somebody is in with a ticket of ${seatId} that is void`),
      ...gone.map((seatId) => `rule 11: somebody is in with ${seatId}, which ${id} does not have`),
    ];
  });
}

/** What doors and customers were told of tickets, now and for good. */
export function brokenScans(
  processes: readonly ProcessSpec[],
  outcomes: readonly (Outcome | undefined)[],
  store: StoreState,
): readonly string[] {
  const undone = processes.flatMap(({ undoes = [] }) => undoes);
  return processes.flatMap(({ name, scans }, at) => {
    const outcome = outcomes[at];
    if (outcome?.kind === 'reissued') return replacedLess(name, outcome, store);
    if (scans === undefined || outcome === undefined || undone.includes(scans.scanId)) return [];
    const { entries = [] } = store.bookings[scans.bookingId]?.tickets ?? {};
    const isIn = entries.some(({ scanId }) => scanId === scans.scanId);
    if (outcome.kind === 'entered' && !isIn) return [`rule 11: ${name} let somebody in, and nobody is`];
    if (outcome.kind !== 'refused') return [];
    if (isIn) return [`rule 11: ${name} was refused, and its scan is in`];
    const others = entries.some(({ seatId }) => seatId === scans.seatId) || undone.length > 0;
    return outcome.code === 'ticket-used' && !others ? [`rule 11: ${name} was refused a ticket that nobody used`] : [];
  });
}

function replacedLess(
  name: string,
  { bookingId, seatId, issue }: Extract<Outcome, { kind: 'reissued' }>,
  { bookings }: StoreState,
): readonly string[] {
  const booking = bookings[bookingId];
  const isValid = booking !== undefined && validIssue(booking, seatId) < issue;
  return isValid ? [`rule 11: ${name} was told that the earlier ticket is void, and it is not`] : [];
}

function validIssue({ tickets }: StoredBooking, seatId: string): number {
  return tickets?.reissued.find((reissue) => reissue.seatId === seatId)?.issue ?? 1;
}

function isTheirs(booking: StoredBooking, seatId: string): boolean {
  const isGiven = returnedOf(booking).some((given) => given.seatId === seatId);
  return booking.status === 'CONFIRMED' && booking.seats.includes(seatId) && !isGiven;
}
