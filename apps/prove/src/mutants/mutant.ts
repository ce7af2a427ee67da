import { Subject } from '../explore/system';
import { COMMANDS, Commands } from '../model/commands';
import { Edit, linkProduction } from './link';

/** A bug planted on purpose. A proof that does not see it proves nothing. */
export interface Mutant {
  readonly name: string;
  /** What goes wrong in the plain words of a review. */
  readonly bug: string;
  /** Changes to the production source. */
  readonly edits?: readonly Edit[];
  /** Changes to the store, where the rule lives in a filter or an index. */
  readonly commands?: Partial<Commands>;
  /** Changes to what the port does with several commands. */
  readonly ports?: Subject['ports'];
  /** Scenarios that may refute it, the likeliest first. */
  readonly scenarios: readonly string[];
}

/** The code with its bug. */
export function subjectOf({ edits = [], commands = {}, ports }: Mutant): Subject {
  return { production: linkProduction(edits), commands: { ...COMMANDS, ...commands }, ...(ports && { ports }) };
}
