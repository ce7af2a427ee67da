import { Outcome } from '../explore/outcome';
import { ProcessSpec, Scenario, Wanted } from '../explore/scenario';
import { isBlocked, seatExists, StoredShow, StoreState } from '../model/store-state';
import { seatIdAt } from '@modex/domain';

/**
 * Whether a party was refused although there are seats for it. Ask at the moment of the answer, in which the store is as it
 * was when it was read last.
 */
export function falseRefusal(
  { name, wants }: ProcessSpec,
  outcome: Outcome | undefined,
  { initial, store }: Pick<Scenario, 'initial'> & { readonly store: StoreState },
): string | undefined {
  if (wants === undefined || outcome?.kind !== 'refused' || outcome.code !== 'not-enough-seats') return undefined;
  const free = freeGroup(store, wants);
  if (free !== undefined) return `rule 4: ${name} was refused ${wants.quantity} seats, and ${free} are free`;
  const own = Object.keys(initial.bookings).filter((id) => hasAsMany(store, id, wants));
  return own.length === 0
    ? undefined
    : `rule 4: ${name} was refused as many seats as ${own} holds for the same customer`;
}

/** A hold from before the request with as many seats as are asked for. */
function hasAsMany({ bookings, now }: StoreState, id: string, { userId, quantity }: Wanted): boolean {
  const hold = bookings[id];
  const isHeld = hold?.status === 'HELD' && hold.userId === userId && now < hold.leaseUntil;
  return isHeld && hold.seats.length === quantity;
}

/** Free seats for the party by trying all: in one row, or in two neighbouring rows with a column in common. */
function freeGroup(store: StoreState, { showId, quantity }: Wanted): readonly string[] | undefined {
  const show = store.shows[showId];
  if (show === undefined) return undefined;
  const sizes = Array.from({ length: quantity - 1 }, (_, at) => at + 1);
  const split = sizes.flatMap((size) =>
    freeRows(store, show, size).flatMap((front) =>
      freeRows(store, show, quantity - size)
        .filter((rear) => front.some((place) => rear.includes(place + show.seatsPerRow)))
        .map((rear) => [...front, ...rear]),
    ),
  );
  const places = [...freeRows(store, show, quantity), ...split][0];
  return places?.map((place) => seatIdAt(show.seatPrefix, place));
}

/** So many free places side by side, in every way that there is. */
function freeRows(store: StoreState, show: StoredShow, size: number): readonly (readonly number[])[] {
  const { id, totalSeats, seatsPerRow, seatPrefix } = show;
  const isFree = (place: number): boolean => {
    const seatId = seatIdAt(seatPrefix, place);
    return seatExists(store, id, seatId) && store.owners[seatId] === undefined && !isBlocked(store, seatId);
  };
  return Array.from({ length: totalSeats }, (_, first) => first)
    .filter((first) => (first % seatsPerRow) + size <= seatsPerRow)
    .map((first) => Array.from({ length: size }, (_, at) => first + at))
    .filter((places) => places.every(isFree));
}
