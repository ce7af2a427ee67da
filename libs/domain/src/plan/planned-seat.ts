import { Layout, plainPlan } from './plain-plan';
import { Place, Plan } from './plan';
import { NamedSeat, nameSeat } from './seat-name';

/** A show by its plan: one that was drawn, or a plain one of this size. */
export interface InPlan extends Layout {
  /** Absent for a plain plan. */
  readonly plan?: Plan | undefined;
}

/** What a show says of its plan, and how the ids of its seats begin. */
export interface PlannedShow extends InPlan {
  /** First 16 hex digits of the ids of all its seats. */
  readonly seatPrefix: string;
}

/** A seat with its name and with where it stands in the plan. */
export type PlannedSeat = NamedSeat & Pick<Place, 'rowOrder' | 'placeInRow'>;

/** The plan that a show is put on in. */
export function planOf(show: InPlan): Plan {
  return show.plan ?? plainPlan(show);
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
  return place && { ...nameSeat(seatId, place), rowOrder: place.rowOrder, placeInRow: place.placeInRow };
}

/** Those of the seats that the show has, by their names. */
export function nameSeats(show: PlannedShow, seatIds: readonly string[]): readonly NamedSeat[] {
  return seatIds.flatMap((seatId) => {
    const place = placeOf(show, seatId);
    return place === undefined ? [] : [nameSeat(seatId, place)];
  });
}

function placeOf(show: PlannedShow, seatId: string): Place | undefined {
  return seatId.startsWith(show.seatPrefix) ? planOf(show).place(placeNumberOf(seatId)) : undefined;
}
