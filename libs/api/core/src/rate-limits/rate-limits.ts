/** So many of a kind in a window of time. */
export interface RateLimitPolicy {
  /** Names what is counted, such as `book-account`; counts of two names never touch. */
  readonly name: string;
  readonly points: number;
  /** Length of the window, which begins with the first of a key. */
  readonly seconds: number;
}

/** How a key stands after one more. */
export interface Allowance {
  /** false: it was one too many. */
  readonly allowed: boolean;
  /** How many more this window takes. */
  readonly remaining: number;
  /** Seconds until the window ends; whole, and at least 1. */
  readonly resetSeconds: number;
}

/** Counts requests for the rate limits. The implementation decides where the counts are stored. */
export abstract class RateLimits {
  /** Counts one more of this key, also when it is one too many. */
  abstract take(policy: RateLimitPolicy, key: string): Promise<Allowance>;
  /** Takes one out of the count again, if it turned out to be harmless. */
  abstract giveBack(policy: RateLimitPolicy, key: string): Promise<void>;
}
