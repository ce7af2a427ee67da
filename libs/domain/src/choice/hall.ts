import { DomainError } from '../error';
import { PackedStatus, statusCode } from '../packed-status';
import { Layout } from '../plan/plain-plan';
import { laidOutPlanOf, PlannedShow } from '../plan/planned-seat';
import { priceOf } from '../price/quote';
import { ShowPrices } from '../price/show-prices';
import { Seating, seatingOf, SeatingRow } from './seating';

/** The seats of a plan as they stand at one moment, by the numbers of their places. */
export interface Hall {
  readonly seating: Seating;
  /** False for a place that the plan does not have, too. */
  readonly isFree: (place: number) => boolean;
  /** What a seat costs; absent: all the same. */
  readonly priceOf?: ((place: number) => number) | undefined;
}

const FREE = statusCode('AVAILABLE');

/** A show with what its seats cost; null, or absent: nothing. */
interface PricedShow extends Layout, Pick<PlannedShow, 'plan'> {
  readonly prices?: ShowPrices | null | undefined;
}

/** The plan of a show with the statuses of its seats, and what they cost at the first ticket type. */
export function hallOf({ prices, ...show }: PricedShow, status: PackedStatus): Hall {
  const plan = laidOutPlanOf(show);
  const isFree = (place: number): boolean => {
    const index = plan.indexOf(place);
    return index !== -1 && status.codeAt(index) === FREE;
  };
  const hall = { seating: seatingOf(plan), isFree };
  if (!prices) return hall;
  const byCategory = plan.categories.map(({ key }) => priceOf(prices, key));
  return { ...hall, priceOf: (place) => byCategory[plan.category[plan.indexOf(place)] ?? -1] ?? 0 };
}

/** A part of a plan; what is absent does not matter. */
export interface HallPart {
  /** Key of a section. */
  readonly section?: string | undefined;
  /** Key of a category. */
  readonly category?: string | undefined;
}

/**
 * The same hall of which only a part counts as free.
 * @throws DomainError `validation-failed` for a section or a category that the plan does not have
 */
export function partOfHall(hall: Hall, { section, category }: HallPart): Hall {
  if (section === undefined && category === undefined) return hall;
  const { plan } = hall.seating;
  const [inSection, inCategory] = [
    indexIn('section', plan.layout.sections, section),
    indexIn('category', plan.categories, category),
  ];
  const isFree = (place: number): boolean => {
    const index = plan.indexOf(place);
    const sectionOf = plan.rows[plan.row[index] ?? -1]?.section;
    const isWanted =
      (inSection ?? sectionOf) === sectionOf && (inCategory ?? plan.category[index]) === plan.category[index];
    return isWanted && hall.isFree(place);
  };
  return { ...hall, isFree };
}

function indexIn(
  field: string,
  parts: readonly { readonly key: string }[],
  wanted: string | undefined,
): number | undefined {
  if (wanted === undefined) return undefined;
  const index = parts.findIndex(({ key }) => key === wanted);
  if (index !== -1) return index;
  const message = `The plan of the show has no ${field} ${wanted}.`;
  throw new DomainError('validation-failed', message, { fields: [{ field, message }] });
}

/** Free seats side by side in a row, with none beside them: from its place `from` (inclusive) to `to` (exclusive), from 0. */
export interface FreeRun {
  readonly row: SeatingRow;
  readonly from: number;
  readonly to: number;
}

/** The free seats of a row, from the left. A gap ends a run, too. */
export function freeRuns({ isFree }: Pick<Hall, 'isFree'>, row: SeatingRow): readonly FreeRun[] {
  const runs: FreeRun[] = [];
  const { places, gaps } = row;
  for (let from = 0; from < places.length; from++) {
    if (!isFree(places[from] as number)) continue;
    let to = from + 1;
    while (to < places.length && gaps[to] === false && isFree(places[to] as number)) to++;
    runs.push({ row, from, to });
    from = to - 1;
  }
  return runs;
}

/** The places beside a place in its row; none where people stand. */
export function neighbours({ seating: { plan, rows } }: Pick<Hall, 'seating'>, place: number): readonly number[] {
  const index = plan.indexOf(place);
  const row = rows[plan.row[index] ?? -1];
  if (row === undefined || row.isStanding) return [];
  const at = plan.inRow[index] as number;
  const [left, right] = [
    row.gaps[at] ? undefined : row.places[at - 1],
    row.gaps[at + 1] === false ? row.places[at + 1] : undefined,
  ];
  return [left, right].filter((beside) => beside !== undefined);
}

/** Whether the seats are side by side in one row, or in one section where people stand. */
export function isTogether({ plan, rows }: Seating, places: readonly number[]): boolean {
  const indexes = places.map((place) => plan.indexOf(place));
  const row = rows[plan.row[indexes[0] ?? -1] ?? -1];
  if (row === undefined || indexes.some((index) => plan.row[index] !== row.index)) return false;
  const inRow = indexes.map((index) => plan.inRow[index] as number).sort((a, b) => a - b);
  return row.isStanding || inRow.every((at, i) => i === 0 || (at === (inRow[i - 1] as number) + 1 && !row.gaps[at]));
}
