import type { Actor } from '../harness/actors';
import type { NamedStep } from '../harness/api-server';
import type { Reply } from '../harness/http';
import type { ShowWithSeats } from './arena';

/** A step at which a server is stopped, as by a long pause of its machine. */
export interface Stall extends NamedStep {
  /** Seats of the show, from the first, that somebody else buys meanwhile. */
  readonly resold: number;
  /** Prepares the sleeper's request at a server that is awake. @returns sends the request to the server that falls asleep */
  readonly prepare: (sleeper: Actor, show: ShowWithSeats) => Promise<(asleep: Actor) => Promise<Reply<object>>>;
  /** What the sleeper is told when its server wakes up, and again when it repeats the request there. */
  readonly told: readonly [first: string, again: string];
}
