import type { CaseResult } from '../report/results';
import type { Bench } from '../servers/bench';
import type { DatabaseKind } from '../servers/database';

/** How a run was asked for. */
export interface RunSettings {
  readonly rounds: number;
  readonly seed: number;
  /** All databases of the run; the first is that of the bench a case is given first. */
  readonly databases: readonly DatabaseKind[];
  /** More of what takes minutes. */
  readonly isLong: boolean;
  /** Called when everything is warm: now it is measured. */
  readonly begin?: () => void;
  /** Reports the progress. */
  readonly say: (progress: string) => void;
}

/** A line of the table of cases. */
export interface Case {
  readonly name: string;
  readonly title: string;
  /** Takes minutes: it runs with `--long`, or when it is named. */
  readonly isLong?: boolean;
  /** It measures all databases by turns itself, and is played once. */
  readonly isByTurns?: boolean;
  /** Measures it on one database. */
  run(bench: Bench, settings: RunSettings): Promise<CaseResult>;
}
