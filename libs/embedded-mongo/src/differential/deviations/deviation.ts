import type { Case, Outcome } from '../case';

/** A way in which the server of the comparison differs from MongoDB's manual or source; there ours is the answer. */
export type Deviation = {
  readonly name: string;
  readonly reason: string;
  /** Whether this is why the two answers to a case differ. */
  readonly explains: Explains;
};

export type Explains = (question: Case, ours: Outcome, theirs: Outcome) => boolean;
