import { isWorthAskingAgain, Problem } from '@modex/web-api-client';

/** Waits before the same is asked again by itself, in milliseconds; after the last one the customer decides. */
const PAUSES_MS = [700, 2000, 4000] as const;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Does a step as long as it is due, and once more after a pause where its problem may pass.
 * @param step does one step; resolves with its problem, undefined if there was none
 * @returns the problem that stays; undefined if no step is due any more
 */
export async function insist(
  step: () => Promise<Problem | undefined>,
  isDue: () => boolean,
): Promise<Problem | undefined> {
  for (let failures = 0; isDue();) {
    const problem = await step();
    const pause = PAUSES_MS[failures];
    if (problem === undefined) failures = 0;
    else if (!isWorthAskingAgain(problem) || pause === undefined) return problem;
    else {
      failures++;
      await wait(Math.min(LONGEST_PAUSE_MS, Math.max(pause, (problem.retryAfter ?? 0) * 1000)));
    }
  }
  return undefined;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
