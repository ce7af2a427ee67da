import { Moves } from './moves';

/** CREATING and DISCARDED are never shown: a show is seen only once all its seats exist. */
export const SHOW_STATUSES = ['CREATING', 'DRAFT', 'ON_SALE', 'CANCELLED', 'DISCARDED'] as const;
export type ShowStatus = (typeof SHOW_STATUSES)[number];

/** What may happen to a show; each move is one compare-and-set on the status. */
export const SHOW_MOVES: Moves<ShowStatus> = {
  CREATING: ['DRAFT', 'ON_SALE', 'DISCARDED'],
  DRAFT: ['ON_SALE', 'CANCELLED'],
  ON_SALE: ['CANCELLED'],
  CANCELLED: [],
  DISCARDED: [],
};

/** Statuses that leave the API. */
export const VISIBLE_SHOW_STATUSES = ['DRAFT', 'ON_SALE', 'CANCELLED'] as const satisfies readonly ShowStatus[];
export type VisibleShowStatus = (typeof VISIBLE_SHOW_STATUSES)[number];

/** A show as the rules see it. */
export interface Show {
  readonly id: string;
  readonly title: string;
  readonly startTime: Date;
  readonly venue: string | null;
  readonly description: string | null;
  readonly status: ShowStatus;
  readonly totalSeats: number;
  readonly seatsPerRow: number;
  /** First 16 hex digits of every seat id of this show. */
  readonly seatPrefix: string;
  readonly createdAt: Date;
  /** On sale and not started, by the database's clock at the moment of reading. */
  readonly bookable: boolean;
}
