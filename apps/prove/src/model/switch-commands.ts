import { isOpenSwitch, placeNumberOf, PlanSwitchState, seatIdAt, SeatStatus } from '@modex/domain';
import { Applied } from './booking-commands';
import { Places, seatExists, seatStatus, StoredShow, StoredSwitch, StoreState, without } from './store-state';
import { VERSIONS } from './versions';

/** In milliseconds, as in the repository. */
const GRACE_MS = 5_000;
const PAUSE_MS = 5_000;
const WATCH_MS = 3_600_000;

/** A switch as a command names it. */
export interface SwitchOf {
  readonly showId: string;
  readonly switchId: string;
}

/** One seat: the database changes those of a batch one after the other. */
export interface SwitchOne extends SwitchOf {
  readonly seatId: string;
}

/** Switches of a show. */
export interface SwitchesOf {
  readonly showId: string;
  readonly switchIds: readonly string[];
}

export interface BeginSwitch extends SwitchOf {
  readonly from: number;
  readonly to: number;
  readonly version: number;
  readonly leaseMs: number;
}

export interface CommitSwitch extends SwitchOf {
  readonly version: number;
  readonly totalSeats: number;
}

/** Who has a seat. */
export interface FoundOwner {
  readonly seatId: string;
  readonly status: SeatStatus;
  readonly bookingId: string | undefined;
  readonly blockId: string | undefined;
}

/** A switch with its show. */
export type ReadSwitch = StoredSwitch & { readonly showId: string; readonly dead: readonly string[] };

/** The database commands of a switch of a show's plan. */
export const SWITCH_COMMANDS = {
  'switches.begin': (state: StoreState, { showId, switchId: id, from, to, version, leaseMs }: BeginSwitch) =>
    change(state, showId, (show) => {
      const mayBegin = show.planSwitch === undefined || show.planSwitch.id === id || !isOpenSwitch(show.planSwitch);
      if (!mayBegin || !isEditable(state, show) || show.planVersion !== from || (show.version ?? 0) !== version)
        return false;
      if (show.deadSwitches?.includes(id) === true) return false;
      const begun: StoredSwitch = { id, from, to, state: 'PREPARING', until: state.now + leaseMs };
      return { planSwitch: begun, switchDue: state.now + leaseMs + GRACE_MS };
    }),
  'switches.extend': (state: StoreState, { leaseMs, ...of }: SwitchOf & { leaseMs: number }) =>
    changeIn(state, of, 'PREPARING', (_show, planSwitch) => {
      if (state.now >= planSwitch.until) return {};
      return { planSwitch: { ...planSwitch, until: state.now + leaseMs }, switchDue: state.now + leaseMs + GRACE_MS };
    }),
  'switches.commit': (state: StoreState, { version, totalSeats, ...of }: CommitSwitch) =>
    changeIn(state, of, 'PREPARING', (show, planSwitch) => {
      const mayCommit = state.now < planSwitch.until && isEditable(state, show) && (show.version ?? 0) === version;
      if (!mayCommit) return false;
      const finishing: StoredSwitch = { ...planSwitch, state: 'FINISHING' };
      const switched = { planVersion: planSwitch.to, version: version + 1, totalSeats };
      return { ...switched, planSwitch: finishing, switchDue: state.now + PAUSE_MS };
    }),
  'switches.giveUp': (state: StoreState, { ifExpired, ...of }: SwitchOf & { ifExpired: boolean }) =>
    changeIn(state, of, 'PREPARING', (show, planSwitch) => {
      if (ifExpired && (show.switchDue ?? Infinity) > state.now) return false;
      const dead = [...new Set([...(show.deadSwitches ?? []), planSwitch.id])];
      return { planSwitch: { ...planSwitch, state: 'UNDOING' }, deadSwitches: dead, switchDue: state.now + PAUSE_MS };
    }),
  'switches.end': (state: StoreState, { from, ...of }: SwitchOf & { from: PlanSwitchState }) =>
    changeIn(state, of, from, (show, planSwitch) => {
      const isDone = from === 'FINISHING';
      const ended: StoredSwitch = { ...planSwitch, state: isDone ? 'DONE' : 'UNDONE', endedAt: state.now };
      return { planSwitch: ended, switchDue: show.deadSwitches === undefined ? undefined : state.now + PAUSE_MS };
    }),
  'switches.find': (state: StoreState, { showId }: { showId: string }): Applied<ReadSwitch | null> => [
    state,
    read(state.shows[showId]),
  ],
  'switches.findDue': (state: StoreState, { limit }: { limit: number }): Applied<readonly ReadSwitch[]> => [
    state,
    Object.values(state.shows)
      .filter(({ switchDue = Infinity }) => switchDue <= state.now)
      .slice(0, limit)
      .flatMap((show) => read(show) ?? []),
  ],
  'switches.swept': (state: StoreState, { from, ...of }: SwitchOf & { from: PlanSwitchState }) =>
    changeIn(state, of, from, (_show, { endedAt = Infinity }) => ({
      switchDue: state.now >= endedAt + WATCH_MS ? undefined : state.now + PAUSE_MS,
    })),

  'seats.findOwners': (
    state: StoreState,
    { showId, seatIds }: { showId: string; seatIds: readonly string[] },
  ): Applied<readonly FoundOwner[]> => {
    const found = seatIds.filter((seatId) => seatExists(state, showId, seatId));
    const of = (seatId: string): FoundOwner => ({
      ...{ seatId, status: seatStatus(state, seatId) },
      ...{ bookingId: state.owners[seatId], blockId: state.blocked?.[seatId] },
    });
    return [state, found.map(of)];
  },
  /** AVAILABLE → BLOCKED by the switch. */
  'seats.setAside': (
    state: StoreState,
    { showId, seatId, switchId, version, until }: SwitchOne & { version: number; until: number },
  ): Applied<null> => {
    const isFree = seatExists(state, showId, seatId) && seatStatus(state, seatId) === 'AVAILABLE';
    if (!isFree || state.now >= until) return [state, null];
    const was = state.since?.[seatId];
    const before = was === undefined ? {} : { sinceBefore: { ...state.sinceBefore, [seatId]: was } };
    return [
      marked({ ...state, ...before, blocked: { ...state.blocked, [seatId]: switchId } }, seatId, switchId, version),
      null,
    ];
  },
  /** @returns false when another is in its place, or has its name */
  'seats.make': (
    state: StoreState,
    { showId, seatId, switchId, version }: SwitchOne & { version: number },
  ): Applied<boolean> => {
    if (seatExists(state, showId, seatId)) return [state, state.switched?.[seatId] === switchId];
    const name = VERSIONS[version]?.[placeNumberOf(seatId)];
    if (storedNames(state, showId).includes(name ?? '')) return [state, false];
    return [marked(withPlace(state, showId, placeNumberOf(seatId)), seatId, switchId, version), true];
  },
  /** @returns false when another seat has its name */
  'seats.putBack': (state: StoreState, { showId, seatId, switchId }: SwitchOne): Applied<boolean> =>
    isAside(state, showId, seatId, switchId) ? putBack(state, showId, [seatId]) : [state, true],
  /** Puts back what these switches have set aside. @returns false when another seat has a name of them */
  'seats.putAllBack': (state: StoreState, { showId, switchIds }: SwitchesOf): Applied<boolean> => {
    const aside = Object.entries(state.blocked ?? {}).filter(
      ([seatId, by]) => switchIds.includes(by) && seatExists(state, showId, seatId),
    );
    return putBack(
      state,
      showId,
      aside.map(([seatId]) => seatId),
    );
  },
  /** Removes what these switches made. */
  'seats.removeMade': (state: StoreState, { showId, switchIds }: SwitchesOf): Applied<null> => {
    const made = Object.entries(state.switched ?? {})
      .filter(([seatId, by]) => switchIds.includes(by) && seatExists(state, showId, seatId))
      .filter(([seatId]) => state.blocked?.[seatId] === undefined);
    return [made.reduce((left, [seatId]) => removed(left, showId, seatId), state), null];
  },
  'seats.removeAside': (state: StoreState, { showId, seatId, switchId }: SwitchOne): Applied<null> => [
    isAside(state, showId, seatId, switchId) ? removed(state, showId, seatId) : state,
    null,
  ],
  'seats.rename': (state: StoreState, { showId, seatId, switchId }: SwitchOne): Applied<null> => {
    if (!seatExists(state, showId, seatId) || state.switched?.[seatId] !== switchId) return [state, null];
    const switched = without(state.switched, seatId);
    const isBlocked = isAside(state, showId, seatId, switchId);
    return [{ ...state, switched, ...(isBlocked && { blocked: without(state.blocked ?? {}, seatId) }) }, null];
  },
};

/** The names under which the seats of a show are stored; what is set aside has one of its own. */
function storedNames(state: StoreState, showId: string): readonly string[] {
  return (state.made[showId] ?? [])
    .flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at))
    .map((number) => seatIdAt(state.shows[showId]?.seatPrefix ?? '', number))
    .filter((seatId) => state.switched?.[seatId] === undefined || state.blocked?.[seatId] !== state.switched[seatId])
    .map((seatId) => VERSIONS[state.since?.[seatId] ?? 1]?.[placeNumberOf(seatId)] ?? '');
}

function putBack(state: StoreState, showId: string, seatIds: readonly string[]): Applied<boolean> {
  const back = (left: StoreState, seatId: string): StoreState =>
    unmarked({ ...left, blocked: without(left.blocked ?? {}, seatId) }, seatId);
  const after = seatIds.reduce(back, state);
  const names = storedNames(after, showId);
  return new Set(names).size < names.length ? [state, false] : [after, true];
}

function marked(state: StoreState, seatId: string, switchId: string, version: number): StoreState {
  return {
    ...state,
    since: { ...state.since, [seatId]: version },
    switched: { ...state.switched, [seatId]: switchId },
  };
}

function unmarked(state: StoreState, seatId: string): StoreState {
  const since = without(state.since ?? {}, seatId);
  const was = state.sinceBefore?.[seatId];
  const before = state.sinceBefore && { sinceBefore: without(state.sinceBefore, seatId) };
  const back = was === undefined ? since : { ...since, [seatId]: was };
  return { ...state, ...before, since: back, switched: without(state.switched ?? {}, seatId) };
}

function isAside(state: StoreState, showId: string, seatId: string, switchId: string): boolean {
  return seatExists(state, showId, seatId) && state.blocked?.[seatId] === switchId;
}

function removed(state: StoreState, showId: string, seatId: string): StoreState {
  const place = placeNumberOf(seatId);
  const made = (state.made[showId] ?? []).flatMap(([from, to]): readonly Places[] => {
    if (place < from || to <= place) return [[from, to]];
    return (
      [
        [from, place],
        [place + 1, to],
      ] as const
    ).filter(([first, end]) => first < end);
  });
  const left = { ...state, made: { ...state.made, [showId]: made }, blocked: without(state.blocked ?? {}, seatId) };
  return unmarked({ ...left, owners: without(state.owners, seatId), held: without(state.held, seatId) }, seatId);
}

function withPlace(state: StoreState, showId: string, place: number): StoreState {
  const places = [...(state.made[showId] ?? []), [place, place + 1] as const].sort(([a], [b]) => a - b);
  return { ...state, made: { ...state.made, [showId]: places } };
}

function read(show: StoredShow | undefined): ReadSwitch | null {
  return show?.planSwitch === undefined ? null : { ...show.planSwitch, showId: show.id, dead: show.deadSwitches ?? [] };
}

function isEditable({ now }: StoreState, { status, startTime }: StoredShow): boolean {
  return status === 'DRAFT' || (status === 'ON_SALE' && startTime > now);
}

/** One compare-and-set on the show. @returns the switch as it is now; null where the show was not changed */
function change(
  state: StoreState,
  showId: string,
  changes: (show: StoredShow) => Partial<StoredShow> | false,
): Applied<ReadSwitch | null> {
  const show = state.shows[showId];
  const changed = show !== undefined && changes(show);
  if (!changed) return [state, null];
  const is = { ...show, ...changed };
  return [{ ...state, shows: { ...state.shows, [showId]: is } }, read(is)];
}

/** The same for a show whose switch is this one and in this state. */
function changeIn(
  state: StoreState,
  { showId, switchId }: SwitchOf,
  from: PlanSwitchState,
  changes: (show: StoredShow, planSwitch: StoredSwitch) => Partial<StoredShow> | false,
): Applied<ReadSwitch | null> {
  return change(state, showId, (show) => {
    const { planSwitch } = show;
    return planSwitch?.id === switchId && planSwitch.state === from && changes(show, planSwitch);
  });
}
