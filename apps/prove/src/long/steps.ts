import { Arbitrary, AsyncCommand, commands, constant, nat, oneof } from 'fast-check';
import { Action, ActionKind, toWord } from '../explore/action';
import { LiveRun } from '../explore/live-run';
import { Callers } from './callers';

/** A rule, or a promise to a caller, that a step broke. */
export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
}

/** One step of a schedule as a command of fast-check; it is skipped when it is not possible. */
class Step implements AsyncCommand<Callers, LiveRun> {
  private readonly action: Action;

  constructor(kind: ActionKind, at = 0, nth = 0) {
    this.action = { kind, at, nth };
  }

  check(callers: Readonly<Callers>): boolean {
    return callers.allows(this.action);
  }

  /** @throws BrokenRule */
  async run(callers: Callers, live: LiveRun): Promise<void> {
    await live.take(this.action);
    const broken = callers.learn(this.action, live) ?? live.broken ?? callers.brokenPromise(live.store);
    if (broken !== undefined) throw new BrokenRule(broken);
  }

  toString(): string {
    return toWord([this.action]);
  }
}

/** What fast-check draws for one run. */
export type Schedule = Iterable<AsyncCommand<Callers, LiveRun>>;

/** Steps drawn for a run; impossible ones are skipped, so fewer are taken. */
const MAX_STEPS = 400;

/**
 * Any steps in any order, mishaps now and then. fast-check shrinks what it drew: fewer steps, of processes of lower numbers.
 * @param replayPath which of the drawn steps were taken, as fast-check told it, to repeat what it has shrunk
 */
export function schedules(processes: number, replayPath?: string): Arbitrary<Schedule> {
  const at = nat(processes - 1);
  const step = oneof(
    { weight: 20, arbitrary: at.map((process) => new Step('apply', process)) },
    { weight: 20, arbitrary: at.map((process) => new Step('deliver', process)) },
    { weight: 2, arbitrary: at.map((process) => new Step('lose', process)) },
    { weight: 1, arbitrary: at.map((process) => new Step('crash', process)) },
    { weight: 1, arbitrary: constant(new Step('stall')) },
    { weight: 6, arbitrary: at.map((process) => new Step('land', process, 0)) },
    { weight: 1, arbitrary: at.map((process) => new Step('land', process, 1)) },
  );
  return commands([step], {
    maxCommands: MAX_STEPS,
    size: 'max',
    ...(replayPath !== undefined && { replayPath }),
  });
}
