import { LaidOutPlan } from './drawn-plan';
import { layoutOfPlain } from './layout';
import { Layout } from './plain-plan';
import { Place, Plan } from './plan';
import { NamedSeat, nameSeat } from './seat-name';

/** A show as its seats know it: its plan, and how their ids begin. */
export interface PlannedShow {
  readonly plan: Plan;
  /** First 16 hex digits of the ids of all its seats. */
  readonly seatPrefix: string;
}

/** A seat with its name and with where it stands in the plan. */
export type PlannedSeat = NamedSeat & Pick<Place, 'rowOrder' | 'placeInRow' | 'category'>;

/** Plain plans that are kept laid out. */
const MOST_LAID_OUT = 20;
const laidOut = new Map<string, LaidOutPlan>();

/** The plan of a show as columns, whether it was drawn or is a plain one of the show's size. */
export function laidOutPlanOf({ plan, totalSeats, seatsPerRow }: Layout & Pick<PlannedShow, 'plan'>): LaidOutPlan {
  if (plan instanceof LaidOutPlan) return plan;
  const key = `${totalSeats} ${seatsPerRow}`;
  const found = laidOut.get(key) ?? new LaidOutPlan(layoutOfPlain({ totalSeats, seatsPerRow }));
  laidOut.delete(key);
  laidOut.set(key, found);
  const [oldest] = laidOut.keys();
  if (laidOut.size > MOST_LAID_OUT && oldest !== undefined) laidOut.delete(oldest);
  return found;
}

/**
 * Id of the seat at the place with this number: the show's 16 hex digits, then the number in 8. So ids sort by the numbers
 * of the plan, which is the order of locking, and an id shows whether a seat belongs to a show without reading the
 * database.
 */
export function seatIdAt(seatPrefix: string, place: number): string {
  return seatPrefix + place.toString(16).padStart(8, '0');
}

/** The number of the seat's place in the plan of its show. */
export function placeNumberOf(seatId: string): number {
  return parseInt(seatId.slice(-8), 16);
}

/** Whether the id names a seat of the show. */
export function isSeatOf(show: PlannedShow, seatId: string): boolean {
  return placeOf(show, seatId) !== undefined;
}

/** The seat of this id; undefined where the show has none. */
export function findSeat(show: PlannedShow, seatId: string): PlannedSeat | undefined {
  const place = placeOf(show, seatId);
  if (place === undefined) return undefined;
  const { rowOrder, placeInRow, category } = place;
  return { ...nameSeat(seatId, place), rowOrder, placeInRow, category };
}

/** Those of the seats that the show has, by their names. */
export function nameSeats(show: PlannedShow, seatIds: readonly string[]): readonly NamedSeat[] {
  return seatIds.flatMap((seatId) => {
    const place = placeOf(show, seatId);
    return place === undefined ? [] : [nameSeat(seatId, place)];
  });
}

function placeOf(show: PlannedShow, seatId: string): Place | undefined {
  return seatId.startsWith(show.seatPrefix) ? show.plan.place(placeNumberOf(seatId)) : undefined;
}
