import { FreeRun, freeRuns, Hall, nearFirst, pairsBehind, rowCount, Spot } from './hall';

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

/** Looks for the groups nearest to a spot, from its row outwards: it ends where no row further away can be better. */
export class GroupSearch {
  private readonly runs = new Map<number, readonly FreeRun[]>();

  constructor(private readonly asked: Search) {}

  /** The best group in one row. */
  inOneRow(): RatedGroup | undefined {
    return this.best(rowCount(this.asked.hall), 0, (row) => this.runsOf(row).map((run) => this.inRun(run)));
  }

  /** The best group in two rows, one behind the other: they have at least one column in common. */
  inTwoRows(): RatedGroup | undefined {
    return this.best(rowCount(this.asked.hall) - 1, SPLIT, (row) =>
      Array.from(pairsBehind(this.runsOf(row), this.runsOf(row + 1)), ([front, rear]) => this.inRuns(front, rear)),
    );
  }

  /** @param extra the least that a seat of any of these groups costs beside its row */
  private best(
    rows: number,
    extra: number,
    groupsAt: (row: number) => readonly (RatedGroup | undefined)[],
  ): RatedGroup | undefined {
    const { spot, quantity } = this.asked;
    let best: RatedGroup | undefined;
    for (const row of nearFirst(spot.row, 0, rows - 1)) {
      // Of two rows the second may be the nearer one.
      const distance = Math.min(Math.abs(row - spot.row), extra === 0 ? Infinity : Math.abs(row + 1 - spot.row));
      if (best !== undefined && best.cost <= quantity * (ROW * distance + extra)) break;
      for (const group of groupsAt(row)) best = cheaper(best, group);
    }
    return best;
  }

  private inRun(run: FreeRun): RatedGroup | undefined {
    const { quantity } = this.asked;
    const start = this.startIn(run, quantity, run.from, run.to - quantity);
    return start === undefined ? undefined : this.rated(this.seatsAt(run.row, start, quantity), false);
  }

  /** The best way to divide the party between the two runs; halves are better than one person alone. */
  private inRuns(front: FreeRun, rear: FreeRun): RatedGroup | undefined {
    const { quantity } = this.asked;
    const [frontLength, rearLength] = [front.to - front.from, rear.to - rear.from];
    let best: RatedGroup | undefined;
    for (let size = Math.max(1, quantity - rearLength); size <= Math.min(quantity - 1, frontLength); size++) {
      best = cheaper(best, this.divided(front, rear, size));
    }
    return best;
  }

  private divided(front: FreeRun, rear: FreeRun, size: number): RatedGroup | undefined {
    const behind = this.asked.quantity - size;
    const [low, high] = [Math.max(front.from, rear.from - size + 1), Math.min(front.to - size, rear.to - 1)];
    for (const start of nearFirst(this.idealStart(size), low, high)) {
      if (!this.mayStart(front, size, start)) continue;
      const rearLow = Math.max(rear.from, start - behind + 1);
      const rearHigh = Math.min(rear.to - behind, start + size - 1);
      const second = this.startIn(rear, behind, rearLow, rearHigh);
      if (second === undefined) continue;
      const places = [...this.seatsAt(front.row, start, size), ...this.seatsAt(rear.row, second, behind)];
      return this.rated(places, true, Math.abs(size - behind));
    }
    return undefined;
  }

  /** Where in the run so many seats are nearest to the spot. */
  private startIn(run: FreeRun, size: number, low: number, high: number): number | undefined {
    for (const start of nearFirst(this.idealStart(size), low, high)) {
      if (this.mayStart(run, size, start)) return start;
    }
    return undefined;
  }

  private idealStart(size: number): number {
    return this.asked.spot.column - (size - 1) / 2;
  }

  private mayStart(run: FreeRun, size: number, start: number): boolean {
    return this.asked.mayLeaveLone || (start - run.from !== 1 && run.to - (start + size) !== 1);
  }

  private seatsAt(row: number, start: number, size: number): readonly number[] {
    const first = row * this.asked.hall.seatsPerRow + start;
    return Array.from({ length: size }, (_, at) => first + at);
  }

  private rated(places: readonly number[], isSplit: boolean, unevenness = 0): RatedGroup {
    const { spot, hall } = this.asked;
    const cost = places.reduce((sum, place) => {
      const [row, column] = [Math.floor(place / hall.seatsPerRow), place % hall.seatsPerRow];
      return sum + Math.abs(column - spot.column) + ROW * Math.abs(row - spot.row) + (isSplit ? SPLIT : 0);
    }, unevenness);
    return { places, isSplit, cost };
  }

  private runsOf(row: number): readonly FreeRun[] {
    const runs = this.runs.get(row) ?? freeRuns(this.asked.hall, row);
    this.runs.set(row, runs);
    return runs;
  }
}

/** The group that costs less; of two that cost the same the first. */
export function cheaper(one: RatedGroup | undefined, other: RatedGroup | undefined): RatedGroup | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.cost < one.cost ? other : one;
}
