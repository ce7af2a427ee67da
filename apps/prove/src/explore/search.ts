import { Action, ACTION_KINDS, ActionKind } from './action';
import { enabledActions, GlobalState, initialState, keyOf, Step, takeStep } from './global-state';
import { countPaths } from './paths';
import { System } from './system';
import { StateCheck } from './state-check';

/** A rule that was broken, with the shortest schedule that breaks it. */
export interface Violation {
  readonly rule: string;
  readonly schedule: readonly Action[];
}

/** What an exploration found. */
export interface Exploration {
  readonly states: number;
  /** Steps between states, all of them taken. */
  readonly steps: number;
  /** Complete schedules, from the first step to the last; in 64-bit floating point. */
  readonly schedules: number;
  /** Runs of production code, one for every distinct sequence of answers that a process may get. */
  readonly runs: number;
  readonly violation: Violation | undefined;
  readonly seconds: number;
}

interface Limits {
  /** More distinct states than this are an error, so that no state is left out unnoticed. */
  readonly maxStates: number;
}

/** Visits every reachable state, breadth first, so that the first violation has a shortest schedule. */
export async function explore(system: System, { maxStates }: Limits): Promise<Exploration> {
  const search = new Search(system, maxStates);
  const started = performance.now();
  const violation = await search.run();
  return {
    states: search.size,
    steps: search.from.length,
    schedules: violation === undefined ? countPaths(search.size, search.from, search.to) : 0,
    runs: [...system.behaviours, ...system.finalSweeps].reduce((sum, { size }) => sum + size, 0),
    violation,
    seconds: (performance.now() - started) / 1_000,
  };
}

class Search {
  /** Ends of every step taken, as numbers of states. */
  readonly from: number[] = [];
  readonly to: number[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly parents: number[] = [];
  private readonly actions: number[] = [];
  private readonly check: StateCheck;
  private frontier: [GlobalState, number][] = [];

  constructor(
    private readonly system: System,
    private readonly maxStates: number,
  ) {
    this.check = new StateCheck(system);
  }

  get size(): number {
    return this.numbers.size;
  }

  async run(): Promise<Violation | undefined> {
    const first = await initialState(this.system);
    const number = this.enter(first, -1, 0) as number;
    const broken = await this.check.broken(first);
    if (broken !== undefined) return { rule: broken, schedule: [] };
    this.frontier = [[first, number]];
    while (this.frontier.length > 0) {
      const level = this.frontier;
      this.frontier = [];
      for (const [state, at] of level) {
        const violation = await this.expand(state, at);
        if (violation !== undefined) return violation;
      }
    }
    return undefined;
  }

  private async expand(state: GlobalState, at: number): Promise<Violation | undefined> {
    for (const action of enabledActions(this.system, state)) {
      const stepping = takeStep(this.system, state, action);
      const step: Step = stepping instanceof Promise ? await stepping : stepping;
      if (step.broken !== undefined) return { rule: step.broken, schedule: [...this.scheduleTo(at), action] };
      const number = this.enter(step.state, at, codeOf(action));
      if (number === undefined) continue;
      const broken = await this.check.broken(step.state);
      if (broken !== undefined) return { rule: broken, schedule: this.scheduleTo(number) };
      this.frontier.push([step.state, number]);
    }
    return undefined;
  }

  /** @returns the number of a state that was not seen before */
  private enter(state: GlobalState, parent: number, action: number): number | undefined {
    const key = keyOf(state);
    const known = this.numbers.get(key);
    const number = known ?? this.numbers.size;
    if (parent >= 0) {
      this.from.push(parent);
      this.to.push(number);
    }
    if (known !== undefined) return undefined;
    if (number >= this.maxStates) throw new Error(`${this.system.scenario.name}: more than ${this.maxStates} states`);
    this.numbers.set(key, number);
    this.parents.push(parent);
    this.actions.push(action);
    return number;
  }

  private scheduleTo(number: number): readonly Action[] {
    const schedule: Action[] = [];
    for (let at = number; this.parents[at] !== -1; at = this.parents[at] as number) {
      schedule.push(actionOf(this.actions[at] as number));
    }
    return schedule.reverse();
  }
}

/** An action in one number, since a search remembers millions of them. */
function codeOf({ kind, at, nth }: Action): number {
  return (ACTION_KINDS.indexOf(kind) * 16 + at) * 16 + nth;
}

function actionOf(code: number): Action {
  return { kind: ACTION_KINDS[code >> 8] as ActionKind, at: (code >> 4) & 15, nth: code & 15 };
}
