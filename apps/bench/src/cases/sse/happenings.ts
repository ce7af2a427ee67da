import type { Asked } from '../../load/client';
import { seatsIn } from '../../load/seat-frames';
import type { Session } from '../../servers/modex-api';
import type { Show } from '../../servers/shows';
import { booking } from '../wishes';

/** Something that the viewers of a show are to hear of: it changes the seat of this place. */
export interface Happening {
  readonly asked: Asked;
  readonly place: number;
}

/** The next happenings of a show: each is about a seat of its own. */
export type Happenings = (count: number) => readonly Happening[];

/** Bookings of one seat, by customers in turn. */
export function bookingsIn({ id, seatIds }: Show, customers: readonly Session[]): Happenings {
  return inTurn(seatIds.length, (place) =>
    booking(customers[place % customers.length] as Session, id, [seatIds[place] as string]),
  );
}

/**
 * Events that the floor is told to send: what Modex sent of one seat, about another seat each.
 * @param seen events of Modex @throws when none is about one seat alone
 */
export function framesIn({ id, seatIds }: Show, seen: readonly string[]): Happenings {
  const known = seen.findLast((frame) => frame.startsWith('event: changes') && seatsIn(frame).length === 1);
  if (known === undefined) throw new Error('Modex sent no event of one seat alone: the machine is too busy');
  return inTurn(seatIds.length, (place) => ({
    method: 'POST',
    path: `/api/shows/${id}/seats/events`,
    body: { frame: known.replace(/\[\[\d+,/, `[[${place},`) },
  }));
}

function inTurn(seats: number, askedOf: (place: number) => Asked): Happenings {
  let next = 0;
  return (count) => {
    if (next + count > seats) throw new Error(`so many rounds need more than the ${seats} seats of the show`);
    return Array.from({ length: count }, () => ({ asked: askedOf(next), place: next++ }));
  };
}
