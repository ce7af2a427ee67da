import { Layout, LIMITS } from '@modex/domain';

/** The size that a plain plan's id says; undefined: it is no such id, or no show has this size. */
export function plainLayoutOf(planId: string): Layout | undefined {
  const [, total, perRow] = /^plain-([1-9]\d{0,5})-([1-9]\d{0,5})$/.exec(planId) ?? [];
  const [totalSeats, seatsPerRow] = [Number(total), Number(perRow)];
  const isShow = totalSeats <= LIMITS.seatsPerShow && seatsPerRow <= Math.min(totalSeats, LIMITS.seatsPerRow);
  return isShow && totalSeats / seatsPerRow <= LIMITS.rows ? { totalSeats, seatsPerRow } : undefined;
}
