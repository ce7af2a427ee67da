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
 * Whoever comes too often. The numbers by address leave room for a box office, a school or a whole mobile network that
 * share one; those by account for somebody who is quick. A guest costs an address more than anything else, since an
 * account that anybody may have for nothing would make the numbers by account worthless.
 */
export const RATE_LIMIT_CLASSES = {
  guest: { address: { points: 40, seconds: 10 * MINUTE } },
  register: { address: { points: 20, seconds: 10 * MINUTE } },
  // Right sign-ins of a whole office; wrong ones are counted apart, and far more strictly.
  login: { address: { points: 600, seconds: 10 * MINUTE } },
  book: { account: { points: 60, seconds: MINUTE }, address: { points: 300, seconds: MINUTE } },
  // A seat is held, and given back, at each click on the map.
  hold: { account: { points: 240, seconds: MINUTE }, address: { points: 1_200, seconds: MINUTE } },
  cancel: { account: { points: 60, seconds: MINUTE }, address: { points: 300, seconds: MINUTE } },
  // A whole office comes back at once when a server ends; a page that is refused asks for the status instead.
  watch: { address: { points: 1_200, seconds: MINUTE } },
  // A code has some 3 × 10¹¹ values: nobody finds one by trying.
  'look-up': { address: { points: 30, seconds: 10 * MINUTE } },
  'password-change': {
    account: { points: 10, seconds: 10 * MINUTE },
    address: { points: 60, seconds: 10 * MINUTE },
  },
} as const satisfies Readonly<Record<string, RateLimitClass>>;

export type RateLimitClassName = keyof typeof RATE_LIMIT_CLASSES;
