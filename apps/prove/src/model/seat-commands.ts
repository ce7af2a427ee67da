import { Applied } from './booking-commands';
import { Places, seatExists, StoreState, without } from './store-state';

export interface LockSeat {
  readonly showId: string;
  readonly seatId: string;
  readonly bookingId: string;
  readonly leaseUntil: number;
}

export interface ReleaseSeats {
  readonly showId: string;
  readonly seatIds: readonly string[];
  readonly bookingId: string;
}

/** The database commands on seats. */
export const SEAT_COMMANDS = {
  'seats.lock': (
    state: StoreState,
    { showId, seatId, bookingId, leaseUntil }: LockSeat,
  ): Applied<'locked' | 'unavailable' | 'lease-over'> => {
    if (!seatExists(state, showId, seatId)) return [state, 'unavailable'];
    if (state.owners[seatId] === bookingId) return [state, 'locked'];
    if (state.owners[seatId] !== undefined) return [state, 'unavailable'];
    if (state.now >= leaseUntil) return [state, 'lease-over'];
    return [{ ...state, owners: { ...state.owners, [seatId]: bookingId } }, 'locked'];
  },
  /** @returns how many it freed */
  'seats.release': (state: StoreState, { showId, seatIds, bookingId }: ReleaseSeats): Applied<number> => {
    const own = seatIds.filter((id) => seatExists(state, showId, id) && state.owners[id] === bookingId);
    return [{ ...state, owners: own.reduce(without, state.owners) }, own.length];
  },
  /** @returns false when some of the places existed: the others are made all the same */
  'seats.create': (state: StoreState, { showId, from, to }: { showId: string; from: number; to: number }) => {
    const made = state.made[showId] ?? [];
    const doubled = made.some(([a, b]) => a < to && from < b);
    const places = joined([...made, [from, to]]);
    return [{ ...state, made: { ...state.made, [showId]: places } }, !doubled] satisfies Applied<boolean>;
  },
  /** @returns whether all of the places exist */
  'seats.countMade': (state: StoreState, { showId, from, to }: { showId: string; from: number; to: number }) => {
    const made = state.made[showId] ?? [];
    return [state, made.some(([a, b]) => a <= from && to <= b)] satisfies Applied<boolean>;
  },
  'seats.removeAllOf': (state: StoreState, { showId }: { showId: string }): Applied<null> => {
    const gone = Object.keys(state.owners).filter((seatId) => seatExists(state, showId, seatId));
    return [{ ...state, made: without(state.made, showId), owners: gone.reduce(without, state.owners) }, null];
  },
  /** @returns the places that exist and who owns them, by seat id */
  'seats.findByShow': (
    state: StoreState,
    { showId }: { showId: string },
  ): Applied<{ readonly places: readonly Places[]; readonly owners: Readonly<Record<string, string>> }> => [
    state,
    { places: state.made[showId] ?? [], owners: state.owners },
  ],
};

/** The ranges in order, neighbours and overlaps as one. */
function joined(ranges: readonly Places[]): readonly Places[] {
  const places: Places[] = [];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = places.at(-1);
    if (last !== undefined && from <= last[1]) places[places.length - 1] = [last[0], Math.max(last[1], to)];
    else places.push([from, to]);
  }
  return places;
}
