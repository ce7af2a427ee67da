import type { Ratio } from '../measure/statistics';

/** How often each thing came out: statuses, or what the case counts. */
export type Outcomes = Readonly<Record<string, number>>;

/** Processor time of a request in one process, in microseconds; quartiles are those of the rounds. */
export interface CpuPerRequest {
  readonly mean: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

/** What one side of a paired case cost. */
export interface SideFigures {
  readonly name: string;
  readonly requests: number;
  readonly serverCpu: CpuPerRequest;
  /** Null where the process of the database is not ours. */
  readonly databaseCpu: CpuPerRequest | null;
  readonly requestsPerSecond: number;
  readonly outcomes: Outcomes;
}

/** How much of something `of` needs for what `to` needs 1. */
export interface Comparison {
  readonly of: string;
  readonly to: string;
  /** Both are the same program: whatever differs from 1 is noise. */
  readonly isNoise: boolean;
  /** Of the processor time of the server. */
  readonly cpu: Ratio;
  /** Of the time on the clock. */
  readonly time: Ratio;
}

interface Told {
  readonly name: string;
  readonly title: string;
  readonly database: string;
  /** Single figures that are compared with nothing but earlier runs. */
  readonly figures?: readonly Figure[];
}

/** Sides that took turns in rounds. */
export interface PairedResult extends Told {
  readonly kind: 'paired';
  /** Who asks, in words: `16 at once`. */
  readonly load: string;
  /** Of what the processor time is told, in words: `request`. */
  readonly unit: string;
  readonly rounds: number;
  readonly sides: readonly SideFigures[];
  readonly comparisons: readonly Comparison[];
}

/** Latencies of one kind of request at one server, in milliseconds from the planned time. */
export interface Latencies {
  readonly side: string;
  readonly request: string;
  readonly sent: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly outcomes: Outcomes;
  /** Requests that were sent more than 10 ms after their time, and the delay that 99 % kept within, in milliseconds. */
  readonly sentLate: number;
  readonly lateP99: number;
}

/** People who come at their own times. */
export interface OpenLoopResult extends Told {
  readonly kind: 'open loop';
  readonly arrivals: string;
  readonly latencies: readonly Latencies[];
  /** The load generator itself was too late for the latencies to mean anything. */
  readonly isVoid: boolean;
}

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

/** A case that has nothing but single figures. */
export interface FiguresResult extends Told {
  readonly kind: 'figures';
  readonly figures: readonly Figure[];
}

export type CaseResult = PairedResult | OpenLoopResult | FiguresResult;

/** What a run leaves behind. */
export interface Results {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly node: string;
  readonly cpus: number;
  /** Load average over one minute, before and after. */
  readonly load: readonly [number, number];
  readonly seed: number;
  readonly cases: readonly CaseResult[];
}
