import { SeatStatus } from '@modex/domain';
import { Applied } from './booking-commands';
import { isLater } from './seat-commands';
import { isBlocked, seatExists, seatStatus, StoredAct, StoreState, without } from './store-state';

/** One seat: the database changes those of a block one after the other. */
export interface BlockOne {
  readonly showId: string;
  readonly seatId: string;
  readonly act: string;
  readonly planVersion: number;
}

export interface ReleaseOne extends BlockOne {
  /** Only what stands under this block. */
  readonly blockId?: string | undefined;
}

/** A seat as it stands, and what staff did to it. */
export interface FoundBlock {
  readonly seatId: string;
  readonly status: SeatStatus;
  readonly acts: readonly StoredAct[];
}

/** The database commands on seats that staff block. */
export const BLOCK_COMMANDS = {
  /** AVAILABLE → BLOCKED. */
  'seats.block': (state: StoreState, { showId, seatId, act, planVersion }: BlockOne): Applied<null> => {
    if (isLater(state, seatId, planVersion)) return [state, null];
    if (!seatExists(state, showId, seatId) || seatStatus(state, seatId) !== 'AVAILABLE') return [state, null];
    return [{ ...noted(state, seatId, act), blocked: { ...state.blocked, [seatId]: act } }, null];
  },
  /** BLOCKED → AVAILABLE. */
  'seats.releaseBlocked': (
    state: StoreState,
    { showId, seatId, act, planVersion, blockId }: ReleaseOne,
  ): Applied<null> => {
    if (isLater(state, seatId, planVersion)) return [state, null];
    if (!seatExists(state, showId, seatId) || !isBlocked(state, seatId)) return [state, null];
    if (blockId !== undefined && state.blocked?.[seatId] !== blockId) return [state, null];
    return [{ ...noted(state, seatId, act), blocked: without(state.blocked ?? {}, seatId) }, null];
  },
  'seats.findBlocks': (
    state: StoreState,
    { showId, seatIds }: { showId: string; seatIds: readonly string[] },
  ): Applied<readonly FoundBlock[]> => {
    const found = seatIds.filter((seatId) => seatExists(state, showId, seatId));
    const acts = (seatId: string): readonly StoredAct[] => state.blockActs?.[seatId] ?? [];
    return [state, found.map((seatId) => ({ seatId, status: seatStatus(state, seatId), acts: acts(seatId) }))];
  },
};

function noted(state: StoreState, seatId: string, act: string): StoreState {
  const acts = [...(state.blockActs?.[seatId] ?? []), { act, at: state.now }];
  return { ...state, blockActs: { ...state.blockActs, [seatId]: acts } };
}
