import { mayMove, SHOW_MOVES, ShowStatus } from '@modex/domain';
import { Applied } from './booking-commands';
import { StoredShow, StoreState } from './store-state';

/** A show as it is read, with what the database's clock says of it. */
export type ReadShow = StoredShow & { readonly bookable: boolean };

export type InsertShow = Omit<StoredShow, 'status' | 'createdAt' | 'sweepAt' | 'endedAt'> & {
  readonly leaseMs: number;
};

/** The database commands on shows. */
export const SHOW_COMMANDS = {
  'shows.insert': (state: StoreState, { leaseMs, ...show }: InsertShow): Applied<ReadShow> => {
    const created: StoredShow = { ...show, status: 'CREATING', createdAt: state.now, sweepAt: state.now + leaseMs };
    return [write(state, created), { ...created, bookable: false }];
  },
  'shows.extend': (state: StoreState, { id, leaseMs }: { id: string; leaseMs: number }) =>
    change(state, id, (show) => creating(show) && isLive(state, show) && { sweepAt: state.now + leaseMs }),
  'shows.complete': (state: StoreState, { id, status }: { id: string; status: ShowStatus }) =>
    change(state, id, (show) => creating(show) && isLive(state, show) && { status, sweepAt: undefined }),
  'shows.discard': (state: StoreState, { id }: { id: string }) =>
    change(state, id, (show) => creating(show) && discarded(state)),
  'shows.discardExpired': (state: StoreState, { id }: { id: string }) =>
    change(state, id, (show) => creating(show) && !isLive(state, show) && { status: 'DISCARDED', endedAt: state.now }),
  'shows.move': (state: StoreState, { id, to }: { id: string; to: 'ON_SALE' | 'CANCELLED' }) =>
    change(state, id, (show) => {
      const due = to === 'CANCELLED' ? { sweepAt: state.now, endedAt: state.now } : {};
      return !creating(show) && mayMove(SHOW_MOVES, show.status, to) && { status: to, ...due };
    }),
  'shows.findById': (state: StoreState, { id }: { id: string }): Applied<ReadShow | null> => {
    const show = state.shows[id];
    return [state, show === undefined ? null : read(state, show)];
  },
  'shows.findDue': (state: StoreState, { limit }: { limit: number }): Applied<readonly ReadShow[]> => [
    state,
    Object.values(state.shows)
      .filter(({ sweepAt }) => sweepAt !== undefined && sweepAt <= state.now)
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
  return { status: 'DISCARDED', sweepAt: now, endedAt: now };
}

function read({ now }: StoreState, show: StoredShow): ReadShow {
  return { ...show, bookable: show.status === 'ON_SALE' && show.startTime > now };
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
