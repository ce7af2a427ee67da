import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../measure/random';
import type { Asked, Client } from './client';

/** A request with the time at which somebody wants to send it, in milliseconds from the start. */
export interface Planned {
  readonly atMs: number;
  readonly kind: string;
  readonly asked: Asked;
}

/** What became of it. */
export interface Sent {
  readonly kind: string;
  /** 0: the connection broke. */
  readonly status: number;
  /** How long after its time it was sent: that is the load generator's fault, and the latency includes it. */
  readonly lateMs: number;
  /** From the planned time to the end of the answer. */
  readonly latencyMs: number;
}

/** Times of people who come independently of each other, at this rate on average. @returns milliseconds, ascending */
export function arrivals(perSecond: number, seconds: number, random: Random): number[] {
  const times: number[] = [];
  const gap = (): number => (-Math.log(1 - random()) * 1_000) / perSecond;
  for (let at = gap(); at < seconds * 1_000; at += gap()) times.push(at);
  return times;
}

/** Sends each request at its time, whether the ones before it are answered or not. @param plan in order of time */
export async function openLoop(client: Client, plan: readonly Planned[]): Promise<readonly Sent[]> {
  const start = performance.now();
  const sent: Promise<Sent>[] = [];
  for (const planned of plan) {
    const wait = start + planned.atMs - performance.now();
    if (wait > 0) await pause(wait);
    sent.push(sendNow(client, planned, start));
  }
  return Promise.all(sent);
}

async function sendNow(client: Client, { atMs, kind, asked }: Planned, start: number): Promise<Sent> {
  const lateMs = performance.now() - start - atMs;
  const status = await client.send(asked).then(
    (answer) => answer.status,
    () => 0,
  );
  return { kind, status, lateMs, latencyMs: performance.now() - start - atMs };
}
