import { isOpenSwitch } from '@modex/domain';
import { Outcome } from '../explore/outcome';
import { Asked, Scenario } from '../explore/scenario';
import { StoreState } from '../model/store-state';
import { neverRead } from './events';

/**
 * Rule 4: when everybody was answered and nothing went wrong, of the bookings that collide at least one is confirmed.
 * Bookings collide when a chain of shared seats joins them; one that meets nobody is a collision of one, and wins.
 */
export function nobodyWon({ processes }: Scenario, outcomes: readonly (Outcome | undefined)[]): readonly string[] {
  const asking = processes.flatMap(({ asks, name }, at) => (asks === undefined ? [] : [{ asks, name, at }]));
  const groups: (typeof asking)[] = [];
  for (const buyer of asking) {
    const met = groups.filter((group) => group.some(({ asks }) => overlaps(asks, buyer.asks)));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push([...met.flat(), buyer]);
  }
  return groups
    .filter((group) => !group.some(({ at }) => WON.includes(outcomes[at]?.kind ?? '')))
    .map((group) => `rule 4: ${group.map(({ name }) => name).join(', ')} collided and nobody won`);
}

/** Outcomes of requests that got their seats. */
const WON: readonly string[] = ['booked', 'held'];

function overlaps(a: Asked, b: Asked): boolean {
  return a.seatIds.some((seatId) => b.seatIds.includes(seatId));
}

/**
 * Rule 3, at the lease and five seconds after everything stopped: no seat belongs to a booking that did not confirm, or
 * that gave it back.
 */
export function leftBehind({ owners, held, bookings }: StoreState): readonly string[] {
  const left = Object.entries(owners)
    .filter(([seatId, bookingId]) => {
      const booking = bookings[bookingId];
      return booking?.status !== 'CONFIRMED' || !booking.seats.includes(seatId);
    })
    .map(([seatId, bookingId]) => `rule 3: seat ${seatId} is still held by ${bookingId}, 5 s after its lease`);
  const notFollowed = Object.keys(held).filter((seatId) => bookings[owners[seatId] ?? '']?.status === 'CONFIRMED');
  return [
    ...left,
    ...notFollowed.map((seatId) => `rule 6: seat ${seatId} is still HELD, 5 s after its booking confirmed`),
  ];
}

/**
 * Long after everything stopped: no creation is left open, nobody has a seat in a cancelled show, and no customer is
 * barred by a booking that came to nothing.
 */
export function unsettled(state: StoreState): readonly string[] {
  const open = Object.values(state.bookings).filter((booking) => booking.open === true);
  return [
    ...unsettledShows(state),
    ...open.map(({ id }) => `rule 4: booking ${id} bars its customer for ever`),
    ...leftAside(state),
    ...neverRead(state),
  ];
}

/** Nothing stays set aside when every switch is over. */
function leftAside({ blocked = {}, switched = {} }: StoreState): readonly string[] {
  const aside = Object.keys(blocked).filter((seatId) => blocked[seatId] === switched[seatId]);
  return aside.map((seatId) => `rule 10: seat ${seatId} is set aside for ever`);
}

function unsettledShows({ shows, bookings, made }: StoreState): readonly string[] {
  return Object.values(shows).flatMap(({ id, status, planSwitch }) => {
    if (planSwitch !== undefined && isOpenSwitch(planSwitch))
      return [`rule 10: the switch of show ${id} is never over`];
    if (status === 'CREATING') return [`all or nothing: show ${id} is being created for ever`];
    if (status === 'DISCARDED' && made[id] !== undefined) return [`all or nothing: show ${id} left seats behind`];
    if (status !== 'CANCELLED') return [];
    const kept = Object.values(bookings).filter((booking) => booking.showId === id && booking.status === 'CONFIRMED');
    return kept.map((booking) => `all or nothing: booking ${booking.id} outlives its cancelled show`);
  });
}
