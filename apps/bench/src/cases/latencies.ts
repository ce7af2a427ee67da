import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import type { Latencies } from '../report/results';

/** What was sent later than this after its time counts as sent late, in milliseconds. */
const LATE_MS = 10;
/** If one in a hundred is later than this, the load generator was too slow, and the run is void. */
const VOID_MS = 25;

/** Something that was planned and came to an end. */
export interface Timed {
  readonly status: number | string;
  /** How long after its time it was sent, and how long after its time it was over. */
  readonly lateMs: number;
  readonly latencyMs: number;
}

export function latenciesOf(side: string, request: string, all: readonly Timed[]): Latencies {
  const [latency, late] = [createHistogram(), createHistogram()];
  const outcomes: Record<string, number> = {};
  for (const { status, latencyMs, lateMs } of all) {
    record(latency, latencyMs);
    record(late, lateMs);
    outcomes[status] = (outcomes[status] ?? 0) + 1;
  }
  return {
    side,
    request,
    sent: all.length,
    p50: msOf(latency.percentile(50)),
    p95: msOf(latency.percentile(95)),
    p99: msOf(latency.percentile(99)),
    max: msOf(latency.max),
    outcomes,
    sentLate: all.filter(({ lateMs }) => lateMs > LATE_MS).length,
    lateP99: msOf(late.percentile(99)),
  };
}

/** Whether the load generator was too slow for these to mean anything. */
export function isVoid(latencies: readonly Latencies[]): boolean {
  return latencies.some(({ lateP99 }) => lateP99 > VOID_MS);
}

/** A histogram counts whole numbers from 1: microseconds. */
function record(histogram: RecordableHistogram, ms: number): void {
  histogram.record(Math.max(1, Math.round(ms * 1_000)));
}

function msOf(micros: number): number {
  return micros / 1_000;
}
