import { StoreState } from '../model/store-state';
import { TicketRef } from '@modex/domain';
import { Outcome } from './outcome';
import { LEASE_MS, Services } from './services';

/** A buyer's request; the rules compare the answers and the store with it. */
export interface Asked {
  readonly userId: string;
  readonly showId: string;
  readonly seatIds: readonly string[];
  readonly idempotencyKey?: string;
}

/** A request for seats that are not named. */
export interface Wanted {
  readonly userId: string;
  readonly showId: string;
  readonly quantity: number;
}

/** One request, or one round of a sweep: a run of production code that the explorer interleaves with others. */
export interface ProcessSpec {
  /** Letter in traces. */
  readonly name: string;
  /** Processes of one host die together; by default each has its own. */
  readonly host?: string;
  readonly run: (services: Services) => Promise<Outcome>;
  /** Present for bookings and holds. */
  readonly asks?: Asked;
  /** Present for holds of the best available seats. */
  readonly wants?: Wanted;
  /** For staff who release blocked seats: which. */
  readonly releases?: readonly string[];
  /** For a door: the ticket, and its scan. */
  readonly scans?: TicketRef & { readonly scanId: string };
  /** For a door that takes entries back: by which scans. */
  readonly undoes?: readonly string[];
  /** For a confirm of a hold: the seats that its customer saw, in lock order. */
  readonly sees?: readonly string[];
}

/** How much may go wrong in one schedule, at any moment. */
export interface Mishaps {
  /** Hosts that vanish; what they sent may still be applied, at any later moment or never. */
  readonly crashes: number;
  /** How often all processes sleep: until the latest lease is over, unless the scenario says how long. */
  readonly stalls: number;
  /** Answers that do not arrive; the command was applied, or not, or will be later. */
  readonly losses: number;
  /** Writes that are applied twice, since the driver sends them again and the server does not remember them. */
  readonly repeats: number;
}

export interface Scenario {
  readonly name: string;
  /** One sentence: who meets whom. */
  readonly title: string;
  readonly initial: StoreState;
  readonly processes: readonly ProcessSpec[];
  readonly mishaps: Mishaps;
  /** How far the clock advances when all processes sleep, in milliseconds; default: a lease. */
  readonly stallMs?: number;
  /** Shows never change in this scenario, so that reading one is no step of the schedule. */
  readonly constantShows: boolean;
  /**
   * Whether the moment at which an answer arrives is explored too. It makes no difference, and without it there are far
   * fewer states; a test compares both ways.
   */
  readonly everyPoint?: boolean;
  /** Whether of the bookings that collide one must confirm when nothing goes wrong. */
  readonly oneMustWin: boolean;
}

/** How far the clock advances when all processes sleep, in milliseconds. */
export function stallOf({ stallMs = LEASE_MS }: Pick<Scenario, 'stallMs'>): number {
  return stallMs;
}
