/** A plan as a file. */
export interface ExportedPlan {
  readonly text: string;
  readonly contentType: string;
  /** Ending of the name of the file. */
  readonly ending: string;
  /** What the format cannot carry, each kind once. */
  readonly losses: readonly string[];
}
