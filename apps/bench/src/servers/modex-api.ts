import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../load/client';

/** How long a client waits after 503 before it repeats the request, in milliseconds. */
const AGAIN_MS = 200;

/** Who asks: the token of a session. */
export interface Session {
  readonly userId: string;
  readonly token: string;
}

/** What a request to Modex carries; with a body it is a POST. */
export interface Wish {
  readonly session?: Session;
  readonly body?: unknown;
  readonly method?: 'GET' | 'POST';
}

export function bearer({ token }: Session): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}

/**
 * Asks Modex; while the answer is 503 it asks again with the same key.
 * @param path below /api
 * @returns the body of the answer
 * @throws unless it is 2xx
 */
export async function ask<Body>(client: Client, path: string, { session, body, method }: Wish = {}): Promise<Body> {
  const headers = { 'accept-encoding': 'identity', 'idempotency-key': randomUUID(), ...(session && bearer(session)) };
  const asked = { method: method ?? (body === undefined ? 'GET' : 'POST'), path: `/api${path}`, headers, body };
  let answer = await client.send(asked);
  while (answer.status === 503) {
    await pause(AGAIN_MS);
    answer = await client.send(asked);
  }
  if (answer.status < 200 || answer.status > 299) {
    throw new Error(`${asked.method} ${path}: ${answer.status} ${answer.bytes.toString()}`);
  }
  return JSON.parse(answer.bytes.toString()) as Body;
}
