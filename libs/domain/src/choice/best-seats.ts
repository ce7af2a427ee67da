import { DomainError } from '../error';
import { freeRuns, Hall, pairsBehind, rowCount, Spot } from './hall';
import { cheaper, GroupSearch, RatedGroup, Search, SeatGroup } from './group-search';

/**
 * What a party cares about. `together`: one row wherever there is one, and among those the best view. `view`: the best
 * view, even if that means two rows, one behind the other. `front`: near the stage, in one row wherever there is one.
 * The lowest price joins when seats have prices.
 */
export const SEAT_PREFERENCES = ['together', 'view', 'front'] as const;
export type SeatPreference = (typeof SEAT_PREFERENCES)[number];

/** Seats that somebody wants without naming them. */
export interface SeatWish {
  readonly quantity: number;
  readonly preference: SeatPreference;
  /** Whether the group should leave no single free seat beside it, where that can be done. */
  readonly noLoneSeat: boolean;
}

/**
 * Whether one booking may have so many seats.
 * @throws DomainError `too-many-seats` above `max`
 */
export function checkQuantity(quantity: number, max: number): void {
  if (quantity > max) throw new DomainError('too-many-seats', `A booking has at most ${max} seats; ask for fewer.`);
}

type Searching = (search: GroupSearch) => RatedGroup | undefined;
const oneRow: Searching = (search) => search.inOneRow();
const twoRows: Searching = (search) => search.inTwoRows();
const either: Searching = (search) => cheaper(search.inOneRow(), search.inTwoRows());

/** The kinds of groups that each preference tries, the next one only where the one before finds none. */
const ORDER: Readonly<Record<SeatPreference, readonly Searching[]>> = {
  together: [oneRow, twoRows],
  view: [either],
  front: [oneRow, twoRows],
};

/**
 * The best free seats of a plain plan: those nearest to the middle of the row a third of the way from the stage to the
 * back (for `front`: of the first row). One seat to the side counts half of one row.
 * @returns undefined if so many seats are nowhere free, neither in one row nor in two, one behind the other
 */
export function bestGroup(hall: Hall, wish: SeatWish): SeatGroup | undefined {
  return bestNear(hall, wish, ORDER[wish.preference], spotFor(hall, wish.preference));
}

/** Other seats for the same party that leave no seat alone, as near as possible to those that it chose. */
export function groupWithoutLone(hall: Hall, chosen: readonly number[]): SeatGroup | undefined {
  const rows = chosen.map((place) => Math.floor(place / hall.seatsPerRow));
  const spot = { row: Math.round(mean(rows)), column: mean(chosen.map((place) => place % hall.seatsPerRow)) };
  const search = new GroupSearch({ hall, quantity: chosen.length, spot, mayLeaveLone: false });
  // Who sits together in a row is not asked to sit apart.
  return isTogether(hall, chosen) ? search.inOneRow() : either(search);
}

/** How many seats the largest party may have that can sit in one row, or in two, one behind the other. */
export function largestGroup(hall: Hall): number {
  let [largest, before] = [0, freeRuns(hall, 0)];
  for (let row = 0; row < rowCount(hall); row++) {
    const [front, rear] = [before, freeRuns(hall, row + 1)];
    for (const { from, to } of front) largest = Math.max(largest, to - from);
    for (const [{ from, to }, behind] of pairsBehind(front, rear)) {
      largest = Math.max(largest, to - from + behind.to - behind.from);
    }
    before = rear;
  }
  return largest;
}

/** Whether the seats are side by side in one row. */
export function isTogether({ seatsPerRow }: Pick<Hall, 'seatsPerRow'>, places: readonly number[]): boolean {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return last - first === places.length - 1 && Math.floor(first / seatsPerRow) === Math.floor(last / seatsPerRow);
}

function bestNear(
  hall: Hall,
  { quantity, noLoneSeat }: SeatWish,
  order: readonly Searching[],
  spot: Spot,
): SeatGroup | undefined {
  for (const find of order) {
    for (const mayLeaveLone of noLoneSeat ? [false, true] : [true]) {
      const asked: Search = { hall, quantity, spot, mayLeaveLone };
      const found = find(new GroupSearch(asked));
      if (found !== undefined) return { places: found.places, isSplit: found.isSplit };
    }
  }
  return undefined;
}

function spotFor(hall: Hall, preference: SeatPreference): Spot {
  const width = Math.min(hall.seatsPerRow, hall.totalSeats);
  return { row: preference === 'front' ? 0 : Math.floor((rowCount(hall) - 1) / 3), column: (width - 1) / 2 };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
