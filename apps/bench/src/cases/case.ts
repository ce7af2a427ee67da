import type { CaseResult } from '../report/results';
import type { Bench } from '../servers/bench';

/** How a run was asked for. */
export interface RunSettings {
  readonly rounds: number;
  readonly seed: number;
  /** More of what takes minutes. */
  readonly isLong: boolean;
  /** Tells who waits how far it is. */
  readonly say: (progress: string) => void;
}

/** A line of the table of cases. */
export interface Case {
  readonly name: string;
  readonly title: string;
  /** Takes minutes: it runs with `--long`, or when it is named. */
  readonly isLong?: boolean;
  /** Measures it on one database. */
  run(bench: Bench, settings: RunSettings): Promise<CaseResult>;
}
