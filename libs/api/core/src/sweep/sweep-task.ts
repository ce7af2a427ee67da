/**
 * Work that finds what a crash left behind and puts it right. Every instance runs it every few seconds,
 * so it must be safe beside itself: each step is a compare-and-set.
 */
export interface SweepTask {
  /** Name in the log. */
  readonly name: string;
  sweep(): Promise<void>;
}
