import { quantile, ratioOf, sum } from '../measure/statistics';
import type { Comparison, CpuPerRequest, Outcomes, SideFigures } from '../report/results';

/** Which sides to compare, by their names. */
export interface Pair {
  readonly of: string;
  readonly to: string;
  readonly isNoise?: boolean;
}

/** What one side needed in one round. */
export interface Sample {
  readonly requests: number;
  /** Processor time, in nanoseconds. */
  readonly serverNs: number;
  readonly databaseNs: number | undefined;
  /** On the clock. */
  readonly ms: number;
  readonly outcomes: Outcomes;
}

export function figuresOf(name: string, samples: readonly Sample[]): SideFigures {
  const requests = sum(samples.map((sample) => sample.requests));
  return {
    name,
    requests,
    serverCpu: cpuOf(samples, ({ serverNs }) => serverNs),
    databaseCpu: samples.some(({ databaseNs }) => databaseNs === undefined)
      ? null
      : cpuOf(samples, ({ databaseNs = 0 }) => databaseNs),
    requestsPerSecond: (requests * 1_000) / sum(samples.map(({ ms }) => ms)),
    outcomes: added(samples.map(({ outcomes }) => outcomes)),
  };
}

/** @param samples of each side by its name, in the order of the rounds */
export function comparisonOf(
  { of, to, isNoise = false }: Pair,
  samples: ReadonlyMap<string, readonly Sample[]>,
): Comparison {
  const [ours, theirs] = [samples.get(of) ?? [], samples.get(to) ?? []];
  return {
    of,
    to,
    isNoise,
    cpu: ratioOf(
      perRequest(ours, ({ serverNs }) => serverNs),
      perRequest(theirs, ({ serverNs }) => serverNs),
    ),
    time: ratioOf(
      perRequest(ours, ({ ms }) => ms),
      perRequest(theirs, ({ ms }) => ms),
    ),
  };
}

function cpuOf(samples: readonly Sample[], nanoseconds: (sample: Sample) => number): CpuPerRequest {
  const micros = perRequest(samples, nanoseconds).map((each) => each / 1_000);
  const total = sum(samples.map(nanoseconds)) / sum(samples.map(({ requests }) => requests)) / 1_000;
  return { mean: total, lowerQuartile: quantile(micros, 0.25), upperQuartile: quantile(micros, 0.75) };
}

function perRequest(samples: readonly Sample[], value: (sample: Sample) => number): number[] {
  return samples.map((sample) => value(sample) / sample.requests);
}

export function added(counts: readonly Outcomes[]): Outcomes {
  const total: Record<string, number> = {};
  for (const [outcome, times] of counts.flatMap((each) => Object.entries(each))) {
    total[outcome] = (total[outcome] ?? 0) + times;
  }
  return total;
}
