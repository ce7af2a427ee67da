import { frameOf } from '@modex/api-core';
import { BoardOf, PlaceCode, statusView } from '@modex/api-seats';
import { ShowStatus } from '@modex/domain';

/** In bytes: a changed pair, a seat in the whole status, and the text around it. After many changes the whole is shorter. */
const PAIR = 10;
const SEAT = 1 / 3;
const AROUND = 60;

/** Seats that changed, as they are sent: each with its place in the packed status, and the code of its status. */
export interface ChangesView {
  readonly version: string;
  readonly changes: readonly PlaceCode[];
}

/**
 * The update from a version to the current one: the seats that changed, or the whole status if the changes are not known or
 * are longer. @returns undefined if there is none
 */
export function seatFrame(of: BoardOf, since: string | undefined): Buffer | undefined {
  const { version, size } = of.board;
  const changes = since === undefined ? undefined : of.board.changesSince(since);
  if (changes === undefined || changes.length * PAIR > size * SEAT + AROUND) {
    return frameOf({ event: 'status', id: version, data: JSON.stringify(statusView(of)) });
  }
  if (changes.length === 0) return undefined;
  const view: ChangesView = { version, changes };
  return frameOf({ event: 'changes', id: version, data: JSON.stringify(view) });
}

/** The status of the show, so that viewers learn of a cancellation. */
export function showFrame(status: ShowStatus): Buffer {
  return frameOf({ event: 'show', data: JSON.stringify({ status }) });
}
