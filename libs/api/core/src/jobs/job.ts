/** How long a round may take. */
export interface Budget {
  /** The round should end: what is left is for the next one. */
  readonly isSpent: boolean;
}

/**
 * Work that every instance does again and again, such as putting right what a crash left behind. Instances do it beside
 * each other, so each of its steps is a compare-and-set.
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
