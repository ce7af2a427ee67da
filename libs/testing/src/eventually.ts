/** How long a condition may take to come true, in milliseconds; the counts of seats are up to a second old. */
const LIMIT_MS = 60_000;
const PAUSE_MS = 50;

/** Repeats the check until it passes. @returns what it returned @throws what the last check threw, after a minute */
export async function eventually<T>(check: () => Promise<T>): Promise<T> {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
