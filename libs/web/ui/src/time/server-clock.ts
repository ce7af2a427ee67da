/** By how many milliseconds the clock of the server is ahead of the visitor's. */
let ahead = 0;

/**
 * What time it is at the server: the visitor's clock, put right by the answers of the API. A phone that is weeks off
 * would otherwise call a valid ticket past. What is past or can be booked the API says itself.
 */
export const serverClock = {
  /** Milliseconds since 1970. */
  now: (): number => Date.now() + ahead,
  /** The server's time as an answer told it just now, in milliseconds since 1970; what is no time is ignored. */
  set: (time: number): void => {
    if (!Number.isNaN(time)) ahead = time - Date.now();
  },
};
