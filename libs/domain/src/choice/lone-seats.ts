import { groupWithoutLone } from './best-seats';
import { Hall, neighbours } from './hall';

/** Seats that somebody chose and that would leave others alone. */
export interface LoneSeats {
  /** The single free seats that would be left, by their places. */
  readonly lone: readonly number[];
  /** Seats for the same party that leave none. */
  readonly instead: readonly number[];
}

/**
 * What is wrong with chosen seats in a show where no seat may be left alone: a single free seat between them and a taken
 * seat or the end of the row.
 * @returns undefined if no seat is left alone, or if no other seats would do; also if a chosen seat is not free, since the
 * lock will tell
 */
export function judgeLoneSeats(hall: Hall, chosen: readonly number[]): LoneSeats | undefined {
  if (!chosen.every(hall.isFree)) return undefined;
  const lone = loneSeats(hall, chosen);
  if (lone.length === 0) return undefined;
  const instead = groupWithoutLone(hall, chosen)?.places;
  return instead && { lone, instead };
}

/** The single free seats that would be left beside the chosen ones, in the order of the plan. */
export function loneSeats(hall: Hall, chosen: readonly number[]): readonly number[] {
  const taken = new Set(chosen);
  const isLeft = (place: number | undefined): place is number =>
    place !== undefined && hall.isFree(place) && !taken.has(place);
  const beside = new Set(chosen.flatMap((place) => neighbours(hall, place)).filter(isLeft));
  return [...beside].filter((place) => !neighbours(hall, place).some(isLeft)).sort((a, b) => a - b);
}
