import { setTimeout as pause } from 'node:timers/promises';

/** Shortest and longest pause between two questions, in milliseconds. */
const [SHORTEST_MS, LONGEST_MS] = [20, 200];

/**
 * Asks again and again until the answer is neither false nor undefined; less often the longer it has waited, since many
 * may wait for the same database at the same time.
 * @param limitMs after this time, in milliseconds, it gives up
 * @throws Error that names what was waited for
 */
export async function until<T>(what: string, limitMs: number, ask: () => Promise<T> | T): Promise<NonNullable<T>> {
  const began = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    const waited = performance.now() - began;
    if (waited > limitMs) throw new Error(`not within ${limitMs} ms: ${what}`);
    await pause(Math.min(Math.max(waited / 20, SHORTEST_MS), LONGEST_MS));
  }
}

/** Rejects when the promise has not settled after `limitMs` milliseconds. */
export async function within<T>(what: string, limitMs: number, promise: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = pause(limitMs, undefined, { signal: over.signal }).then(() => {
    throw new Error(`not within ${limitMs} ms: ${what}`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
}

/**
 * Calls `act` for every item, at most `width` at a time; the results are in the order of the items. After a failure it
 * begins no further item, and rejects when those under way have ended: nothing goes on behind the caller's back.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  act: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    try {
      for (let index = next++; index < items.length; index = next++) {
        results[index] = await act(items[index] as T, index);
      }
    } catch (error) {
      next = items.length;
      throw error;
    }
  };
  await allOf(Array.from({ length: Math.min(width, items.length) }, lane));
  return results;
}

/** Both or all results; when one fails it still waits for the others, so that none goes on behind the caller's back. */
export async function allOf<T extends readonly unknown[]>(
  promises: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** Lets at most `width` tasks run at the same time; the others wait for their turn. */
export function atMost(width: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running < width) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
