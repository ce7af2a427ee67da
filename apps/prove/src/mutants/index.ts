import { explore, Violation } from '../explore/search';
import { System } from '../explore/system';
import { scenarioNamed } from '../scenarios';
import { BEST_MUTANTS } from './best-mutants';
import { BLOCK_MUTANTS } from './block-mutants';
import { DOOR_MUTANTS } from './door-mutants';
import { HOLD_MUTANTS } from './hold-mutants';
import { LIMIT_MUTANTS } from './limit-mutants';
import { OUTBOX_MUTANTS } from './outbox-mutants';
import { RETURN_MUTANTS } from './return-mutants';
import { Changes, Mutant, subjectOf } from './mutant';
import { SERVICE_MUTANTS } from './service-mutants';
import { SHOW_MUTANTS } from './show-mutants';
import { STORE_MUTANTS } from './store-mutants';
import { SWITCH_MUTANTS } from './switch-mutants';

export type { Mutant } from './mutant';
export { subjectOf } from './mutant';

export const MUTANTS: readonly Mutant[] = [
  ...SERVICE_MUTANTS,
  ...STORE_MUTANTS,
  ...SHOW_MUTANTS,
  ...RETURN_MUTANTS,
  ...LIMIT_MUTANTS,
  ...HOLD_MUTANTS,
  ...BEST_MUTANTS,
  ...BLOCK_MUTANTS,
  ...OUTBOX_MUTANTS,
  ...SWITCH_MUTANTS,
  ...DOOR_MUTANTS,
];

/** Those that a few random runs find, whatever the seed. */
export const RANDOMLY_FOUND = [
  'lock-of-anybody',
  'release-of-anybody',
  'confirm-after-lease',
  'sweep-forgets-seats',
] as const;

/** How a planted bug was found. */
export interface Refutation {
  readonly scenario: string;
  readonly violation: Violation;
  readonly states: number;
}

/** Looks for the bug in its scenarios. @returns undefined when it survives: the exploration is blind to it */
export async function refute(mutant: Mutant): Promise<Refutation | undefined> {
  return firstIn(mutant.scenarios, mutant);
}

/** Whether rules are broken without the bug already, on the ground that was prepared for it. */
export async function refuteGround({ ground, scenarios }: Mutant): Promise<Refutation | undefined> {
  return ground && firstIn(scenarios, ground);
}

async function firstIn(scenarios: readonly string[], changes: Changes): Promise<Refutation | undefined> {
  const subject = subjectOf(changes);
  for (const name of scenarios) {
    const { violation, states } = await explore(new System(scenarioNamed(name), subject), { maxStates: 1_000_000 });
    if (violation !== undefined) return { scenario: name, violation, states };
  }
  return undefined;
}

/** @throws Error for a name that no mutant has */
export function mutantNamed(name: string): Mutant {
  const mutant = MUTANTS.find((known) => known.name === name);
  if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
  return mutant;
}
