import { FreeRun, freeRuns, Hall } from './hall';
import { BehindPlaces, placesBehind, rowBehind } from './row-pairs';
import { SeatingRow, Spot } from './seating';

/** Seats for a party, by the numbers of their places, in lock order. */
export interface SeatGroup {
  readonly places: readonly number[];
  /** Whether it is two rows, one behind the other, instead of one. */
  readonly isSplit: boolean;
}

/** A group with how bad it is: how far its seats are from the spot, all together. */
export interface RatedGroup extends SeatGroup {
  readonly cost: number;
}

/** What a search looks for. */
export interface Search {
  readonly hall: Hall;
  readonly quantity: number;
  readonly spot: Spot;
  /** Whether a group may leave a single free seat beside it. */
  readonly mayLeaveLone: boolean;
}

/** A row further is as bad as so many seats further to the side. */
const ROW = 2;
/** For each of its seats, being split is as bad as sitting two rows further away. */
const SPLIT = 2 * ROW;

/** A row with what its seats cost, and the least of it. */
interface RatedRow {
  readonly row: SeatingRow;
  /** What the first n seats cost together. */
  readonly sums: Float64Array;
  readonly least: number;
}

/** The rated rows of spots: those of a seating stay the same. */
const known = new WeakMap<Spot, readonly RatedRow[]>();

/** Looks for the groups nearest to a spot, from the nearest row outwards: it ends where no further row can be better. */
export class GroupSearch {
  private readonly rated: readonly RatedRow[];
  private readonly runs = new Map<SeatingRow, readonly FreeRun[]>();

  constructor(private readonly asked: Search) {
    const { hall, spot } = asked;
    this.rated = known.get(spot) ?? hall.seating.rows.map((row) => rate(row, spot));
    known.set(spot, this.rated);
  }

  /** The best group in one row. */
  inOneRow(): RatedGroup | undefined {
    const rows = this.rated.filter(({ row }) => !row.isStanding);
    return this.best(rows, 0, (rated) => this.runsOf(rated.row).map((run) => this.inRun(rated, run)));
  }

  /** The best group in two rows, one behind the other: at least one of its seats is right behind another. */
  inTwoRows(): RatedGroup | undefined {
    const pairs = this.rated.flatMap((front) => {
      const behind = rowBehind(this.asked.hall.seating.rows, front.row);
      const rear = behind && this.rated[behind.index];
      return rear === undefined ? [] : [{ front, rear, least: Math.min(front.least, rear.least) }];
    });
    return this.best(pairs, SPLIT, ({ front, rear }) => {
      const [fronts, rears] = [this.runsOf(front.row), this.runsOf(rear.row)];
      const behind = fronts.length > 0 && rears.length > 0 ? placesBehind(front.row, rear.row) : undefined;
      if (behind === undefined) return [];
      return fronts.flatMap((one) => rears.map((other) => this.inRuns({ front, rear, behind }, one, other)));
    });
  }

  /** Places where people stand: whichever are free, of the section nearest to the spot. */
  standing(): RatedGroup | undefined {
    const { quantity, hall } = this.asked;
    const rows = this.rated.filter(({ row }) => row.isStanding);
    return this.best(rows, 0, ({ row, least }) => {
      const places = row.places.filter((place) => hall.isFree(place)).slice(0, quantity);
      return places.length < quantity ? [] : [{ places: inOrder(places), isSplit: false, cost: quantity * least }];
    });
  }

  /** @param extra the least that a seat of any of these groups costs beside its distance */
  private best<T extends { readonly least: number }>(
    candidates: readonly T[],
    extra: number,
    groupsAt: (candidate: T) => readonly (RatedGroup | undefined)[],
  ): RatedGroup | undefined {
    const { quantity } = this.asked;
    let best: RatedGroup | undefined;
    for (const candidate of candidates.toSorted((one, other) => one.least - other.least)) {
      if (best !== undefined && best.cost <= quantity * (candidate.least + extra)) break;
      for (const group of groupsAt(candidate)) best = cheaper(best, group);
    }
    return best;
  }

  private inRun(rated: RatedRow, run: FreeRun): RatedGroup | undefined {
    const { quantity } = this.asked;
    let [start, least] = [-1, Infinity];
    for (let from = run.from; from + quantity <= run.to; from++) {
      const cost = costOf(rated, from, quantity);
      if (cost < least && this.mayStart(run, quantity, from)) [start, least] = [from, cost];
    }
    return start === -1
      ? undefined
      : { places: inOrder(seatsAt(run.row, start, quantity)), isSplit: false, cost: least };
  }

  /** The best way to divide the party between the two runs; halves are better than one person alone. */
  private inRuns(rows: RowPair, front: FreeRun, rear: FreeRun): RatedGroup | undefined {
    const { quantity } = this.asked;
    const [frontLength, rearLength] = [front.to - front.from, rear.to - rear.from];
    let best: RatedGroup | undefined;
    for (let size = Math.max(1, quantity - rearLength); size <= Math.min(quantity - 1, frontLength); size++) {
      best = cheaper(best, this.divided(rows, [front, rear], size));
    }
    return best;
  }

  private divided(
    { front, rear, behind }: RowPair,
    runs: readonly [FreeRun, FreeRun],
    size: number,
  ): RatedGroup | undefined {
    const [one, other] = runs;
    const rest = this.asked.quantity - size;
    const extra = SPLIT * this.asked.quantity + Math.abs(size - rest);
    let best: { readonly start: number; readonly second: number; readonly cost: number } | undefined;
    for (let start = one.from; start + size <= one.to; start++) {
      const cost = costOf(front, start, size) + extra;
      if (best !== undefined && best.cost <= cost + rest * rear.least) continue;
      if (!this.mayStart(one, size, start)) continue;
      const [low, high] = rangeBehind(behind, start, size);
      for (let second = Math.max(other.from, low - rest + 1); second <= Math.min(other.to - rest, high); second++) {
        const total = cost + costOf(rear, second, rest);
        if (total < (best?.cost ?? Infinity) && this.mayStart(other, rest, second))
          best = { start, second, cost: total };
      }
    }
    if (best === undefined) return undefined;
    const places = [...seatsAt(one.row, best.start, size), ...seatsAt(other.row, best.second, rest)];
    return { places: inOrder(places), isSplit: true, cost: best.cost };
  }

  private mayStart(run: FreeRun, size: number, start: number): boolean {
    return this.asked.mayLeaveLone || (start - run.from !== 1 && run.to - (start + size) !== 1);
  }

  private runsOf(row: SeatingRow): readonly FreeRun[] {
    const runs = this.runs.get(row) ?? freeRuns(this.asked.hall, row);
    this.runs.set(row, runs);
    return runs;
  }
}

interface RowPair {
  readonly front: RatedRow;
  readonly rear: RatedRow;
  readonly behind: BehindPlaces;
}

/** The group that costs less; of two that cost the same the first. */
export function cheaper(one: RatedGroup | undefined, other: RatedGroup | undefined): RatedGroup | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.cost < one.cost ? other : one;
}

/** The places of the rear row that are right behind one of these: from the first to the last of them. */
export function rangeBehind(
  { from, to }: BehindPlaces,
  start: number,
  size: number,
): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -1];
  for (let at = start; at < start + size; at++) {
    const [first = 0, last = -1] = [from[at], to[at]];
    if (last >= first) [low, high] = [Math.min(low, first), Math.max(high, last)];
  }
  return [low, high];
}

function rate(row: SeatingRow, spot: Spot): RatedRow {
  const sums = new Float64Array(row.spots.length + 1);
  let least = Infinity;
  row.spots.forEach(({ column, depth }, at) => {
    const cost = Math.abs(column - spot.column) + ROW * Math.abs(depth - spot.depth);
    sums[at + 1] = (sums[at] as number) + cost;
    if (cost < least) least = cost;
  });
  return { row, sums, least };
}

function costOf({ sums }: RatedRow, start: number, size: number): number {
  return (sums[start + size] as number) - (sums[start] as number);
}

function seatsAt({ places }: SeatingRow, start: number, size: number): readonly number[] {
  return places.slice(start, start + size);
}

function inOrder(places: readonly number[]): readonly number[] {
  return places.toSorted((a, b) => a - b);
}
