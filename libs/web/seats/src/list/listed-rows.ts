import { MARKS } from '@modex/domain';
import { SeatMarks } from '../map/seat-marks';
import { ShowPlan } from '../show-plan';

/** Which seats are listed: those of a category, by its key, or all of them; and only places for wheelchairs, or all. */
export interface SeatFilter {
  readonly category: string;
  readonly isAccessible: boolean;
}

/** A row with those of its seats that are listed, by their index. */
export interface ListedRow {
  readonly row: number;
  readonly seats: readonly number[];
  /** The key of the section where people stand that it is; undefined where they sit. */
  readonly standing: string | undefined;
}

/** Whether a plan has places for wheelchairs. */
export function hasAccessible({ plan }: ShowPlan): boolean {
  return plan.marks.some((bits) => (bits & MARKS.wheelchair) !== 0);
}

/** The rows of a section that have seats of a filter, from the stage. */
export function rowsOfSection({ plan }: ShowPlan, section: number, filter: SeatFilter): readonly ListedRow[] {
  const category = plan.categories.findIndex(({ key }) => key === filter.category);
  const fits = (index: number): boolean =>
    (category === -1 || plan.category[index] === category) &&
    (!filter.isAccessible || ((plan.marks[index] as number) & MARKS.wheelchair) !== 0);
  return plan.rows.flatMap((planned, row) => {
    if (planned.section !== section) return [];
    const seats = plan.placesOf(row);
    const listed = category === -1 && !filter.isAccessible ? seats : seats.filter(fits);
    return listed.length === 0 ? [] : [{ row, seats: listed, standing: planned.standing?.key }];
  });
}

/** How many of these seats are free. */
export function freeIn(marks: SeatMarks, seats: readonly number[]): number {
  return seats.reduce((free, index) => (marks.isFree(index) ? free + 1 : free), 0);
}
