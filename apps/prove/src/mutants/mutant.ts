import { Subject } from '../explore/system';
import { COMMANDS, Commands } from '../model/commands';
import { Edit, linkProduction } from './link';

/** What is changed in the code under proof. */
export interface Changes {
  /** Changes to the production source. */
  readonly edits?: readonly Edit[];
  /** Changes to the store, where the rule lives in a filter or an index. */
  readonly commands?: Partial<Commands>;
  /** Changes to what the port does with several commands. */
  readonly ports?: Subject['ports'];
}

/** A bug planted on purpose. A proof that does not see it proves nothing. */
export interface Mutant extends Changes {
  readonly name: string;
  /** What goes wrong in the plain words of a review. */
  readonly bug: string;
  /**
   * The same changes without the bug itself, where it shows only on ground that is prepared. They must break no rule,
   * so that what is found is due to the bug.
   */
  readonly ground?: Changes;
  /** Scenarios that may refute it, the likeliest first. */
  readonly scenarios: readonly string[];
}

/** The code so changed. */
export function subjectOf({ edits = [], commands = {}, ports }: Changes): Subject {
  return { production: linkProduction(edits), commands: { ...COMMANDS, ...commands }, ...(ports && { ports }) };
}
