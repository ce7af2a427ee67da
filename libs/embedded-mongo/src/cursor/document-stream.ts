import type { Pausable } from '../query/ordered';

/** The most bytes of documents in one batch, so that a reply stays within a message. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** Documents as BSON, step by step; undefined at the end. A step may be empty. */
export type Steps = () => readonly Uint8Array[] | undefined;

/** One batch for a client. */
export interface Taken {
  readonly documents: readonly Uint8Array[];
  readonly isExhausted: boolean;
}

/** The results of a query as a client takes them: in batches, at its own pace. */
export class DocumentStream {
  private pending: readonly Uint8Array[] = [];
  private at = 0;
  private ended = false;

  constructor(private readonly steps: Steps) {}

  /** The next documents, at most `count` and 16 MB, but at least one if there is any. */
  *take(count: number): Pausable<Taken> {
    const documents: Uint8Array[] = [];
    let bytes = 0;
    while (yield* this.hasNext()) {
      const next = this.pending[this.at] as Uint8Array;
      const isFull = documents.length >= count || (documents.length > 0 && bytes + next.length > MAX_BATCH_BYTES);
      if (isFull) return { documents, isExhausted: false };
      documents.push(next);
      bytes += next.length;
      this.at++;
    }
    return { documents, isExhausted: true };
  }

  private *hasNext(): Pausable<boolean> {
    while (this.at >= this.pending.length) {
      if (this.ended) return false;
      const step = this.steps();
      this.ended = step === undefined;
      this.pending = step ?? [];
      this.at = 0;
      yield;
    }
    return true;
  }
}
