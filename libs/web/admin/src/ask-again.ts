import { isWorthAskingAgain, readProblem } from '@modex/web-api-client';

/** Pauses before a request is sent once more, in milliseconds. */
const PAUSES_MS = [500, 1000, 2000];

/** Sends a request that does no harm when it arrives twice, again while its outcome is unknown. @throws what the last call threw */
export async function askAgain<T>(send: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await send();
    } catch (error) {
      if (!isWorthAskingAgain(readProblem(error))) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return send();
}
