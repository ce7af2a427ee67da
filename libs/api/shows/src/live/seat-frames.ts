import { frameOf } from '@modex/api-core';
import { BoardOf, PlaceCode, statusView } from '@modex/api-seats';
import { ShowStatus } from '@modex/domain';

/** Of many changes the whole status is shorter: bytes of a pair, of a seat in it, and of what stands around it. */
const PAIR = 10;
const SEAT = 1 / 3;
const AROUND = 60;

/** Seats that changed, as they are sent: each with its place in the packed status, and the code of its status. */
export interface ChangesView {
  readonly version: string;
  readonly changes: readonly PlaceCode[];
}

/**
 * What makes the statuses of a version those of now: the seats that changed, or the whole status where that is not known or
 * longer. @returns undefined when they are the same
 */
export function seatFrame({ showId, board }: BoardOf, since: string | undefined): Buffer | undefined {
  const { version, size } = board;
  const changes = since === undefined ? undefined : board.changesSince(since);
  if (changes === undefined || changes.length * PAIR > size * SEAT + AROUND) {
    return frameOf({ event: 'status', id: version, data: JSON.stringify(statusView({ showId, board })) });
  }
  if (changes.length === 0) return undefined;
  const view: ChangesView = { version, changes };
  return frameOf({ event: 'changes', id: version, data: JSON.stringify(view) });
}

/** How the show stands: who sees that it is cancelled need not ask. */
export function showFrame(status: ShowStatus): Buffer {
  return frameOf({ event: 'show', data: JSON.stringify({ status }) });
}
