/** So many in a window, for one account or one address. */
export interface Quota {
  readonly points: number;
  readonly seconds: number;
}

/** What is counted of a class of routes; an IPv6 address counts by its /64. */
export interface RateLimitClass {
  readonly account?: Quota;
  readonly address?: Quota;
}

const MINUTE = 60;

/**
 * The rate limits. Limits by address leave room for a box office, a school or a whole mobile network with one address;
 * limits by account leave room for somebody who is quick. Free accounts would make limits by account worthless, so new
 * guests are limited by address too.
 */
export const RATE_LIMIT_CLASSES = {
  // Whoever chooses a first seat becomes a guest: half a school, within the minutes after a sale has begun.
  guest: { address: { points: 150, seconds: 10 * MINUTE } },
  register: { address: { points: 20, seconds: 10 * MINUTE } },
  // Right sign-ins of a whole company; wrong ones are counted separately, and far more strictly.
  login: { address: { points: 600, seconds: 10 * MINUTE } },
  book: { account: { points: 60, seconds: MINUTE }, address: { points: 300, seconds: MINUTE } },
  // A seat is held, and given back, at each click on the map.
  hold: { account: { points: 240, seconds: MINUTE }, address: { points: 1_200, seconds: MINUTE } },
  cancel: { account: { points: 60, seconds: MINUTE }, address: { points: 300, seconds: MINUTE } },
  // Looking for the best seats of a large hall costs milliseconds.
  offers: { address: { points: 300, seconds: MINUTE } },
  // A whole company reconnects at once when a server ends; a page that is refused asks for the status instead.
  watch: { address: { points: 1_200, seconds: MINUTE } },
  // A file of tickets costs about a tenth of a second of a thread.
  file: { account: { points: 30, seconds: MINUTE }, address: { points: 120, seconds: MINUTE } },
  // A code has some 3 × 10¹¹ values: nobody finds one by trying.
  'look-up': { address: { points: 30, seconds: 10 * MINUTE } },
  // Asking for a link by mail; how often one e-mail may be asked for is counted besides.
  'link-ask': { address: { points: 30, seconds: 10 * MINUTE } },
  // A token has 256 random bits: nobody finds one by trying.
  'link-use': { address: { points: 60, seconds: 10 * MINUTE } },
  'password-change': {
    account: { points: 10, seconds: 10 * MINUTE },
    address: { points: 60, seconds: 10 * MINUTE },
  },
} as const satisfies Readonly<Record<string, RateLimitClass>>;

export type RateLimitClassName = keyof typeof RATE_LIMIT_CLASSES;
