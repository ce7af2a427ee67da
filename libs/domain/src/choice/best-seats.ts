import { DomainError } from '../error';
import { cheaper, GroupSearch, rangeBehind, RatedGroup, Search, SeatGroup } from './group-search';
import { freeRuns, Hall, HallPart, isTogether, partOfHall } from './hall';
import { placesBehind, rowBehind } from './row-pairs';
import { Spot } from './seating';

/**
 * What a party cares about. `together`: one row wherever there is one, and among those the best view. `view`: the best
 * view, even if that means two rows, one behind the other. `front`: near the stage, in one row wherever there is one.
 * `price`: the lowest price at which they can be together, standing too.
 */
export const SEAT_PREFERENCES = ['together', 'view', 'price', 'front'] as const;
export type SeatPreference = (typeof SEAT_PREFERENCES)[number];

/** Seats that somebody wants without naming them. */
export interface SeatWish extends HallPart {
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
/** Nobody who could sit is asked to stand. */
const standing: Searching = (search) => search.standing();

/** The kinds of groups that each preference tries, the next one only where the one before finds none. */
const ORDER: Readonly<Record<SeatPreference, readonly Searching[]>> = {
  together: [oneRow, twoRows, standing],
  view: [either, standing],
  front: [oneRow, twoRows, standing],
  price: [oneRow, twoRows, standing],
};

/**
 * The best free seats of a plan: those nearest to the middle of the row a third of the way from the stage to the back of
 * the section that is nearest to the stage (for `front`: of its first row). One seat to the side counts half of one row.
 * @returns undefined if so many seats are nowhere free, neither in one row nor in two, one behind the other
 * @throws DomainError as `partOfHall`
 */
export function bestGroup(all: Hall, wish: SeatWish): SeatGroup | undefined {
  const hall = partOfHall(all, wish);
  const { seating } = hall;
  const spot = wish.preference === 'front' ? seating.front : seating.view;
  return wish.preference === 'price' ? bestByPrice(hall, wish, spot) : bestNear(hall, wish, spot);
}

/** At the lowest price at which there is a group; some of its seats may cost less. */
function bestByPrice(hall: Hall, wish: SeatWish, spot: Spot): SeatGroup | undefined {
  const { seating, isFree, priceOf = () => 0 } = hall;
  const prices = new Set(seating.rows.flatMap(({ places }) => places.filter((place) => isFree(place)).map(priceOf)));
  for (const price of [...prices].sort((a, b) => a - b)) {
    const cheap = { ...hall, isFree: (place: number) => isFree(place) && priceOf(place) <= price };
    const found = bestNear(cheap, wish, spot);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Other seats for the same party that leave no seat alone, as near as possible to those that it chose. */
export function groupWithoutLone(hall: Hall, chosen: readonly number[]): SeatGroup | undefined {
  const { plan, rows } = hall.seating;
  const spots = chosen.flatMap((place) => {
    const index = plan.indexOf(place);
    return rows[plan.row[index] ?? -1]?.spots[plan.inRow[index] ?? -1] ?? [];
  });
  const spot = { depth: mean(spots.map(({ depth }) => depth)), column: mean(spots.map(({ column }) => column)) };
  const search = new GroupSearch({ hall, quantity: chosen.length, spot, mayLeaveLone: false });
  // Who sits together in a row is not asked to sit apart.
  return isTogether(hall.seating, chosen) ? search.inOneRow() : either(search);
}

/** How many seats the largest party may have that can sit in one row, or in two, one behind the other, or stand together. */
export function largestGroup(all: Hall, part: HallPart = {}): number {
  const hall = partOfHall(all, part);
  const { rows } = hall.seating;
  return rows.reduce((largest, row) => {
    if (row.isStanding) return Math.max(largest, row.places.filter((place) => hall.isFree(place)).length);
    const fronts = freeRuns(hall, row);
    const alone = fronts.map(({ from, to }) => to - from);
    const rear = fronts.length === 0 ? undefined : rowBehind(rows, row);
    const behind = rear && placesBehind(row, rear);
    const both =
      rear === undefined || behind === undefined
        ? []
        : fronts.flatMap(({ from, to }) => {
            const [low, high] = rangeBehind(behind, from, to - from);
            const touching = freeRuns(hall, rear).filter((run) => run.from <= high && run.to > low);
            return touching.map((run) => to - from + run.to - run.from);
          });
    return Math.max(largest, ...alone, ...both);
  }, 0);
}

function bestNear(hall: Hall, { quantity, noLoneSeat, preference }: SeatWish, spot: Spot): SeatGroup | undefined {
  for (const find of ORDER[preference]) {
    for (const mayLeaveLone of noLoneSeat ? [false, true] : [true]) {
      const asked: Search = { hall, quantity, spot, mayLeaveLone };
      const found = find(new GroupSearch(asked));
      if (found !== undefined) return { places: found.places, isSplit: found.isSplit };
    }
  }
  return undefined;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
