import { SeatCounts } from '@modex/domain';

/** How many seats of a show are free or taken. A port of this room; the seats room counts. */
export abstract class SeatAvailability {
  /** @returns the counts by show id; at most one second old */
  abstract countByShow(shows: readonly ShowSize[]): Promise<ReadonlyMap<string, SeatCounts>>;
}

/** A show with the number of all its seats: those that nobody has follow from it. */
export interface ShowSize {
  readonly id: string;
  readonly totalSeats: number;
}
