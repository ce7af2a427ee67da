import { placeNumberOf } from '@modex/domain';
import { Applied } from './booking-commands';
import { isBlocked, Places, seatExists, SeatsAsTheyStand, StoreState, without } from './store-state';

export interface LockSeat {
  readonly showId: string;
  readonly seatId: string;
  readonly bookingId: string;
  readonly leaseUntil: number;
  readonly planVersion: number;
  /** The version of the hold; absent: the seat is sold at once. */
  readonly version?: number | undefined;
}

export interface FollowSeats {
  readonly showId: string;
  readonly seatIds: readonly string[];
  readonly bookingId: string;
}

export interface ReleaseSeats extends FollowSeats {
  /** Only what a hold locked under this version or an earlier one. */
  readonly upTo?: number | undefined;
}

/** The places of a show that are not free, and those of them that are HELD, or BLOCKED, in order. */
export interface TakenPlaces {
  readonly taken: readonly number[];
  readonly held: readonly number[];
  readonly blocked: readonly number[];
}

/** The database commands on seats. */
export const SEAT_COMMANDS = {
  'seats.lock': (
    state: StoreState,
    { showId, seatId, bookingId, leaseUntil, planVersion, version }: LockSeat,
  ): Applied<'locked' | 'unavailable' | 'lease-over'> => {
    if (!seatExists(state, showId, seatId) || isBlocked(state, seatId)) return [state, 'unavailable'];
    const own = state.held[seatId];
    const mayLock = state.owners[seatId] === bookingId ? isOwnAgain(own, version) : state.owners[seatId] === undefined;
    if (!mayLock) return [state, 'unavailable'];
    if (state.owners[seatId] === bookingId && own === version) return [state, 'locked'];
    if (state.owners[seatId] === undefined && isLater(state, seatId, planVersion)) return [state, 'unavailable'];
    if (state.now >= leaseUntil) return [state, 'lease-over'];
    const owners = { ...state.owners, [seatId]: bookingId };
    const held = version === undefined ? {} : { held: { ...state.held, [seatId]: version } };
    const isDrawn = state.shows[showId]?.planId !== undefined;
    const named = isDrawn ? { lockedIn: { ...state.lockedIn, [seatId]: planVersion } } : {};
    return [{ ...state, owners, ...held, ...named }, 'locked'];
  },
  /** @returns how many it freed */
  'seats.release': (state: StoreState, { showId, seatIds, bookingId, upTo }: ReleaseSeats): Applied<number> => {
    const own = seatIds
      .filter((id) => seatExists(state, showId, id) && state.owners[id] === bookingId)
      .filter((id) => upTo === undefined || (state.held[id] ?? Infinity) <= upTo);
    return [{ ...state, owners: own.reduce(without, state.owners), held: own.reduce(without, state.held) }, own.length];
  },
  /** HELD → BOOKED, those that carry the booking's id. */
  'seats.follow': (state: StoreState, { showId, seatIds, bookingId }: FollowSeats): Applied<null> => {
    const own = seatIds.filter((id) => seatExists(state, showId, id) && state.owners[id] === bookingId);
    return [{ ...state, held: own.reduce(without, state.held) }, null];
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
    const [owners, held] = [gone.reduce(without, state.owners), gone.reduce(without, state.held)];
    const { blocked, ...rest } = state;
    const left = Object.fromEntries(Object.entries(blocked ?? {}).filter(([id]) => !seatExists(state, showId, id)));
    return [
      { ...rest, made: without(state.made, showId), owners, held, ...(blocked !== undefined && { blocked: left }) },
      null,
    ];
  },
  'seats.findTaken': (state: StoreState, { showId }: { showId: string }): Applied<TakenPlaces> => {
    const taken = Object.keys(state.owners).filter((seatId) => seatExists(state, showId, seatId));
    const blocked = Object.keys(state.blocked ?? {}).filter((seatId) => seatExists(state, showId, seatId));
    const placesOf = (seatIds: readonly string[]): readonly number[] =>
      seatIds.map(placeNumberOf).sort((a, b) => a - b);
    const held = taken.filter((id) => state.held[id] !== undefined);
    const [all, some] = [placesOf([...taken, ...blocked]), placesOf(held)];
    return [state, { taken: all, held: some, blocked: placesOf(blocked) }];
  },
  /** @returns the places that exist and who owns them, by seat id */
  'seats.findByShow': (
    state: StoreState,
    { showId }: { showId: string },
  ): Applied<{ readonly places: readonly Places[] } & SeatsAsTheyStand> => [
    state,
    { places: state.made[showId] ?? [], owners: state.owners, held: state.held, blocked: state.blocked },
  ],
};

/** Whether the seat is what it is since a later version of the plan than this one. */
export function isLater({ since = {} }: StoreState, seatId: string, planVersion: number): boolean {
  return (since[seatId] ?? 0) > planVersion;
}

/** Whether the same lock may succeed again: it was sent twice, or an earlier change of the hold left the seat locked. */
function isOwnAgain(held: number | undefined, version: number | undefined): boolean {
  return version === undefined ? held === undefined : held !== undefined && held <= version;
}

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
