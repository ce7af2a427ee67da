import { Arbitrary, AsyncCommand, commands, constant, nat, oneof } from 'fast-check';
import { Action, ActionKind, toWord } from '../explore/action';
import { LiveRun } from '../explore/live-run';
import { Callers } from './callers';

/** A rule, or a promise to a caller, that a step broke. */
export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
}

/** One step of a schedule as a command of fast-check: it is skipped where the callers do not stand so that it could be taken. */
abstract class Step implements AsyncCommand<Callers, LiveRun> {
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

/** The store applies the command of a process. */
class Apply extends Step {
  constructor(at: number) {
    super('apply', at);
  }
}

/** A process gets its answer. */
class Deliver extends Step {
  constructor(at: number) {
    super('deliver', at);
  }
}

/** A process gets an error instead of an answer. */
class LoseAnswer extends Step {
  constructor(at: number) {
    super('lose', at);
  }
}

/** A process vanishes. */
class Crash extends Step {
  constructor(at: number) {
    super('crash', at);
  }
}

/** A command that nobody waits for is applied after all. */
class LandLate extends Step {
  constructor(at: number, nth: number) {
    super('land', at, nth);
  }
}

/** A lease passes. */
class PassLease extends Step {
  constructor() {
    super('stall');
  }
}

/** What fast-check draws for one run. */
export type Schedule = Iterable<AsyncCommand<Callers, LiveRun>>;

/** Steps drawn for a run; those that cannot be taken are skipped, so that fewer are. */
const MAX_STEPS = 400;

/**
 * Any steps in any order, mishaps now and then. fast-check shrinks what it drew: fewer steps, of processes of lower numbers.
 * @param replayPath which of the drawn steps were taken, as fast-check told it, to repeat what it has shrunk
 */
export function schedules(processes: number, replayPath?: string): Arbitrary<Schedule> {
  const at = nat(processes - 1);
  const step = oneof<{ readonly weight: number; readonly arbitrary: Arbitrary<Step> }[]>(
    { weight: 20, arbitrary: at.map((process) => new Apply(process)) },
    { weight: 20, arbitrary: at.map((process) => new Deliver(process)) },
    { weight: 2, arbitrary: at.map((process) => new LoseAnswer(process)) },
    { weight: 1, arbitrary: at.map((process) => new Crash(process)) },
    { weight: 1, arbitrary: constant(new PassLease()) },
    { weight: 6, arbitrary: at.map((process) => new LandLate(process, 0)) },
    { weight: 1, arbitrary: at.map((process) => new LandLate(process, 1)) },
  );
  return commands([step], {
    maxCommands: MAX_STEPS,
    size: 'max',
    ...(replayPath !== undefined && { replayPath }),
  });
}
