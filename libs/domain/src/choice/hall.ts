import { PackedStatus, statusCode } from '../packed-status';
import { Layout } from '../plan/plain-plan';

/** The seats of a plain plan as they stand at one moment, by the numbers of their places. */
export interface Hall extends Layout {
  /** False for a place that the plan does not have, too. */
  readonly isFree: (place: number) => boolean;
}

const FREE = statusCode('AVAILABLE');

/** A plain plan with the statuses of its seats. */
export function hallOf({ totalSeats, seatsPerRow }: Layout, status: PackedStatus): Hall {
  return { totalSeats, seatsPerRow, isFree: (place) => place < totalSeats && status.codeAt(place) === FREE };
}

/** Free seats side by side in a row, with none beside them: columns `from` (inclusive) to `to` (exclusive), from 0. */
export interface FreeRun {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Where people want to sit: a row from 0, and a column from 0, which may lie between two seats. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** How many rows the plan has; the last may be shorter. */
export function rowCount({ totalSeats, seatsPerRow }: Layout): number {
  return Math.ceil(totalSeats / seatsPerRow);
}

/** The free seats of a row, from the left. */
export function freeRuns({ totalSeats, seatsPerRow, isFree }: Hall, row: number): readonly FreeRun[] {
  const runs: FreeRun[] = [];
  const first = row * seatsPerRow;
  const length = Math.min(seatsPerRow, totalSeats - first);
  for (let from = 0; from < length; from++) {
    if (!isFree(first + from)) continue;
    let to = from + 1;
    while (to < length && isFree(first + to)) to++;
    runs.push({ row, from, to });
    from = to;
  }
  return runs;
}

/** Each run of the one row with those of the row behind that have a column in common with it. */
export function* pairsBehind(
  fronts: readonly FreeRun[],
  rears: readonly FreeRun[],
): Generator<readonly [front: FreeRun, rear: FreeRun]> {
  let first = 0;
  for (const front of fronts) {
    while ((rears[first]?.to ?? Infinity) <= front.from) first++;
    for (let at = first, rear = rears[at]; rear !== undefined && rear.from < front.to; rear = rears[++at]) {
      yield [front, rear];
    }
  }
}

/** Whole numbers from `low` to `high`, the nearest to `ideal` first. */
export function* nearFirst(ideal: number, low: number, high: number): Generator<number> {
  const start = Math.min(Math.max(Math.floor(ideal), low), high);
  for (let below = start, above = start + 1; below >= low || above <= high;) {
    const isBelow = above > high || (below >= low && ideal - below <= above - ideal);
    yield isBelow ? below-- : above++;
  }
}
