/** By how many milliseconds the clock of the server is ahead of the browser's. */
let ahead = 0;

/**
 * The time at the server: the browser's clock, corrected by the answers of the API. Otherwise a phone whose clock is weeks
 * off would call a valid ticket past. Whether something is past or can be booked is said by the API itself.
 */
export const serverClock = {
  /** Milliseconds since 1970. */
  now: (): number => Date.now() + ahead,
  /** The server's time as an answer told it just now, in milliseconds since 1970; what is no time is ignored. */
  set: (time: number): void => {
    if (!Number.isNaN(time)) ahead = time - Date.now();
  },
};
