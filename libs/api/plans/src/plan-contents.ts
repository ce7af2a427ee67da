/**
 * What is too large for the plans themselves: drawings and layouts, compressed and in pieces. A content is written once and
 * never changed; a plan names those that it has.
 */
export abstract class PlanContents {
  /** Keeps the bytes for a plan, which does not name them yet. @returns the id of the content */
  abstract put(planId: string, bytes: Buffer): Promise<string>;
  /** The bytes; undefined if there is no such content (any more). */
  abstract get(content: string): Promise<Buffer | undefined>;
  /**
   * Deletes the contents of a plan that it does not name: what a crash left, and what was replaced just now. Others that are
   * young may be about to be named.
   */
  abstract keepOnly(planId: string, named: readonly string[], replaced: string): Promise<void>;
  /** Deletes all contents of a plan. */
  abstract removeAll(planId: string): Promise<void>;
}
