import type { Answer, Asked, Client } from './client';

/** How a batch is sent. */
export interface ClosedLoop {
  /** So many requests are under way at any moment. */
  readonly callers: number;
  /** After this time nothing more is sent, in milliseconds. */
  readonly limitMs?: number;
}

/** What a batch brought: the answers to the first requests of it, in their order. */
export interface Answered {
  readonly answers: readonly Answer[];
  readonly ms: number;
}

/** Callers who each send their next request as soon as the last one is answered. */
export async function closedLoop(
  client: Client,
  requests: readonly Asked[],
  { callers, limitMs = Infinity }: ClosedLoop,
): Promise<Answered> {
  const answers: Answer[] = [];
  const start = performance.now();
  let next = 0;
  const call = async (): Promise<void> => {
    while (next < requests.length && performance.now() - start < limitMs) {
      const at = next++;
      answers[at] = await client.send(requests[at] as Asked);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return { answers, ms: performance.now() - start };
}
