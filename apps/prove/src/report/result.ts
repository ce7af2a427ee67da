/** One line of the report. Everything that is not a violation is a figure. */
export interface Result {
  readonly part: 'interleavings' | 'planted bugs' | 'random runs' | 'races';
  readonly name: string;
  /** The database, for races; the model otherwise. */
  readonly database: string;
  readonly states?: number;
  readonly schedules?: number;
  readonly rounds?: number;
  /** Servers that were killed, and that were stopped past their lease, at a named step. */
  readonly kills?: number;
  readonly stalls?: number;
  readonly refusals?: number;
  /** Seats that were left behind; each is one of the violations too. */
  readonly leaks?: number;
  /** Sentences; for a planted bug, the one that says that it survived. */
  readonly violations: readonly string[];
  /** How a planted bug was found. */
  readonly found?: string;
  readonly seconds: number;
}
