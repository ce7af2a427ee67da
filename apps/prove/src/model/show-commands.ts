import { CreationRequest, ShowMove } from '@modex/api-shows/protocol';
import { mayMove, saleAt, Show, SHOW_MOVES, ShowStatus } from '@modex/domain';
import { Applied } from './booking-commands';
import { StoredShow, StoreState } from './store-state';

/** A show as it is read, with what the database's clock says of it. */
export type ReadShow = StoredShow & Pick<Show, 'started' | 'salePhase' | 'bookable' | 'returnable'>;

export type InsertShow = Omit<StoredShow, 'status' | 'createdAt' | 'sweepAt' | 'endedAt'> & {
  readonly leaseMs: number;
};

/** The database commands on shows. */
export const SHOW_COMMANDS = {
  /** Changes nothing of what is there. @returns null when the unique index of admin and key refuses it */
  'shows.insert': (state: StoreState, { leaseMs, ...show }: InsertShow): Applied<ReadShow | null> => {
    const stored = state.shows[show.id];
    if (stored !== undefined) return [state, read(state, stored)];
    if (madeBy(state, show.request) !== undefined) return [state, null];
    const created: StoredShow = { ...show, status: 'CREATING', createdAt: state.now, sweepAt: state.now + leaseMs };
    return [write(state, created), read(state, created)];
  },
  'shows.extend': (state: StoreState, { id, leaseMs }: { id: string; leaseMs: number }) =>
    change(state, id, (show) => creating(show) && isLive(state, show) && { sweepAt: state.now + leaseMs }),
  'shows.complete': (state: StoreState, { id, status }: { id: string; status: ShowStatus }) =>
    change(state, id, (show) => creating(show) && isLive(state, show) && { status, sweepAt: undefined }),
  'shows.discard': (state: StoreState, { id }: { id: string }) =>
    change(state, id, (show) => creating(show) && discarded(state)),
  'shows.discardExpired': (state: StoreState, { id }: { id: string }) =>
    change(
      state,
      id,
      (show) =>
        creating(show) && !isLive(state, show) && { status: 'DISCARDED', endedAt: state.now, request: undefined },
    ),
  'shows.move': (state: StoreState, { id, to, reason }: { id: string; to: ShowMove; reason?: string }) =>
    change(state, id, (show) => {
      const due = to === 'ON_SALE' ? {} : { sweepAt: state.now, endedAt: state.now };
      const why = reason === undefined ? {} : { cancelReason: reason };
      const tooLate = to === 'ON_SALE' && show.startTime <= state.now;
      return !creating(show) && !tooLate && mayMove(SHOW_MOVES, show.status, to) && { status: to, ...due, ...why };
    }),
  'shows.findById': (state: StoreState, { id }: { id: string }): Applied<ReadShow | null> => {
    const show = state.shows[id];
    return [state, show === undefined ? null : read(state, show)];
  },
  'shows.findByRequest': (state: StoreState, request: CreationRequest): Applied<ReadShow | null> => {
    const show = madeBy(state, request);
    return [state, show === undefined ? null : read(state, show)];
  },
  'shows.findDue': (
    state: StoreState,
    { statuses, limit }: { statuses: readonly ShowStatus[]; limit: number },
  ): Applied<readonly ReadShow[]> => [
    state,
    Object.values(state.shows)
      .filter(({ status, sweepAt }) => statuses.includes(status) && sweepAt !== undefined && sweepAt <= state.now)
      .sort((a, b) => (a.sweepAt ?? 0) - (b.sweepAt ?? 0) || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map((show) => read(state, show)),
  ],
  'shows.swept': (
    state: StoreState,
    { id, status, pauseMs, watchMs }: { id: string; status: ShowStatus; pauseMs: number; watchMs: number },
  ) =>
    change(state, id, (show) => {
      const clear = show.endedAt === undefined || state.now >= show.endedAt + watchMs;
      return show.status === status && { sweepAt: clear ? undefined : state.now + pauseMs };
    }),
};

function creating({ status }: StoredShow): boolean {
  return status === 'CREATING';
}

/** Whether the creator's lease lasts. */
function isLive({ now }: StoreState, { sweepAt }: StoredShow): boolean {
  return sweepAt !== undefined && sweepAt > now;
}

function discarded({ now }: StoreState): Partial<StoredShow> {
  return { status: 'DISCARDED', sweepAt: now, endedAt: now, request: undefined };
}

/** The show that has the key: the unique index. */
function madeBy({ shows }: StoreState, request: CreationRequest | undefined): StoredShow | undefined {
  if (request === undefined) return undefined;
  const { userId, idempotencyKey } = request;
  const isSame = (other?: CreationRequest) => other?.userId === userId && other.idempotencyKey === idempotencyKey;
  return Object.values(shows).find((show) => isSame(show.request));
}

function read({ now }: StoreState, show: StoredShow): ReadShow {
  const times = { startTime: new Date(show.startTime), saleOpensAt: null, saleClosesAt: null };
  return { ...show, ...saleAt({ ...times, status: show.status, giveBackHours: 0 }, new Date(now)) };
}

/** One compare-and-set. @returns whether it changed the show */
function change(
  state: StoreState,
  id: string,
  changes: (show: StoredShow) => Partial<StoredShow> | false,
): Applied<boolean> {
  const show = state.shows[id];
  const changed = show !== undefined && changes(show);
  return changed ? [write(state, { ...show, ...changed }), true] : [state, false];
}

function write(state: StoreState, show: StoredShow): StoreState {
  return { ...state, shows: { ...state.shows, [show.id]: show } };
}
