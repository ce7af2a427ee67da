import { Moves } from './moves';
import { Plan } from './plan/plan';
import { ShowPrices } from './price/show-prices';

/** CREATING and DISCARDED are never shown: a show is seen only once all its seats exist, and no more once it is deleted. */
export const SHOW_STATUSES = ['CREATING', 'DRAFT', 'ON_SALE', 'CANCELLED', 'DISCARDED'] as const;
export type ShowStatus = (typeof SHOW_STATUSES)[number];

/** What may happen to a show; each move is one compare-and-set on the status. */
export const SHOW_MOVES: Moves<ShowStatus> = {
  CREATING: ['DRAFT', 'ON_SALE', 'DISCARDED'],
  DRAFT: ['ON_SALE', 'CANCELLED', 'DISCARDED'],
  ON_SALE: ['CANCELLED'],
  CANCELLED: [],
  DISCARDED: [],
};

/** Statuses that leave the API. */
export const VISIBLE_SHOW_STATUSES = ['DRAFT', 'ON_SALE', 'CANCELLED'] as const satisfies readonly ShowStatus[];
export type VisibleShowStatus = (typeof VISIBLE_SHOW_STATUSES)[number];

/** Where the window of a sale stands: before it opens, within it, or after it has closed. */
export const SALE_PHASES = ['NOT_OPEN', 'OPEN', 'CLOSED'] as const;
export type SalePhase = (typeof SALE_PHASES)[number];

/** A show with its plan at hand. */
export interface SeatedShow extends Show {
  readonly plan: Plan;
}

/** A show as the rules see it. */
export interface Show {
  readonly id: string;
  readonly title: string;
  readonly startTime: Date;
  /** The zone of its venue, by its name in the IANA database: whatever is written of the show's time is in it. */
  readonly timeZone: string;
  /** From when customers may book; null: as soon as it is on sale. */
  readonly saleOpensAt: Date | null;
  /** From when they may not any more; null: they may until it starts. */
  readonly saleClosesAt: Date | null;
  /** How long it lasts; null: nobody said. */
  readonly durationMinutes: number | null;
  readonly venue: string | null;
  readonly description: string | null;
  /** What visitors must keep to; null for none. */
  readonly houseRules: string | null;
  /** How visitors find the venue; null where nobody said. */
  readonly gettingThere: string | null;
  readonly status: ShowStatus;
  /** Id of the plan that it is put on in, and which version of it; a plain plan has its size as its id. */
  readonly planId: string;
  readonly planVersion: number;
  readonly totalSeats: number;
  /** Of a plain plan; otherwise of its longest row. */
  readonly seatsPerRow: number;
  /** How many seats one customer may have; null: as many as there are. */
  readonly limitPerCustomer: number | null;
  /** Whether chosen seats may not leave a single free seat beside them where others would not. */
  readonly noLoneSeat: boolean;
  /** Until how many hours before the start customers may give seats back; null: never, the box office does. */
  readonly giveBackHours: number | null;
  /** What its seats cost; null: nothing. */
  readonly prices: ShowPrices | null;
  /** First 16 hex digits of every seat id of this show. */
  readonly seatPrefix: string;
  readonly createdAt: Date;
  /** How often it was edited: an edit names the version that its editor saw. */
  readonly version: number;
  /** Why it was cancelled, in the organiser's words; null for none, and while it is not cancelled. */
  readonly cancelReason: string | null;
  /** Customers may book: on sale, not started, and within the window of its sale, by the database's clock at the moment of reading. */
  readonly bookable: boolean;
  /** By the same clock: where the window of its sale stands, whatever its status. */
  readonly salePhase: SalePhase;
  /** By the same clock: customers may give seats back. */
  readonly returnable: boolean;
  /** By the same clock: its start is not in the future. */
  readonly started: boolean;
}
