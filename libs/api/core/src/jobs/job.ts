/** How long a round may take. */
export interface Budget {
  /** Whether the round should end; the rest is done in the next one. */
  readonly isSpent: boolean;
}

/**
 * Work that every instance repeats, such as cleaning up after a crash. Instances do it at the same time, so each of its
 * steps is a compare-and-set.
 */
export interface Job {
  /** Name in the log. */
  readonly name: string;
  /** From the end of a round to the beginning of the next, in milliseconds. */
  readonly pauseMs: number;
  /** How long a round may take, in milliseconds. */
  readonly budgetMs: number;
  /** One round. */
  run(budget: Budget): Promise<void>;
}
